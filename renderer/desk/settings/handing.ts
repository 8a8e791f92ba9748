/** Whether this page may save a file. The desk's own window on the kiosk machine may not: every download there is denied (design §9). */
export function canDownload(): boolean {
  return window.location.protocol === 'https:' || window.location.protocol === 'http:';
}

/** Hands a text to the browser as a file. */
export function download(fileName: string, type: 'application/json' | 'text/csv', parts: readonly string[]): void {
  const address = URL.createObjectURL(new Blob([...parts], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = address;
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(address), 0);
}
