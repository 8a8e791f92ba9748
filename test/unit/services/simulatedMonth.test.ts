import { expect, test } from 'vitest';
import { Temporal } from 'temporal-polyfill';
import type { CheckInAnswer, IdentityClaim } from '../../../preload/contract/kiosk';
import type { Day } from '../../../preload/contract/rules/dates';
import type { Visit } from '../../../main/domain/types';
import { defaultMachineSettings } from '../../../main/services/machineDefaults';
import { createCheckIn } from '../../../main/services/checkIn';
import { createHelp } from '../../../main/services/help';
import { createListState } from '../../../main/services/listState';
import type { Timers } from '../../../main/services/ports';
import { createReception } from '../../../main/services/reception';
import { purgeExpired } from '../../../main/services/retention';
import { createVisitSession } from '../../../main/services/visitSession';
import { openAlerts } from '../../../main/store/alerts';
import { countsOfDay } from '../../../main/store/counts';
import { queueTicketsOfDay } from '../../../main/store/tickets';
import { visitsOfDay } from '../../../main/store/visits';
import { appointment, claimOf } from '../../support/dayLists';
import { emisTable, removeFolders, toBytes, type MadeRow } from '../../support/listFiles';
import { openPractice, writeListAt } from '../../support/practice';

/*
 * A month of a practice on a real store: 22 days, 300 patients a day, the list imported again and again, and people who do what people
 * do. At the end of each day what stands in the store, the tickets, and what everybody was told must agree exactly.
 */

const firstDay = Temporal.PlainDate.from('2026-11-02');
const workingDays = 22;
const patientsADay = 300;
const idle = { warnAfterSeconds: 60, warningStandsSeconds: 20, endingStandsSeconds: 15 };

/** Chance that gives the same month every time (mulberry32). */
function createChance(seed: number): { next(): number; isOneIn(count: number): boolean; below(limit: number): number } {
  let state = seed;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return { next, below, isOneIn: (count) => below(count) === 0 };
}

/** Time that passes by itself whenever somebody waits for it. */
function createPassingTimers(): Timers & { pass(milliseconds: number): void } {
  let now = 0;
  return {
    monotonic: () => now,
    sleep(milliseconds) {
      now += milliseconds;
      return Promise.resolve();
    },
    every: () => () => undefined,
    pass: (milliseconds) => (now += milliseconds),
  };
}

type Told = Exclude<CheckInAnswer, { kind: 'askPostcode' }>;

/** Everything one patient was told in a day. */
interface Diary {
  told: Told['kind'][];
  tickets: Set<string>;
  isDisputed: boolean;
  saidToCome: boolean;
}

interface Comer {
  minute: number;
  row: MadeRow;
}

/** What a morning's list becomes as the day goes on: everybody whose time has passed is sent in, seen, or did not come. */
function listAt(rows: readonly MadeRow[], minute: number, hasCome: (row: MadeRow) => boolean): MadeRow[] {
  return rows.map((row) => {
    const start = minuteOf(row.time);
    if (row.status !== 'Booked' || start + 15 > minute) return row;
    if (!hasCome(row)) return { ...row, status: start + 40 < minute ? 'DNA' : 'Booked' };
    return { ...row, status: start + 30 > minute ? 'Send in' : 'Seen' };
  });
}

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

function makeDay(day: string, chance: ReturnType<typeof createChance>): MadeRow[] {
  return Array.from({ length: patientsADay }, (_, index) => {
    const row = appointment(index, { day, time: timeOf(8 * 60 + 30 + 5 * chance.below(102)) });
    const odd = chance.below(60);
    if (odd === 0) return { ...row, status: 'Cancelled' };
    if (odd === 1) return { ...row, slotType: 'Telephone' };
    if (odd === 2) return { ...row, location: 'Riverside Surgery' };
    if (odd === 3) return { ...row, marking: 'Private' };
    if (odd === 4) return { ...row, marking: 'See reception' };
    if (odd === 5) return { ...row, status: 'Arrived' };
    return row;
  });
}

function workingDaysFrom(first: Temporal.PlainDate, count: number): string[] {
  const days: string[] = [];
  for (let date = first; days.length < count; date = date.add({ days: 1 })) {
    if (date.dayOfWeek <= 5) days.push(date.toString());
  }
  return days;
}

