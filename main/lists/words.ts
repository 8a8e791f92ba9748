/**
 * A heading or a status word folded for comparison: small letters without marks, apostrophes gone (straight, curly, or spoilt by a wrong
 * encoding), every other punctuation a single space. `Session Holder’s Full Name` becomes `session holders full name`.
 */
export function foldWords(text: string): string {
  return text
    .slice(0, 200)
    .replace(/â€™|[\uFFFD?'’‘ʼ`´\uFEFF]/g, '')
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
