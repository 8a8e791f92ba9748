/** Order matters: most browsers claim to be others as well. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/Microsoft Edge|\bEdg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Google Chrome/, 'Chrome'],
  [/"Chromium"/, 'Chromium'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const systems: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/CrOS|Chrome OS/, 'ChromeOS'],
  [/Mac/, 'macOS'],
  [/Linux/, 'Linux'],
];

/**
 * `Chrome on Windows`, by what a browser says of itself: for staff, who tell their own sessions apart by it. It decides nothing.
 * @param brands the header `sec-ch-ua`, which tells apart what the other one does not.
 */
export function deviceOf(userAgent: string | undefined, brands: string | undefined): string {
  const text = `${brands ?? ''} ${userAgent ?? ''}`;
  const find = (names: typeof browsers, otherwise: string): string =>
    names.find(([pattern]) => pattern.test(text))?.[1] ?? otherwise;
  return `${find(browsers, 'A browser')} on ${find(systems, 'another system')}`;
}
