import { create } from 'qrcode';
import { describe, expect, test } from 'vitest';
import { qrPicture, quietZone } from '../../../renderer/ui/qrMatrix';

/** The dark squares that a path of rectangles fills, as `row column`. */
function darkSquares(path: string): Set<string> {
  const dark = new Set<string>();
  const rectangles = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)];
  // Nothing else stands in the path.
  expect(rectangles.map(([whole]) => whole).join('')).toBe(path);
  for (const [, x, y, width, back] of rectangles) {
    expect(back).toBe(width);
    for (let column = Number(x); column < Number(x) + Number(width); column += 1) {
      const square = `${String(y)} ${String(column)}`;
      expect(dark.has(square), 'no square is filled twice').toBe(false);
      dark.add(square);
    }
  }
  return dark;
}

describe('a QR code', () => {
  test.each(['KM7-QW4', 'https://www.nhs.uk/nhs-app/', 'x'.repeat(300)])('draws exactly the modules of %s', (text) => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' });
    const { size, path } = qrPicture(text);
    const expected = new Set<string>();
    for (let row = 0; row < modules.size; row += 1) {
      for (let column = 0; column < modules.size; column += 1) {
        if (modules.get(row, column) !== 0) expected.add(`${String(row + quietZone)} ${String(column + quietZone)}`);
      }
    }
    expect(expected.size).toBeGreaterThan(0);
    expect(darkSquares(path)).toEqual(expected);
    expect(size).toBe(modules.size + 8);
  });

  test('of a reference is the smallest there is, so that it is large on the glass', () => {
    expect(qrPicture('KM7-QW4').size).toBe(21 + 8);
  });

  test('has its three finders and nothing in its quiet zone', () => {
    const { size, path } = qrPicture('KM7-QW4');
    const dark = darkSquares(path);
    for (const [row, column] of [
      [4, 4],
      [4, size - 5],
      [size - 5, 4],
    ] as const) {
      expect(dark.has(`${String(row)} ${String(column)}`)).toBe(true);
    }
    for (const square of dark) {
      for (const at of square.split(' ').map(Number)) {
        expect(at).toBeGreaterThanOrEqual(quietZone);
        expect(at).toBeLessThan(size - quietZone);
      }
    }
  });
});
