import { expect, type Page } from '@playwright/test';
import type { Day } from '../../preload/contract/rules/dates';
import type { AlertDetail, AlertKind } from '../../main/domain/alerts';
import type { PracticeRules, Visit } from '../../main/domain/types';
import { openAlerts } from '../../main/store/alerts';
import { countsOfDay } from '../../main/store/counts';
import { queueTicketsOfDay } from '../../main/store/tickets';
import { visitsOfDay } from '../../main/store/visits';
import { controlJson, importJson } from './commands';
import { appointment, claimOf, listFolder, writeDayList, writeFileFor } from './dayLists';
import { startKiosk, type Kiosk } from './kioskApp';
import type { MadeRow } from './listFiles';
import { answerQuestions, checkIn, heading, press, type Claim } from './patient';
import { keysFolder, readStoreCopy } from './storeCopy';

/*
 * Situations at the kiosk, as tables: who comes, what they touch, what they are told, and what stands in the store afterwards. After each
 * of them nothing of anybody's personal data may be in the page, and nobody else's visit may have changed.
 */

/** Names that appear in no word of the kiosk, so that finding one in the page means that it leaked. */
const lastNames = [
  'Abernathy',
  'Bracegirdle',
  'Cholmondeley',
  'Dunwoodie',
  'Entwhistle',
  'Featherstone',
  'Goldsborough',
];
const firstNames = ['Zebedee', 'Ottoline', 'Quentin', 'Peregrine', 'Wilhelmina'];

export const day = '2026-11-23' as Day;
let people = 0;

/** Somebody nobody else shares a birthday with, with an appointment at `time`; `change` as for a row of the list. */
export function patient(time: string, change: Partial<MadeRow> = {}): MadeRow {
  people += 1;
  const lastName = lastNames[people % lastNames.length] ?? '';
  const firstName = firstNames[people % firstNames.length] ?? '';
  return appointment(people, { day, time, lastName, firstName, ...change });
}

/** Another appointment of the same patient. */
export function another(row: MadeRow, time: string, change: Partial<MadeRow> = {}): MadeRow {
  return { ...row, time, ...change };
}

/** What stands in the store, as far as a situation may ask. */
export interface Facts {
  /** Visits of the people of this situation. */
  visits: Visit[];
  alerts: { kind: AlertKind; detail: AlertDetail | null; visitId: string | null }[];
  /** What has been added to the day's counts by this situation. */
  counts: Record<string, number>;
  queueTickets: { queue: string; kind: string; ticket: string }[];
}

export interface Situation {
  what: string;
  /** Rows of today's list that this situation needs. */
  rows?: MadeRow[];
  /** From Welcome to the ending; by itself the patient of the first row checks in. */
  act?: (page: Page, kiosk: Kiosk) => Promise<void>;
  heading: string | RegExp;
  says?: (string | RegExp)[];
  saysNot?: (string | RegExp)[];
  /** Good endings have a tick and no "You are not checked in"; everything else the reverse. By itself read from the heading. */
  isGood?: boolean;
  /** `Finish`, or somewhere else the page must be left at. */
  leave?: (page: Page) => Promise<void>;
  store?: (facts: Facts) => void;
  /** Not an ending: the words of `You are not checked in` are not expected. */
  isEnding?: boolean;
}

interface Opening {
  rules?: Partial<PracticeRules>;
  /** London wall time. */
  now?: string;
  /** Rows of the list beside those of the situations. */
  more?: MadeRow[];
  /** The heading of the first screen. */
  opensWith?: RegExp;
}

