import { randomUUID } from 'node:crypto';
import { BrowserWindow, session as sessions, type Session } from 'electron';
import type { Log, Papers, Timers } from '../services/ports';
import { schemeName } from './pagePath';
import { shutPreferences } from './pageWindowPreferences';

/** A paper takes well under a second; one that has not come by then never will. */
const longestMilliseconds = 20_000;

/** Papers bring their own styles; nothing else is loaded, and nothing runs. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * Papers made by the browser inside (decision 36), one after the other. The HTML is handed to a hidden window once, out of memory; the window
 * runs no scripts and reaches nothing, and ends with its process when the PDF is there or has failed.
 */
export function createPapers({ log, timers }: { log: Log; timers: Timers }): Papers {
  let before: Promise<unknown> = Promise.resolve();
  let desk: PaperDesk | null = null;
  return {
    pdf(html) {
      const making = before.then(() => makeOne((desk ??= openDesk(log)), html, timers));
      before = making.catch((error: unknown) => {
        // Neither what it was nor what the error says of it: both are a patient's.
        log.error('papers.failed', { errorName: error instanceof Error ? error.name : 'unknown' });
      });
      return making;
    },
  };
}

/** Where the one paper that is being made lies until its window has taken it. */
interface PaperDesk {
  session: Session;
  waiting: { address: string; html: string } | null;
}

function openDesk(log: Log): PaperDesk {
  // In memory, without a cache, and nobody else's: made as late as the first paper, as `denyByDefault` listens for new sessions.
  const desk: PaperDesk = { session: sessions.fromPartition('papers', { cache: false }), waiting: null };
  desk.session.protocol.handle(schemeName, ({ url }) => {
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
  // Stricter than for our pages: the paper itself is all there is.
  desk.session.webRequest.onBeforeRequest((details, answer) => {
    const isIt = details.url === desk.waiting?.address;
    if (!isIt) log.warn('page.denied', { kind: 'paperRequest' });
    answer({ cancel: !isIt });
  });
  return desk;
}

/** @throws Error when the page or the PDF fails, its process dies, or it takes too long. */
async function makeOne(desk: PaperDesk, html: string, timers: Timers): Promise<Uint8Array> {
  const address = `${schemeName}://paper/${randomUUID()}`;
  const window = openWindow(desk.session);
  const contents = window.webContents;
  let stopWaiting = (): void => undefined;
  const failing = new Promise<never>((_resolve, reject) => {
    contents.once('render-process-gone', () => {
      reject(new PaperFault('The process of the paper has died'));
    });
    stopWaiting = timers.every(longestMilliseconds, () => {
      reject(new PaperFault('The paper takes too long'));
    });
  });
  try {
    desk.waiting = { address, html };
    await Promise.race([window.loadURL(address), failing]);
    return await Promise.race([
      contents.printToPDF({
        pageSize: 'A4',
        printBackground: true,
        preferCSSPageSize: true,
        // Read aloud it has headings and tables, as the page has.
        generateTaggedPDF: true,
      }),
      failing,
    ]);
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
    focusable: false,
    skipTaskbar: true,
    // Papers run nothing, and load nothing but themselves.
    webPreferences: { ...shutPreferences(session), javascript: false, images: false },
  });
  window.setMenu(null);
  return window;
}

/** Why there is no paper. Its words are of the machine alone. */
class PaperFault extends Error {
  override readonly name = 'PaperFault';
}
