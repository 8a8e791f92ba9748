import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';

/** What desks are looked at on. */
export const deskSizes = { small: [1280, 720], large: [1920, 1080] } as const;
/** Boards lying down, upright, and as large as one looks from the other end of the room. */
export const boardSizes = { landscape: [1920, 1080], portrait: [1080, 1920], far: [480, 270] } as const;

const folder = join('out', 'screenshots');

/** Takes `page` at each of `sizes` into out/screenshots. Fails if anything reaches out of its place at the sides. */
export async function takeAt(
  page: Page,
  name: string,
  sizes: Record<string, readonly [number, number]>,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const lost: string[] = [];
  for (const [size, [width, height]] of Object.entries(sizes)) {
    await page.setViewportSize({ width, height });
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
    const file = `${name}-${size}.png`;
    await page.screenshot({ path: join(folder, file) });
    lost.push(...(await cutOff(page)).map((what) => `${file}: ${what}`));
  }
  expect.soft(lost).toEqual([]);
}

/** Words and buttons that stand outside the page at its sides, or are cut off by what they stand in. Run in the page. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(`(() => {
    const found = [];
    for (const element of document.querySelectorAll('h1, h2, h3, p, button, input, label, li, td, th, dd, dt')) {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || element.closest('.desk-hidden, .forSpeech, [hidden], [inert]') !== null) continue;
      const what = element.tagName.toLowerCase() + ' "' + (element.textContent || element.id).trim().slice(0, 50) + '"';
      if (box.left < -1 || box.right > innerWidth + 1) found.push(what + ' is outside the page');
      if (element.tagName !== 'INPUT' && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 2) found.push(what + ' is cut off at its side');
    }
    return found;
  })()`);
}