/** A kiosk on a demonstration folder with one list of everybody in `situations`, and the practice's rules. */
export async function openSituations(
  situations: readonly Situation[],
  { rules = {}, now = `${day}T10:00`, more = [], opensWith = /^Welcome to / }: Opening = {},
): Promise<SituationKiosk> {
  const folder = listFolder();
  // Somebody may come twice.
  const rows = [...new Set([...situations.flatMap((one) => one.rows ?? []), ...more])];
  const list = writeDayList(folder, 'today.csv', 'emis', rows);
  const settings = writeFileFor(folder, 'settings.json', JSON.stringify(rules));
  const demo = ['--demo', '--now', now];
  const kiosk = await startKiosk({ args: [...demo, '--list', list, '--settings', settings] });
  await expect(heading(kiosk.page, opensWith)).toBeVisible();
  const keys = await keysFolder(kiosk);
  let before = await readFacts(kiosk, keys);
  return {
    kiosk,
    page: kiosk.page,
    folder,
    rows,
    async play(one) {
      const { page } = kiosk;
      const act = one.act ?? ((shown: Page) => checkIn(shown, claimOf(firstOf(one))));
      await act(page, kiosk);
      await expect(heading(page, one.heading)).toBeVisible();
      if (one.isEnding !== false) {
        const isGood = one.isGood ?? /^You are (already )?checked in$/.test(String(one.heading));
        await expect(page.getByText('You are not checked in')).toBeVisible({ visible: !isGood });
      }
      for (const words of one.says ?? []) await expect(page.getByText(words).first()).toBeVisible();
      for (const words of one.saysNot ?? []) await expect(page.getByText(words)).toHaveCount(0);
      expectNobodyIn(await page.content(), rows);
      await (one.leave ?? ((shown: Page) => press(shown, 'Finish')))(page);
      await expect(heading(page, /^Welcome to /)).toBeVisible();
      expectNobodyIn(await page.content(), rows);
      const after = await readFacts(kiosk, keys);
      const own = new Set((one.rows ?? []).map((row) => row.dateOfBirth));
      const others = (visits: readonly Visit[]) =>
        visits.filter(({ patient: { dateOfBirth } }) => !own.has(dateOfBirth));
      expect(others(after.visits), 'nobody else’s visit has changed').toEqual(others(before.visits));
      const known = new Set(before.alerts.map(({ id }) => id));
      one.store?.({
        visits: after.visits.filter(({ patient: { dateOfBirth } }) => own.has(dateOfBirth)),
        alerts: after.alerts.filter(({ id }) => !known.has(id)),
        counts: added(before.counts, after.counts),
        queueTickets: after.queueTickets.slice(before.queueTickets.length),
      });
      before = after;
    },
    async bringIn(name, newer) {
      const file = writeDayList(folder, name, 'emis', newer);
      const { exitCode, stderr } = await importJson({ dataFolder: kiosk.dataFolder, files: [file], args: demo });
      expect(exitCode, stderr).toBe(0);
      before = await readFacts(kiosk, keys);
    },
    async control(...action) {
      return controlJson({ dataFolder: kiosk.dataFolder, action, args: demo });
    },
    async close() {
      await kiosk.close();
    },
  };
}

export interface SituationKiosk {
  kiosk: Kiosk;
  page: Page;
  /** Where settings of this kiosk may be written. */
  folder: string;
  rows: readonly MadeRow[];
  /** Plays one situation and checks all it must show. */
  play(situation: Situation): Promise<void>;
  /** Imports another list while the kiosk runs. */
  bringIn(name: string, list: readonly MadeRow[]): Promise<void>;
  /** `npm run control` on the running kiosk. */
  control(...action: string[]): Promise<{ exitCode: number | null; stdout: string; stderr: string }>;
  close(): Promise<void>;
}

async function readFacts(kiosk: Kiosk, keys: string) {
  return readStoreCopy(kiosk.dataFolder, keys, 'demonstration', async ({ db }) => ({
    visits: await visitsOfDay(db, day),
    alerts: await openAlerts(db, day),
    counts: await countsOfDay(db, day),
    queueTickets: await queueTicketsOfDay(db, day),
  }));
}

function added(before: Record<string, number>, after: Record<string, number>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(after).flatMap(([name, count]) => {
      const more = count - (before[name] ?? 0);
      return more === 0 ? [] : [[name, more]];
    }),
  );
}

function firstOf(one: Situation): MadeRow {
  const [row] = one.rows ?? [];
  if (row === undefined) throw new Error(`${one.what}: nobody comes`);
  return row;
}

/** No name, birthday, number or address of anybody, the one who stands there included. */
function expectNobodyIn(html: string, rows: readonly MadeRow[]): void {
  const text = html.toLowerCase();
  const found = rows
    .flatMap((row) => [row.lastName, row.firstName, row.dateOfBirth, row.nhsNumber, row.patientId, row.postcode])
    .filter((data) => data !== '' && text.includes(data.toLowerCase()));
  expect(found).toEqual([]);
}

/** `Check in someone else`, and who that is. */
export async function checkInSomeoneElse(page: Page, claim: Claim): Promise<void> {
  await press(page, 'Check in someone else');
  await answerQuestions(page, claim);
}