test('after a month the store, the tickets and the endings told agree exactly', { timeout: 300_000 }, async () => {
  const chance = createChance(20_261_102);
  const timers = createPassingTimers();
  const practice = await openPractice({ now: `${firstDay.toString()}T07:00`, rules: { calling: 'here' } });
  const { store, clock, changes, log, importLists } = practice;
  const settings = { ...practice.settings, machine: () => ({ ...defaultMachineSettings, site: 'Main Surgery' }) };
  const listState = createListState({ ...practice, settings });
  const session = createVisitSession({ idle, timers, changes, log });
  const checkIn = createCheckIn({ ...practice, settings, listState, timers, session });
  const reception = createReception({ ...practice, timers, settings, session, random: () => chance.next() });
  const help = createHelp({ store, clock, changes, log });
  let claimsInMonth = 0;
  let checkedInInMonth = 0;

  for (const date of workingDaysFrom(firstDay, workingDays)) {
    const day = date as Day;
    const rows = makeDay(day, chance);
    const diaries = new Map<MadeRow, Diary>();
    const diaryOf = (row: MadeRow): Diary => {
      const known = diaries.get(row) ?? { told: [], tickets: new Set(), isDisputed: false, saidToCome: false };
      diaries.set(row, known);
      return known;
    };
    let claims = 0;
    let helpCalls = 0;
    const queueTickets: string[] = [];
    const setTime = (minute: number): void => {
      clock.set(`${day}T${timeOf(minute)}`);
      timers.pass(60_000);
    };
    const importAt = async (minute: number, list: readonly MadeRow[]): Promise<void> => {
      setTime(minute);
      await importLists([writeListAt('today.csv', toBytes(emisTable(list)), clock.instant())], () => undefined);
      removeFolders();
    };
    /** One patient at the kiosk: claims, reads, and perhaps does something about it. */
    const comes = async (row: MadeRow): Promise<void> => {
      const diary = diaryOf(row);
      const { dateOfBirth, letter } = claimOf(row);
      const by = (change: object = {}): IdentityClaim =>
        ({ by: 'letter', dateOfBirth, letter, ...change }) as unknown as IdentityClaim;
      const ask = async (claim: IdentityClaim): Promise<CheckInAnswer> => {
        claims += 1;
        const answer = await checkIn.claim(claim);
        if (answer === 'closed') throw new Error(`Check-in was closed at ${clock.now().time}`);
        return answer;
      };
      // Walks away before the last question is answered: main never hears of them.
      if (chance.isOneIn(40)) return session.end(true);
      if (chance.isOneIn(30)) {
        const wrong = await ask(by({ letter: letter === 'Q' ? 'X' : 'Q' }));
        expect(wrong).toEqual({ kind: 'reception' });
        if (chance.isOneIn(2)) return session.end(true);
      }
      const answer = await ask(by());
      if (answer.kind === 'askPostcode') throw new Error('Nobody shares a birthday');
      diary.told.push(answer.kind);
      if (answer.kind === 'checkedIn' || answer.kind === 'alreadyCheckedIn') {
        if (answer.ticket !== null) diary.tickets.add(answer.ticket);
        expect(answer.appointments.length).toBeGreaterThan(0);
        if (chance.isOneIn(25)) diary.isDisputed = await checkIn.dispute(answer.handle);
        else if (answer.questions.length > 0 && chance.isOneIn(3)) {
          expect(await checkIn.answer(answer.handle, { kind: 'skipped', question: 'needs' })).toBe(true);
        }
      } else if ('handle' in answer && chance.isOneIn(2)) diary.saidToCome = await checkIn.askedToCome(answer.handle);
      session.end(true);
    };

    await importAt(7 * 60 + 50, rows);
    const comers: Comer[] = rows
      .filter(() => !chance.isOneIn(20))
      .flatMap((row) => {
        const minute = Math.max(7 * 60 + 55, minuteOf(row.time) - 25 + chance.below(45));
        return chance.isOneIn(15)
          ? [
              { minute, row },
              { minute: minute + 1 + chance.below(20), row },
            ]
          : [{ minute, row }];
      })
      .sort((one, other) => one.minute - other.minute);
    let nextImport = 8 * 60 + 50;
    const hasCome = (row: MadeRow): boolean => (diaries.get(row)?.told ?? []).includes('checkedIn');
    for (const { minute, row } of comers) {
      while (nextImport <= minute) {
        // Now and then an older list comes late: everybody still booked.
        const isOlder = chance.isOneIn(8);
        await importAt(nextImport, isOlder ? rows : listAt(rows, nextImport, hasCome));
        nextImport += 90;
      }
      setTime(minute);
      await comes(row);
      if (chance.isOneIn(50)) {
        const { ticket } = await reception.choose('prescription');
        if (ticket !== null) queueTickets.push(ticket);
      }
      if (chance.isOneIn(150)) {
        await help.call();
        helpCalls += 1;
      }
    }

    const visits = await visitsOfDay(store.db, day);
    const visitOf = new Map(visits.map((visit) => [visit.patient.dateOfBirth as string, visit]));
    expect(visitOf.size).toBe(visits.length);
    for (const row of rows) agree(row, diaries.get(row), visitOf.get(row.dateOfBirth));
    expect(
      visits
        .filter(({ ticket }) => ticket !== null)
        .map(({ ticket }) => ticket)
        .sort(),
    ).toEqual([...diaries.values()].flatMap(({ tickets }) => [...tickets]).sort());
    const given = [...visits.flatMap(({ ticket }) => ticket ?? []), ...queueTickets];
    expect(new Set(given).size).toBe(given.length);
    expect((await queueTicketsOfDay(store.db, day)).map(({ ticket }) => ticket).sort()).toEqual(queueTickets.sort());
    const alerts = await openAlerts(store.db, day);
    expect(alerts.filter(({ kind }) => kind === 'helpNeeded')).toHaveLength(helpCalls);
    const counts = await countsOfDay(store.db, day);
    const counted = Object.entries(counts).filter(([name]) => name.startsWith('claims.'));
    expect(counted.reduce((sum, [, count]) => sum + count, 0)).toBe(claims);
    claimsInMonth += claims;
    checkedInInMonth += visits.filter(({ firstArrivedAt }) => firstArrivedAt !== null).length;
    await purgeExpired(practice);
  }
  // A month in which next to nobody was checked in would agree with itself too.
  expect(claimsInMonth).toBeGreaterThan(workingDays * patientsADay * 0.9);
  expect(checkedInInMonth).toBeGreaterThan(workingDays * patientsADay * 0.6);
});

