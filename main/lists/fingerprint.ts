/**
 * A 53-bit number for texts, in their order, so that a repeated row is noticed without keeping every row in memory. Two different rows among
 * the 30,000 of the largest export share one with a chance of less than one in ten million.
 * Method: cyrb53, two rounds of multiply and mix (public domain).
 */
export function fingerprint(groups: readonly (readonly string[])[]): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (const texts of groups) {
    for (const text of texts) {
      for (let index = 0; index <= text.length; index += 1) {
        // The place after the last character counts as a mark of its own: "ab" + "c" is not "a" + "bc".
        const code = index === text.length ? 0x1ffff : text.charCodeAt(index);
        high = Math.imul(high ^ code, 0x9e3779b1);
        low = Math.imul(low ^ code, 0x5f356495);
      }
    }
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35);
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35);
  return 0x100000000 * (0x1fffff & low) + (high >>> 0);
}
