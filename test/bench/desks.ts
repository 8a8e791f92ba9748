import { connect, type ClientHttp2Session } from 'node:http2';
import type { Page } from '@playwright/test';
import { appointment, claimOf } from '../support/dayLists';
import { openDesk, type DeskSituation } from '../support/desk';
import type { MadeRow } from '../support/listFiles';
import { day } from '../support/situations';
import { swiftCheckIn } from '../support/swiftCheckIn';
import { median, percentile, tenth, type Measure } from './measures';

const rounds = 40;
const desks = 30;
/** A session may have three streams; one may still be counted for the page that signed in. */
const streamsOfSession = 2;
const goal = 250;

/** The little of a page's own objects that is used: benches are typed without a browser. */
interface PageGlobals {
  document: { body: { textContent: string | null } };
  MutationObserver: new (seen: () => void) => { observe(of: unknown, what: object): void };
  addEventListener(type: string, listener: () => void, isFirst: boolean): void;
  tappedAt: number;
  seen: Record<string, number>;
}

/** An open stream of a desk that notes when each patient was on it. */
interface Listener {
  seenAt(name: string): number | null;
  close(): void;
}

/**
 * From the last tap on the kiosk to the patient shown on 30 connected desks: 29 that read the live stream over connections of their own, and one
 * in a real browser, measured where it is painted. All clocks are this machine's.
 */
export async function measureDesks(): Promise<Measure[]> {
  const rows = Array.from({ length: rounds + 260 }, (_, index) =>
    appointment(index, { day, time: '10:10', lastName: `Desk${letters(index)}`, firstName: 'Ada' }),
  );
  const rules = { isNeedsQuestionAsked: false, ownQuestion: null };
  const desk = await openDesk([], { more: rows, rules });
  const listeners: Listener[] = [];
  try {
    listeners.push(...(await openListeners(desk)));
    const shown = await desk.signedIn();
    await watchRows(shown);
    await watchTaps(desk.kiosk.page);
    const times: number[] = [];
    const painted: number[] = [];
    for (const row of rows.slice(0, rounds)) {
      const round = await timeOne(desk.kiosk.page, shown, listeners, row);
      times.push(...round.heard, round.painted);
      painted.push(round.painted);
    }
    const p99 = percentile(times, 0.99);
    return [
      {
        measure: 'desks',
        rounds: times.length,
        value: tenth(p99),
        limit: goal,
        ratio: Math.round((p99 / goal) * 100) / 100,
        goal: `p99 <= ${String(goal)} ms on ${String(desks)} desks`,
        isMet: p99 <= goal,
        detail: {
          median: tenth(median(times)),
          paintedMedian: tenth(median(painted)),
          paintedMost: Math.max(...painted),
        },
      },
    ];
  } finally {
    for (const listener of listeners) listener.close();
    await desk.close();
  }
}

/** 0 is A, 25 is Z, 26 is BA: names that no other name begins with, as each ends in a full stop of its own in the page. */
function letters(index: number): string {
  const [high, low] = [Math.floor(index / 26), index % 26];
  return `${String.fromCharCode(97 + (high % 26))}${String.fromCharCode(97 + low)}${high > 25 ? 'x' : 'q'}`;
}

async function timeOne(
  kiosk: Page,
  shown: Page,
  listeners: readonly Listener[],
  row: MadeRow,
): Promise<{ heard: number[]; painted: number }> {
  await swiftCheckIn(kiosk, claimOf(row));
  const tappedAt = await kiosk.evaluate(() => (globalThis as unknown as PageGlobals).tappedAt);
  const painted = await shown
    .waitForFunction((name) => (globalThis as unknown as PageGlobals).seen[name], row.lastName)
    .then((found) => found.jsonValue());
  const heard = await Promise.all(
    listeners.map(async (listener) => {
      for (;;) {
        const at = listener.seenAt(row.lastName);
        if (at !== null) return at - tappedAt;
        await new Promise((resolve) => setImmediate(resolve));
      }
    }),
  );
  return { heard, painted: Number(painted) - tappedAt };
}

async function watchTaps(page: Page): Promise<void> {
  await page.evaluate(() => {
    const globals = globalThis as unknown as PageGlobals;
    globals.addEventListener('click', () => (globals.tappedAt = Date.now()), true);
  });
}

async function watchRows(page: Page): Promise<void> {
  await page.evaluate(() => {
    const globals = globalThis as unknown as PageGlobals;
    globals.seen = {};
    const look = (): void => {
      for (const [name] of (globals.document.body.textContent ?? '').matchAll(/Desk[a-z]{3}/g))
        globals.seen[name] ??= Date.now();
    };
    new globals.MutationObserver(look).observe(globals.document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    });
  });
}

/** Signs in as often as sessions are needed, and opens all streams but the browser's. */
async function openListeners({ address, signedIn }: DeskSituation): Promise<Listener[]> {
  const listeners: Listener[] = [];
  while (listeners.length < desks - 1) {
    const page = await signedIn();
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    // The page itself has one of the session's streams.
    await page.close();
    for (let stream = 0; stream < streamsOfSession && listeners.length < desks - 1; stream += 1)
      listeners.push(await listen(address, cookie));
  }
  return listeners;
}

/** Resolves once the stream has begun. */
function listen(address: string, cookie: string): Promise<Listener> {
  const seen = new Map<string, number>();
  return new Promise((resolve, reject) => {
    const session: ClientHttp2Session = connect(address, { rejectUnauthorized: false });
    session.on('error', reject);
    const stream = session.request({
      ':method': 'POST',
      ':path': '/desk/rpc/arrivals/live',
      'content-type': 'application/json',
      origin: address,
      cookie,
    });
    stream.setEncoding('utf8');
    stream.on('response', ({ ':status': status }) => {
      if (status !== 200) reject(new Error(`The stream was refused: ${String(status)}`));
    });
    stream.on('data', (part: string) => {
      const at = Date.now();
      for (const [name] of part.matchAll(/Desk[a-z]{3}/g)) if (!seen.has(name)) seen.set(name, at);
      resolve({
        seenAt: (name) => seen.get(name) ?? null,
        close() {
          session.destroy();
        },
      });
    });
    stream.on('error', reject);
    stream.end('{}');
  });
}
