import { expect, test } from 'vitest';
import { deviceOf } from '../../../main/web/device';

const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36';
const windows = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64)';

test.each<[string, string | undefined, string | undefined]>([
  ['Chrome on Windows', `${windows} ${chrome}`, '"Google Chrome";v="130", "Chromium";v="130"'],
  ['Chromium on Linux', `Mozilla/5.0 (X11; Linux x86_64) ${chrome}`, '"Chromium";v="130", "Not?A_Brand";v="99"'],
  ['Chrome on Linux', `Mozilla/5.0 (X11; Linux x86_64) ${chrome}`, undefined],
  ['Edge on Windows', `${windows} ${chrome} Edg/130.0.0.0`, undefined],
  ['Firefox on Windows', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:132.0) Gecko/20100101 Firefox/132.0', undefined],
  [
    'Safari on iOS',
    'Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1',
    undefined,
  ],
  ['A browser on another system', undefined, undefined],
  ['A browser on another system', '<script>alert(1)</script>', 'something'],
])('%s is recognised by what it says of itself, and nothing of that is kept', (device, userAgent, brands) => {
  expect(deviceOf(userAgent, brands)).toBe(device);
});
