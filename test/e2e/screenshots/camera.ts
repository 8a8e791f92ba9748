import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inMain } from '../../support/inMain';
import type { Kiosk } from '../../support/kioskApp';

/** The two ways a kiosk screen is hung. */
export const orientations = {
  portrait: { width: 1080, height: 1920 },
  landscape: { width: 1920, height: 1080 },
} as const;
export type Orientation = keyof typeof orientations;

const folder = join('out', 'screenshots');

/** Turns the screen and waits until the page has been drawn in its new size. */
export async function turn(kiosk: Kiosk, orientation: Orientation): Promise<void> {
  const { width, height } = orientations[orientation];
  await inMain(
    kiosk.app,
    ({ BrowserWindow }, size) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
    },
    { width, height },
  );
  await kiosk.page.waitForFunction(`innerWidth === ${String(width)} && innerHeight === ${String(height)}`);
  await kiosk.page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
}

/**
 * Takes what the screen shows now, upright and lying down, into out/screenshots.
 * @returns what a patient could not see or touch because it lies outside the screen; empty when all is well.
 */
export async function takeBoth(kiosk: Kiosk, name: string): Promise<string[]> {
  mkdirSync(folder, { recursive: true });
  const lost: string[] = [];
  for (const orientation of Object.keys(orientations) as Orientation[]) {
    await turn(kiosk, orientation);
    const file = `${name}-${orientation}.png`;
    await kiosk.page.screenshot({ path: join(folder, file) });
    lost.push(...(await outsideScreen(kiosk)).map((what) => `${file}: ${what}`));
  }
  return lost;
}

/** The same of a screen that holds more than fits at this size of text: it is scrolled, but never sideways. */
export async function takeScrolling(kiosk: Kiosk, name: string): Promise<string[]> {
  return (await takeBoth(kiosk, name)).filter((what) => !what.endsWith('has to be scrolled to'));
}

/** Of the real size: the README's pictures stay below 150 kB (decision 15). */
const readmeScale = 0.4;

/** Takes the upright screen, small enough for the README. */
export async function takeForReadme(kiosk: Kiosk, name: string): Promise<void> {
  await turn(kiosk, 'portrait');
  const base64 = await inMain(
    kiosk.app,
    async ({ BrowserWindow }, width) => {
      const picture = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
      return picture?.resize({ width, quality: 'best' }).toPNG().toString('base64') ?? '';
    },
    orientations.portrait.width * readmeScale,
  );
  mkdirSync(join('docs', 'images'), { recursive: true });
  writeFileSync(join('docs', 'images', `${name}.png`), Buffer.from(base64, 'base64'));
}

/** Text and buttons that lie outside the window, or are cut off by what they stand in. Run in the page. */
export function outsideScreen({ page }: Kiosk): Promise<string[]> {
  return page.evaluate(`(() => {
    const isHidden = (element) => {
      const style = getComputedStyle(element);
      return style.visibility === 'hidden' || element.closest('.visually-hidden, .nhsuk-u-visually-hidden') !== null;
    };
    const found = [];
    // The footer lies over what is too long, so what reaches under it is out of sight too.
    const floor = document.querySelector('.footer')?.getBoundingClientRect().top ?? innerHeight;
    for (const element of document.querySelectorAll('h1, h2, p, button, input, label, li')) {
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || box.height <= 1 || isHidden(element)) continue;
      const what = element.tagName.toLowerCase() + ' "' + (element.textContent || element.id).trim().slice(0, 40) + '"';
      if (box.left < -1 || box.top < -1 || box.right > innerWidth + 1) found.push(what + ' is outside the screen');
      else if (box.bottom > (element.closest('.footer, dialog') === null ? floor : innerHeight) + 1) found.push(what + ' has to be scrolled to');
      // A field scrolls by itself; only its frame counts.
      if (element.tagName !== 'INPUT' && element.scrollWidth > element.clientWidth + 2 && element.clientWidth > 0) found.push(what + ' is cut off at its side');
    }
    return found;
  })()`);
}
