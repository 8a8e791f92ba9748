import type { MinutesRange } from '../../preload/contract/kiosk';

/**
 * The catalogue's words for a range of minutes, to be filled with its `from` and `to`. A wait that may be none is "up to", never
 * "0 to": nobody counts from nothing.
 */
export function rangeKey({ from, to }: MinutesRange): 'minutes.upTo' | 'minutes.exactly' | 'minutes.between' {
  if (from === 0) return 'minutes.upTo';
  return from === to ? 'minutes.exactly' : 'minutes.between';
}
