// The types stand beside it: the end-to-end tests are of another TypeScript project, and must see them too.
// oxlint-disable-next-line typescript/triple-slash-reference -- the package has no types, so there is nothing to import
/// <reference path="./qrcode.d.ts" />
import { create } from 'qrcode';

/** Light modules around the code, on every side: a scanner needs them to find it (ISO/IEC 18004). */
const quietZone = 4;

/** Dots of a ticket printer are an eighth of a millimetre: modules of whole dots come out as squares of one size. */
const dotsPerMillimetre = 8;

/**
 * `text` as a QR code in SVG, with error correction M: 15 % of it may be dirty or creased. Each run of dark modules is one rectangle, so that no
 * hair lines show between them.
 * @param leastMillimetres width of the code without its quiet zone; a little more where that makes whole dots.
 * @throws Error if the text is longer than a QR code can hold (2,331 bytes).
 */
export function qrCode(text: string, leastMillimetres: number): string {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const moduleMillimetres = moduleWidth(modules.size, leastMillimetres);
  const size = modules.size + 2 * quietZone;
  const width = `${String(size * moduleMillimetres)}mm`;
  const box = `0 0 ${String(size)} ${String(size)}`;
  return (
    `<svg class="code" xmlns="http://www.w3.org/2000/svg" viewBox="${box}" style="width:${width};height:${width}" shape-rendering="crispEdges" role="img">` +
    `<path fill="#fff" d="M0 0h${String(size)}v${String(size)}H0z"/><path fill="#000" d="${darkPath(modules)}"/></svg>`
  );
}

/** How wide `qrCode` draws the code itself, without its quiet zone, in millimetres. */
export function qrMillimetres(text: string, leastMillimetres: number): number {
  const { size } = create(text, { errorCorrectionLevel: 'M' }).modules;
  return size * moduleWidth(size, leastMillimetres);
}

function moduleWidth(modules: number, leastMillimetres: number): number {
  return Math.ceil((leastMillimetres / modules) * dotsPerMillimetre) / dotsPerMillimetre;
}

function darkPath(modules: { size: number; get(row: number, column: number): number }): string {
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
  return path;
}