/** What one patient was told, held against what stands in the store about them. */
function agree(row: MadeRow, diary: Diary | undefined, visit: Visit | undefined): void {
  const what = JSON.stringify({ told: diary?.told, at: row.time, status: row.status, visit });
  if (diary === undefined || diary.told.length === 0) {
    expect(visit, what).toBeUndefined();
    return;
  }
  if (visit === undefined) throw new Error(`told and not stored: ${what}`);
  const { told } = diary;
  const last = told.at(-1);
  const isArrived = visit.arrivals.some(({ state }) => state === 'arrived');
  expect(told.filter((kind) => kind === 'checkedIn').length, what).toBeLessThanOrEqual(1);
  expect(visit.firstArrivedAt !== null, what).toBe(told.includes('checkedIn'));
  expect(visit.arrivals.length > 0, what).toBe(told.includes('checkedIn') || told.includes('alreadyCheckedIn'));
  expect(visit.ticket === null, what).toBe(diary.tickets.size === 0);
  expect([...diary.tickets], what).toEqual(visit.ticket === null ? [] : [visit.ticket]);
  if (diary.isDisputed) expect(isArrived, what).toBe(false);
  if (last === 'checkedIn' || last === 'alreadyCheckedIn')
    expect(visit.notCheckedIn === null, what).toBe(!diary.isDisputed);
  else if (last === 'byPhone' && diary.saidToCome) expect(visit.notCheckedIn, what).toBe('askedToComeIn');
  else if (last !== 'reception') expect(visit.notCheckedIn, what).toBe(last);
  else if (!isArrived) expect(visit.notCheckedIn, what).not.toBeNull();
}
