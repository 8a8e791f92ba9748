import { readBarcode } from '../../preload/contract/rules/barcode';
import type { Barcode } from '../../preload/contract/rules/barcode';

/** A scanner types a character every few milliseconds; a person does not. */
export const betweenMilliseconds = 50;
/** Fewer characters than this are somebody's two fingers, or a key just before Tab. */
export const shortest = 3;
/** A scan without its end is forgotten after this. */
export const endMilliseconds = 200;
/** No barcode of a letter is longer; what a hostile one types beyond it is not kept. */
export const longest = 40;

/** What a scanner has typed so far. */
export interface Scan {
  text: string;
  /** When the last key came, in milliseconds of a clock that never jumps. */
  lastAt: number;
  /** `spoiled` holds something that no barcode has; `over` has ended, and what still comes at this speed belongs to it. */
  phase: 'collecting' | 'spoiled' | 'over';
}

/** A key as the page hears it: its name (`a`, `Enter`, `F5`), and whether it is held with Control, Alt or Meta or repeats. */
export interface ScannedKey {
  key: string;
  at: number;
  isSpecial: boolean;
}

/** `isSwallowed`: the key does nothing else on the page. */
export interface Collected {
  scan: Scan;
  barcode: Barcode | null;
  isSwallowed: boolean;
}

/** Nothing scanned. */
export const noScan: Scan = { text: '', lastAt: Number.NEGATIVE_INFINITY, phase: 'collecting' };

/**
 * A keyboard wedge: a scanner is a keyboard that types fast and ends with Enter or Tab. Takes one key more; gives the barcode when the key
 * ends one. Slower, shorter, longer or stranger keys give nothing, and the end of a burst presses no button either: a hostile barcode
 * changes nothing (domain facts, "What went wrong elsewhere").
 */
export function collect(before: Scan, { key, at, isSpecial }: ScannedKey): Collected {
  // A capital letter comes with a Shift of its own.
  if (key === 'Shift' || key === 'CapsLock') return { scan: before, barcode: null, isSwallowed: false };
  const sinceLast = at - before.lastAt;
  const isFast = sinceLast >= 0 && sinceLast <= betweenMilliseconds;
  if (before.phase === 'over' && isFast) {
    return { scan: { ...before, lastAt: at }, barcode: null, isSwallowed: true };
  }
  if (key === 'Enter' || key === 'Tab') return end(before, at, isSpecial);
  const scan = isFast && before.phase !== 'over' ? before : { ...noScan, lastAt: at };
  const isBegun = scan.text !== '';
  const isOdd = isSpecial || Array.from(key).length !== 1 || scan.text.length >= longest;
  const text = isOdd ? scan.text : scan.text + key;
  const phase = isOdd ? 'spoiled' : scan.phase;
  // A space would press the button that has the focus.
  return { scan: { text, lastAt: at, phase }, barcode: null, isSwallowed: isBegun && key === ' ' };
}

function end(before: Scan, at: number, isSpecial: boolean): Collected {
  const isInTime = at - before.lastAt >= 0 && at - before.lastAt <= endMilliseconds;
  // A key of its own: somebody uses the keyboard to go from button to button.
  if (!isInTime || before.phase === 'over' || before.text.length < shortest) {
    return { scan: noScan, barcode: null, isSwallowed: false };
  }
  const isWhole = before.phase === 'collecting' && !isSpecial;
  return {
    scan: { text: '', lastAt: at, phase: 'over' },
    barcode: isWhole ? readBarcode(before.text) : null,
    isSwallowed: true,
  };
}
