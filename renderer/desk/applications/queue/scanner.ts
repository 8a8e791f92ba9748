import { readReference } from '../../../../preload/contract/rules/reference';
import type { Reference } from '../../../../preload/contract/rules/reference';

/** Milliseconds between two keys of a scanner that types what it reads, at most; fingers are slower. */
const fastest = 50;

/** Keys that came quickly one after the other. */
export interface ScannedKeys {
  text: string;
  /** When the latest came, in milliseconds of a clock that only rises. */
  at: number;
}

export const noKeys: ScannedKeys = { text: '', at: 0 };

/**
 * Takes a key. `scanned`: the reference, where this key is the Enter at the end of one that came as fast as only a scanner types.
 * @param key as the browser names it; Shift and the like are part of typing and change nothing.
 * @param at milliseconds.
 */
export function takeKey(keys: ScannedKeys, key: string, at: number): { keys: ScannedKeys; scanned: Reference | null } {
  const isFast = keys.text !== '' && at - keys.at <= fastest;
  if (key === 'Enter') return { keys: noKeys, scanned: isFast ? readReference(keys.text) : null };
  if (key.length !== 1) return { keys: key === 'Shift' || key === 'CapsLock' ? keys : noKeys, scanned: null };
  return { keys: { text: isFast ? keys.text + key : key, at }, scanned: null };
}
