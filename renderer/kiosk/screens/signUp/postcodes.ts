/** A postcode as it is written: its last three characters apart, on one line with the others. What is too short to be one stays as it is. */
export function spacedPostcode(text: string): string {
  const bare = text.replace(/\s/g, '');
  if (/^BFPO\d/.test(bare)) return `BFPO\u00a0${bare.slice(4)}`;
  return bare.length < 5 ? text.trim() : `${bare.slice(0, -3)}\u00a0${bare.slice(-3)}`;
}
