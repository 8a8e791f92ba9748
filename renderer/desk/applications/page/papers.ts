/** A browser prints and saves files; the desk's own window on the kiosk machine may do neither (design §9). */
export function isBrowser(): boolean {
  return window.location.protocol !== 'reception-kiosk:';
}

/** Hands a PDF to the browser as a file. @param pdf base64. */
export function downloadPdf(fileName: string, pdf: string): void {
  const bytes = Uint8Array.from(atob(pdf), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
