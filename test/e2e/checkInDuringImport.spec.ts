import { expect, test } from '@playwright/test';
import { finished, startImport } from '../support/commands';
import { appointments, claimOf, listFolder, writeDayList } from '../support/dayLists';
import { startKiosk, type Kiosk } from '../support/kioskApp';
import { makeRows, type MadeRow } from '../support/listFiles';
import { heading, headings } from '../support/patient';
import { putFirst } from '../support/priority';
import { swiftCheckIn } from '../support/swiftCheckIn';

const day = '2026-11-23';
/** What a check-in may wait for an import (design §13), and what it takes in any case; milliseconds. */
const longestWait = 50;
const fixedAnswer = 50;
/** Whatever else the machine does can only lengthen a wait, so the quietest of a few runs is the nearest to the kiosk's own share. */
const runs = 5;

/** How long check-ins waited during one import, milliseconds. */
interface Waits {
  checkIns: number;
  /** The longest that main took beyond its fixed time, by its own log: waiting for the import's transactions and the disk. */
  mostInMain: number;
  /** From the last touch to the ending, beyond what it took the same page before the import. */
  usualOnScreen: number;
  mostOnScreen: number;
  importTook: number;
}

test('a check-in during an import of 30,000 rows waits at most 50 ms for it', async () => {
  test.setTimeout(180_000);
  const people = appointments(600, { day, time: '10:20' });
  const folder = listFolder();
  const small = writeDayList(folder, 'small.csv', 'emis', people);
  const large = writeDayList(folder, 'large.csv', 'emis', [...people, ...makeRows(30_000 - people.length, { day })]);
  const kiosk = await startKiosk({ args: ['--demo', '--now', `${day}T10:00`, '--list', small] });
  const { page, dataFolder } = kiosk;
  await expect(heading(page, headings.welcome)).toBeVisible();
  putFirst(kiosk.app.process().pid ?? 0);
  const waiting = [...people];
  const measured: Waits[] = [];
  const isGood = ({ mostInMain, usualOnScreen }: Waits): boolean => Math.max(mostInMain, usualOnScreen) <= longestWait;
  while (measured.length < runs && !measured.some(isGood)) {
    const alone = median(
      (await checkInUntil(kiosk, waiting, (done) => done >= 15)).map(({ milliseconds }) => milliseconds),
    );
    let isOver = false;
    const importing = finished(startImport({ dataFolder, files: [large], args: ['--demo'] })).finally(
      () => (isOver = true),
    );
    const during = await checkInUntil(kiosk, waiting, () => isOver);
    expect((await importing).exitCode).toBe(0);
    const { from, to } = lastImport(kiosk.log());
    const onScreen = during
      .filter(({ began, ended }) => ended > from && began < to)
      .map(({ milliseconds }) => milliseconds);
    const inMain = answersWithin(kiosk.log(), from, to);
    measured.push({
      checkIns: inMain.length,
      mostInMain: Math.max(...inMain) - fixedAnswer,
      usualOnScreen: Math.round(median(onScreen) - alone),
      mostOnScreen: Math.round(Math.max(...onScreen) - alone),
      importTook: to - from,
    });
  }
  await kiosk.close();
  test.info().annotations.push({ type: 'waits in milliseconds', description: JSON.stringify(measured) });
  // Enough of them that some fall on the worst moments.
  expect(Math.min(...measured.map(({ checkIns }) => checkIns))).toBeGreaterThanOrEqual(5);
  expect(measured.filter(isGood), JSON.stringify(measured)).not.toEqual([]);
});

/** One patient after the other, until enough are done. */
async function checkInUntil(
  { page }: Kiosk,
  waiting: MadeRow[],
  isEnough: (done: number) => boolean,
): Promise<{ began: number; ended: number; milliseconds: number }[]> {
  const done = [];
  while (!isEnough(done.length)) {
    const next = waiting.shift();
    if (next === undefined) throw new Error('More patients are needed than were made');
    const { heading: said, milliseconds } = await swiftCheckIn(page, claimOf(next));
    expect(said).toBe('You are checked in');
    const ended = Date.now();
    done.push({ began: ended - milliseconds, ended, milliseconds });
  }
  return done;
}

/** When the last import began and ended, by the kiosk's own log; milliseconds since the epoch. */
function lastImport(log: string): { from: number; to: number } {
  const line = log.split('\n').findLast((one) => one.includes('"list.imported"')) ?? '{}';
  const { time, milliseconds } = JSON.parse(line) as { time: string; milliseconds: number };
  const to = Date.parse(time);
  return { from: to - milliseconds, to };
}

/** How long each check-in answered between `from` and `to` took main, by its own log. */
function answersWithin(log: string, from: number, to: number): number[] {
  return log
    .split('\n')
    .filter((line) => line.includes('"checkIn.answered"'))
    .map((line) => JSON.parse(line) as { time: string; milliseconds: number })
    .filter(({ time, milliseconds }) => Date.parse(time) > from && Date.parse(time) - milliseconds < to)
    .map(({ milliseconds }) => milliseconds);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
