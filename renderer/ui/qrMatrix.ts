// The types stand beside it: the tests are of another TypeScript project than the pages, and must see them too.
// oxlint-disable-next-line typescript/triple-slash-reference -- the package has no types, so there is nothing to import
/// <reference path="./qrcode.d.ts" />
import { create } from 'qrcode';

/** A QR code as an image of squares: `size` modules wide and high, its quiet zone included, and the path that fills the dark ones. */
export interface QrPicture {
  size: number;
  path: string;
}

/** Light modules around the code, on every side: a scanner needs them to find it (ISO/IEC 18004). */
export const quietZone = 4;

/**
 * Draws `text` as a QR code with error correction M (15 % may be dirty or glare). Each run of dark modules in a row is one rectangle, so
 * that no hair lines show between them.
 * @throws Error if the text is longer than a QR code can hold (2,331 bytes).
 */
export function qrPicture(text: string): QrPicture {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const isDark = (row: number, column: number): boolean => column < modules.size && modules.get(row, column) !== 0;
  let path = '';
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!isDark(row, column)) continue;
      const start = column;
      while (isDark(row, column)) column += 1;
      const width = String(column - start);
      path += `M${String(start + quietZone)} ${String(row + quietZone)}h${width}v1h-${width}z`;
    }
  }
  return { size: modules.size + 2 * quietZone, path };
}
