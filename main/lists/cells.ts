/** Longest text we keep from one cell; anything longer is not a name, a clinic or a place. */
export const longestText = 200;

/**
 * A cell without what exports put around it: spaces, the apostrophe that stops a spreadsheet from reading `=`, `+`, `-`, `@` as a
 * formula or a number as a number, and the `="0123"` form that does the same.
 */
export function cleanCell(raw: string): string {
  const text = raw.trim();
  const first = text.charCodeAt(0);
  if (first === 0x3d && text.length > 3 && text.startsWith('="') && text.endsWith('"')) return text.slice(2, -1).trim();
  if ((first === 0x27 || first === 0x2019) && /^['’][=+\-@\d]/.test(text)) return text.slice(1).trim();
  return text;
}

/** One line of plain text: composed letters, single spaces, no control characters, nothing that turns the direction of writing. */
export function tidyText(text: string): string {
  // Nearly every cell is single-spaced Latin letters, digits and punctuation already.
  if (/^[\x21-\x7e\xc0-\u024f]*(?: [\x21-\x7e\xc0-\u024f]+)*$/.test(text)) return text;
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Did a spreadsheet write a long number in short, such as 9.99E+09? Its digits are lost then. */
export function isMangledNumber(text: string): boolean {
  return /^[+-]?\d+(?:[.,]\d+)?E[+-]?\d+$/i.test(text);
}
