import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBarcode } from '../../../preload/contract/rules/barcode';
import { collect, noScan } from '../../../renderer/kiosk/scan';
import type { Scan } from '../../../renderer/kiosk/scan';

interface Pressed {
  key: string;
  /** Milliseconds since the key before. */
  after: number;
  isSpecial?: boolean;
}

/** Everything that comes of `keys`, one after another. */
function press(
  keys: readonly Pressed[],
  start: Scan = noScan,
): { barcodes: string[]; swallowed: string[]; scan: Scan } {
  const barcodes: string[] = [];
  const swallowed: string[] = [];
  let scan = start;
  let at = 10_000;
  for (const { key, after, isSpecial = false } of keys) {
    at += after;
    const collected = collect(scan, { key, at, isSpecial });
    ({ scan } = collected);
    if (collected.barcode !== null) barcodes.push(collected.barcode);
    if (collected.isSwallowed) swallowed.push(key);
  }
  return { barcodes, swallowed, scan };
}

function typed(text: string, after = 5): Pressed[] {
  return Array.from(text, (key) => ({ key, after }));
}

const enter = { key: 'Enter', after: 5 };
const alphabet = 'ABCXYZabcxyz0123456789./-';
const code = fc
  .array(fc.constantFrom(...alphabet), { minLength: 3, maxLength: 40 })
  .map((parts) => parts.join(''))
  .filter((text) => readBarcode(text) !== null);
const quick = fc.integer({ min: 0, max: 50 });
const slow = fc.integer({ min: 51, max: 5_000 });

describe('a scanner that types', () => {
  test('gives the barcode it ends with Enter or Tab, and the end does nothing else', () => {
    fc.assert(
      fc.property(code, quick, fc.constantFrom('Enter', 'Tab'), (text, pace, end) => {
        const { barcodes, swallowed } = press([...typed(text, pace), { key: end, after: pace }]);
        expect(barcodes).toEqual([text]);
        expect(swallowed).toEqual([end]);
      }),
    );
  });

  test('may press Shift for capitals', () => {
    const keys = typed('QX7').flatMap((one) => [{ key: 'Shift', after: 1 }, one]);
    expect(press([...keys, enter]).barcodes).toEqual(['QX7']);
  });

  test('gives one barcode after another', () => {
    const again = typed('B-222').map((one, place) => (place === 0 ? { ...one, after: 300 } : one));
    expect(press([...typed('A-111'), enter, ...again, enter]).barcodes).toEqual(['A-111', 'B-222']);
  });

  test('that sends more after its end has that swallowed too, so that it types into no question', () => {
    const { barcodes, swallowed } = press([...typed('A-111'), enter, enter, ...typed('14'), { key: 'Tab', after: 50 }]);
    expect(barcodes).toEqual(['A-111']);
    expect(swallowed).toEqual(['Enter', 'Enter', '1', '4', 'Tab']);
  });
});

describe('what is no barcode', () => {
  test('changes nothing when a person types it, one key after another', () => {
    fc.assert(
      fc.property(code, fc.array(slow, { minLength: 41, maxLength: 41 }), (text, paces) => {
        const keys = typed(text).map((one, place) => ({ ...one, after: paces[place] ?? 60 }));
        const { barcodes } = press([...keys, enter]);
        expect(barcodes).toEqual([]);
      }),
    );
  });

  test('is a part of a scan, whose end came too late or never: it is not put before the next one', () => {
    fc.assert(
      fc.property(code, code, fc.integer({ min: 201, max: 5_000 }), (part, text, pause) => {
        expect(press([...typed(part), { key: 'Enter', after: pause }])).toMatchObject({ barcodes: [], swallowed: [] });
        const next = typed(text).map((one, place) => (place === 0 ? { ...one, after: pause } : one));
        expect(press([...typed(part), ...next, enter]).barcodes).toEqual([text]);
      }),
    );
  });

  test.each([
    ['that begins with a sign', '-AB'],
    ['one character too long', 'A'.repeat(41)],
    ['endless', 'A'.repeat(10_000)],
    ['SQL', "A'; drop table visits; --"],
    ['markup', '<img src=x onerror=alert(1)>'],
    ['wild cards', '%%%%%%%%'],
    ['dashes', '-----'],
    ['an emoji', 'AB😀12'],
    ['right to left', 'اردو12'],
    ['an address', 'https://example.org/A1'],
    ['spaces', 'A 1 2 3'],
  ])('gives nothing, and presses no button: %s', (_what, text) => {
    const { barcodes, swallowed, scan } = press([...typed(text), enter]);
    expect(barcodes).toEqual([]);
    expect(swallowed).toEqual([...Array.from(text).filter((key) => key === ' '), 'Enter']);
    expect(scan.text).toBe('');
  });

  test('holds a key that no barcode has: a function key, one with Control, one that repeats', () => {
    for (const odd of [
      { key: 'F5', after: 5 },
      { key: 'Backspace', after: 5 },
      { key: 'v', after: 5, isSpecial: true },
    ]) {
      const { barcodes, swallowed } = press([...typed('A-1'), odd, ...typed('23'), enter]);
      expect(barcodes).toEqual([]);
      expect(swallowed).toEqual(['Enter']);
    }
  });

  test('is never more than a barcode, whatever is typed at whatever pace', () => {
    const anyKey = fc.record({
      key: fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...alphabet) },
        { weight: 2, arbitrary: fc.constantFrom('Enter', 'Tab', ' ', 'Shift', 'F5', 'Backspace', 'Dead', 'Process') },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
      ),
      after: fc.oneof(quick, slow),
      isSpecial: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyKey, { maxLength: 120 }), (keys) => {
        const { barcodes, scan } = press(keys);
        for (const barcode of barcodes) expect(readBarcode(barcode)).toBe(barcode);
        expect(scan.text.length).toBeLessThanOrEqual(41);
        const ends = keys.filter(({ key }) => key === 'Enter' || key === 'Tab').length;
        expect(barcodes.length).toBeLessThanOrEqual(ends);
      }),
    );
  });

  test('is a lone letter or two before Enter or Tab: those go where they always go', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('A', 'b', '7', 'AB', 'x1'),
        quick,
        fc.constantFrom('Enter', 'Tab'),
        (text, pace, end) => {
          for (const pause of [pace, 200]) {
            const { barcodes, swallowed } = press([...typed(text, pace), { key: end, after: pause }]);
            expect(barcodes).toEqual([]);
            expect(swallowed).toEqual([]);
          }
        },
      ),
    );
  });

  test('is somebody going from button to button with the keyboard: those keys are theirs', () => {
    const keys = ['Tab', 'Tab', ' ', 'Enter', 'Tab', 'Enter'].map((key) => ({ key, after: 20 }));
    expect(press(keys.filter(({ key }) => key !== ' ')).swallowed).toEqual([]);
    expect(press(keys.map((one) => ({ ...one, after: 300 }))).swallowed).toEqual([]);
  });
});
