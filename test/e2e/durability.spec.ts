import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { appointments, claimOf, listFolder, writeDayList } from '../support/dayLists';
import { freshFolder, startKiosk, type Kiosk } from '../support/kioskApp';
import type { MadeRow } from '../support/listFiles';
import { heading, headings } from '../support/patient';
import { swiftCheckIn } from '../support/swiftCheckIn';
import { tracingWrapper, type SystemCall } from '../support/systemCalls';

const day = '2026-11-23';
const demonstration = ['--demo', '--now', `${day}T10:00`];
const rounds = 50;
/** Kiosks side by side, each with its own folder: starting one is mostly waiting. */
const lanes = 2;

test(`${rounds} times killed right after "You are checked in", the kiosk has lost no arrival`, async () => {
  test.setTimeout(600_000);
  const rows = appointments(rounds + lanes, { day, time: '10:20' });
  const list = writeDayList(listFolder(), 'today.csv', 'emis', rows);
  const perLane = rounds / lanes;
  await Promise.all(
    Array.from({ length: lanes }, (_, lane) =>
      killAgainAndAgain(list, rows.slice(lane * perLane, (lane + 1) * perLane)),
    ),
  );
});

/** One kiosk after the other on one folder: each knows of the arrival that the one before it was killed over. */
async function killAgainAndAgain(list: string, rows: readonly MadeRow[]): Promise<void> {
  const dataFolder = freshFolder();
  let before: MadeRow | null = null;
  for (const [round, row] of rows.entries()) {
    const kiosk: Kiosk = await startKiosk({
      dataFolder,
      args: [...demonstration, ...(round === 0 ? ['--list', list] : [])],
    });
    if (before !== null) {
      expect((await swiftCheckIn(kiosk.page, claimOf(before))).heading).toBe('You are already checked in');
    }
    const isGone = once(kiosk.app.process(), 'exit');
    expect((await swiftCheckIn(kiosk.page, claimOf(row))).heading).toBe('You are checked in');
    const { pid = 0 } = kiosk.app.process();
    // The whole group at once, as a power cut takes it; every other time the main process alone, as an out-of-memory kill does.
    process.kill(round % 2 === 0 ? -pid : pid, 'SIGKILL');
    await isGone;
    before = row;
  }
  const last = await startKiosk({ dataFolder, args: demonstration });
  for (const row of rows) {
    expect((await swiftCheckIn(last.page, claimOf(row))).heading).toBe('You are already checked in');
  }
  await last.app.close();
  rmSync(dataFolder, { recursive: true, force: true });
}

test('the write-ahead log is on disk before any word of the answer leaves for the page', async () => {
  test.skip(process.platform !== 'linux', 'strace is of Linux');
  const rows = appointments(10, { day, time: '10:20' });
  const list = writeDayList(listFolder(), 'today.csv', 'emis', rows);
  const trace = tracingWrapper();
  const kiosk = await startKiosk({ args: [...demonstration, '--list', list], wrapper: trace.wrapper });
  await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
  for (const row of rows) {
    expect((await swiftCheckIn(kiosk.page, claimOf(row))).heading).toBe('You are checked in');
  }
  await kiosk.close();

  const threads = trace.threads();
  trace.remove();
  const calls = threads.find((thread) => thread.some(isAnswered)) ?? [];
  const answers = calls.flatMap((call, index) => (isAnswered(call) ? [index] : []));
  expect(answers).toHaveLength(rows.length);
  for (const [number, answered] of answers.entries()) {
    const since = calls.slice((answers[number - 1] ?? -1) + 1, answered);
    const synced = since.findLastIndex(isSync);
    const written = since.findIndex((call, index) => isLogWrite(call) && !since.slice(index, synced).some(isSync));
    // The arrival was written, then synced with success; nothing was written to the log after that sync.
    expect(written).toBeGreaterThanOrEqual(0);
    expect(synced).toBeGreaterThan(written);
    expect(since[synced]?.text).toMatch(/= 0$/);
    expect(since.slice(synced).some(isLogWrite)).toBe(false);
    // The page hears nothing from the moment the arrival is written until it is synced …
    const reply = calls.slice(answered).find(isMessage);
    expect(since.slice(written, synced).filter(({ target }) => target === reply?.target)).toEqual([]);
    // … and the next message to it leaves when the sync has returned.
    expect(reply?.began).toBeGreaterThan(since[synced]?.ended ?? Number.POSITIVE_INFINITY);
  }
});

/** The kiosk's own log line, written once the transaction has returned and before the answer is made. */
const isAnswered = ({ target, text, name }: SystemCall): boolean =>
  name === 'write' && !target.endsWith('.log') && /checkIn\.answered.*checkedIn/.test(text);
const isSync = ({ name, target }: SystemCall): boolean =>
  /^f(data)?sync$/.test(name) && target.endsWith('kiosk.db-wal');
const isLogWrite = ({ name, target }: SystemCall): boolean => name === 'pwrite64' && target.endsWith('kiosk.db-wal');
const isMessage = ({ name, target }: SystemCall): boolean => name.startsWith('send') && target.startsWith('socket:');
