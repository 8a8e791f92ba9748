/** The few pieces of DER (ITU-T X.690) that a certificate is made of: each function gives the whole element, tag and length included. */

function element(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([tag]), lengthOf(content.length), content]);
}

function lengthOf(length: number): Buffer {
  if (length < 0x80) return Buffer.from([length]);
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest >>>= 8) bytes.unshift(rest & 0xff);
  return Buffer.from([0x80 | bytes.length, ...bytes]);
}

export const sequence = (...parts: readonly Uint8Array[]): Buffer => element(0x30, ...parts);
export const setOf = (part: Uint8Array): Buffer => element(0x31, part);
export const octets = (...parts: readonly Uint8Array[]): Buffer => element(0x04, ...parts);
export const text = (words: string): Buffer => element(0x0c, Buffer.from(words, 'utf8'));
export const yes: Buffer = element(0x01, Buffer.from([0xff]));

/** A number that is not negative, as big-endian bytes. */
export function integer(bytes: Uint8Array): Buffer {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  // A leading one bit would mean a negative number.
  return element(0x02, ((digits[0] ?? 0) & 0x80) === 0 ? Buffer.alloc(0) : Buffer.alloc(1), digits);
}

/** @param unusedBits how many of the last byte's lowest bits do not count. */
export const bits = (bytes: Uint8Array, unusedBits = 0): Buffer => element(0x03, Buffer.from([unusedBits]), bytes);

/** @param dotted such as `2.5.29.17`. */
export function objectIdentifier(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  return element(0x06, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]));
}

function base128(value: number): number[] {
  const digits = [value & 0x7f];
  for (let rest = Math.floor(value / 0x80); rest > 0; rest = Math.floor(rest / 0x80)) {
    digits.unshift((rest & 0x7f) | 0x80);
  }
  return digits;
}

/** Two-digit years up to 2049, four digits from then on (RFC 5280, 4.1.2.5). */
export function time(epochMilliseconds: number): Buffer {
  const digits = new Date(epochMilliseconds).toISOString().replace(/\.\d+|[-:T]/g, '');
  return digits < '2050' ? element(0x17, Buffer.from(digits.slice(2))) : element(0x18, Buffer.from(digits));
}

/** `[number]` around other elements. */
export const tagged = (number: number, ...parts: readonly Uint8Array[]): Buffer => element(0xa0 | number, ...parts);

/** `[number]` in place of a simple element's own tag. */
export const taggedBytes = (number: number, bytes: Uint8Array): Buffer => element(0x80 | number, bytes);
