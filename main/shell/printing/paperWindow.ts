import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BrowserWindow, session as sessions, type Session } from 'electron';
import type { Log, Timers } from '../../services/ports';
import { schemeName } from '../pagePath';
import { shutPreferences } from '../pageWindowPreferences';

/** A paper takes well under a second; one that has not come by then never will. */
const longestMilliseconds = 20_000;

const fontsOrigin = `${schemeName}://paper-fonts`;
const fontNames = ['mono', 'mono-ext', 'text', 'text-ext'];
const fontAddresses = fontNames.map((name) => `${fontsOrigin}/${name}.woff2`);

/** Papers bring their own styles; nothing but fonts of ours is loaded, and nothing runs. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `font-src ${fontAddresses.join(' ')}`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Why there is no paper. Its words are of the machine alone. */
export class PaperFault extends Error {
  override readonly name = 'PaperFault';
}

/** Opens windows for papers, each with a session that is nobody else's as long as it stands. */
export interface PaperWindows {
  /**
   * Shows `html` to a hidden window of its own once, out of memory, hands the window to `use`, and ends it with its process whatever comes.
   * @throws PaperFault when its process dies or it takes too long, and what `use` throws.
   */
  open<Result>(
    html: string | Uint8Array<ArrayBuffer>,
    use: (window: BrowserWindow) => Promise<Result>,
    options?: { longest?: number },
  ): Promise<Result>;
}

/** @param kind names the sessions. `fontFolder`: where the fonts of papers are; null: they have none. */
export function createPaperWindows({
  log,
  timers,
  kind,
  fontFolder,
}: {
  log: Log;
  timers: Timers;
  kind: string;
  fontFolder: string | null;
}): PaperWindows {
  const free: PaperDesk[] = [];
  let desks = 0;
  return {
    async open(html, use, { longest = longestMilliseconds } = {}) {
      // Sessions live as long as the program: used again once they are free, or there would be one more with each paper.
      const desk = free.pop() ?? openDesk(log, `${kind}-${String((desks += 1))}`, fontFolder);
      try {
        return await showOn(desk, html, { timers, use, longest });
      } finally {
        free.push(desk);
      }
    },
  };
}

/** Where the one paper that is being made lies until its window has taken it. */
interface PaperDesk {
  session: Session;
  waiting: { address: string; html: string | Uint8Array<ArrayBuffer> } | null;
}

function openDesk(log: Log, partition: string, fontFolder: string | null): PaperDesk {
  // In memory, without a cache, and nobody else's: made as late as the first paper, as `denyByDefault` listens for new sessions.
  const desk: PaperDesk = { session: sessions.fromPartition(partition, { cache: false }), waiting: null };
  const isFont = (url: string): boolean => fontFolder !== null && fontAddresses.includes(url);
  desk.session.protocol.handle(schemeName, async ({ url }) => {
    if (fontFolder !== null && isFont(url)) return font(join(fontFolder, url.slice(fontsOrigin.length + 1)));
    const paper = desk.waiting;
    if (paper === null || url !== paper.address) return new Response(null, { status: 404 });
    desk.waiting = null;
    return new Response(paper.html, {
      headers: {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': contentSecurityPolicy,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      },
    });
  });
  // Stricter than for our pages: the paper itself and its fonts are all there is.
  desk.session.webRequest.onBeforeRequest((details, answer) => {
    const isAllowed = details.url === desk.waiting?.address || isFont(details.url);
    if (!isAllowed) log.warn('page.denied', { kind: 'paperRequest' });
    answer({ cancel: !isAllowed });
  });
  return desk;
}

async function font(path: string): Promise<Response> {
  const headers = { 'content-type': 'font/woff2', 'access-control-allow-origin': '*' };
  return new Response(new Uint8Array(await readFile(path)), { headers });
}

async function showOn<Result>(
  desk: PaperDesk,
  html: string | Uint8Array<ArrayBuffer>,
  { timers, use, longest }: { timers: Timers; use(window: BrowserWindow): Promise<Result>; longest: number },
): Promise<Result> {
  const address = `${schemeName}://paper/${randomUUID()}`;
  const window = openWindow(desk.session);
  let stopWaiting = (): void => undefined;
  const failing = new Promise<never>((_resolve, reject) => {
    window.webContents.once('render-process-gone', () => {
      reject(new PaperFault('The process of the paper has died'));
    });
    stopWaiting = timers.every(longest, () => {
      reject(new PaperFault('The paper takes too long'));
    });
  });
  try {
    desk.waiting = { address, html };
    await Promise.race([window.loadURL(address), failing]);
    return await Promise.race([use(window), failing]);
  } finally {
    stopWaiting();
    desk.waiting = null;
    // Not `close`: what hangs is not asked.
    if (!window.isDestroyed()) window.destroy();
  }
}

function openWindow(session: Session): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    width: 794,
    height: 1123,
    useContentSize: true,
    enableLargerThanScreen: true,
    focusable: false,
    skipTaskbar: true,
    // Papers run nothing, and load nothing but themselves and their fonts.
    webPreferences: { ...shutPreferences(session), javascript: false, images: false },
  });
  window.setMenu(null);
  return window;
}
