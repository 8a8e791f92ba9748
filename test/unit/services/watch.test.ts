import { describe, expect, onTestFinished, test } from 'vitest';
import { clockTimeSchema, dateSchema } from '../../../preload/contract/rules/dates';
import type { ListedAppointment, OpeningHours, PracticeRules, Visit } from '../../../main/domain/types';
import { defaultMachineSettings } from '../../../main/services/machineDefaults';
import { startWatch } from '../../../main/services/watch';
import { acknowledgeAlert, openAlerts } from '../../../main/store/alerts';
import { candidates } from '../../../main/store/checkIn';
import { retireSource } from '../../../main/store/lists';
import { addArrivals, saveVisit, visitById } from '../../../main/store/visits';
import { emisTable, makeRows, toBytes } from '../../support/listFiles';
import { openPractice, settle, writeListAt } from '../../support/practice';
import { sampleArrival, sampleVisit } from '../../store/support/samples';
import { importRows, row, site } from './support';

const day = dateSchema.parse('2026-11-23');
const quarter = 15_000;
const quiet = (): void => undefined;

/** A practice that is being watched; `pass` lets both clocks go on, by 15 seconds at a time unless told otherwise. */
async function watched(
  options: { now?: string; rules?: Partial<PracticeRules>; rows?: readonly ListedAppointment[] | null } = {},
) {
  const { rows = [row(9, '17:00')] } = options;
  const practice = await openPractice(options);
  /** Puts a list into use that is true now. */
  const list = (some: readonly ListedAppointment[]): Promise<void> => {
    const listAsOf = practice.clock.instant();
    return importRows(practice.store, some, {
      rules: practice.settings.rules(),
      listAsOf,
      on: practice.clock.now().day,
    });
  };
  if (rows !== null) await list(rows);
  let visitsEnded = 0;
  let clockTold = 0;
  practice.changes.subscribe(['clock'], () => (clockTold += 1));
  onTestFinished(startWatch({ ...practice, endVisit: () => (visitsEnded += 1) }));
  const tick = async (milliseconds = quarter): Promise<void> => {
    practice.timers.advance(milliseconds);
    await settle();
  };
  const pass = async (milliseconds = quarter): Promise<void> => {
    practice.clock.jump(milliseconds / 1000);
    await tick(milliseconds);
  };
  const alerts = () => openAlerts(practice.store.db, practice.clock.now().day);
  const kinds = async () => (await alerts()).map(({ kind }) => kind);
  return { ...practice, list, tick, pass, alerts, kinds, visitsEnded: () => visitsEnded, clockTold: () => clockTold };
}

describe('a machine clock that jumps', () => {
  test.each([600, -600])('is noticed, logged, told to staff, and ends the visit (%i seconds)', async (seconds) => {
    const { clock, pass, alerts, log, visitsEnded, clockTold, published } = await watched();
    clock.jump(seconds);
    await pass();
    expect(await alerts()).toMatchObject([{ kind: 'clockJumped', visitId: null, detail: { seconds } }]);
    expect(log.entries).toEqual([
      { event: 'clock.jumped', fields: { count: seconds } },
      { event: 'alert.raised', fields: { kind: 'clockJumped' } },
    ]);
    expect(visitsEnded()).toBe(1);
    expect(clockTold()).toBe(1);
    expect(published).toEqual(['alerts']);
    await pass();
    expect(await alerts()).toHaveLength(1);
    expect(visitsEnded()).toBe(1);
  });

  test('by less than two minutes leaves whoever stands there alone', async () => {
    const { clock, pass, alerts, visitsEnded } = await watched();
    clock.jump(90);
    await pass();
    expect(await alerts()).toMatchObject([{ kind: 'clockJumped', detail: { seconds: 90 } }]);
    expect(visitsEnded()).toBe(0);
  });

  test('over midnight ends the visit however small it is', async () => {
    const { clock, pass, visitsEnded } = await watched({ now: '2026-11-23T23:59' });
    clock.jump(70);
    await pass();
    expect(visitsEnded()).toBe(1);
  });

  test.each([
    ['spring', '2026-03-29T00:59'],
    ['autumn', '2026-10-25T01:59'],
  ])('is not what happens when the clocks change in %s', async (_season, now) => {
    const { pass, alerts, log, visitsEnded } = await watched({ now });
    for (let minute = 0; minute < 5; minute += 1) await pass(60_000);
    expect(await alerts()).toEqual([]);
    expect(log.events).toEqual([]);
    expect(visitsEnded()).toBe(0);
  });
});

test('midnight is told to the page, and nobody is sent away by it', async () => {
  const { pass, clockTold, alerts, visitsEnded } = await watched({ now: '2026-11-23T23:59' });
  await pass();
  expect(clockTold()).toBe(0);
  await pass(60_000);
  expect(clockTold()).toBe(1);
  expect(await alerts()).toEqual([]);
  expect(visitsEnded()).toBe(0);
});

describe('a list that is too old', () => {
  const list = (): string => writeListAt('today.csv', toBytes(emisTable(makeRows(3))));

  test('is told once for as long as it stays too old, and again the next time', async () => {
    const { importLists, clock, pass, alerts, store } = await watched();
    const told = async () => (await alerts()).filter(({ kind }) => kind === 'listTooOld');
    const wait = async (minutes: number): Promise<void> => {
      clock.jump(minutes * 60);
      await pass();
    };
    await importLists([list()], quiet);
    await wait(119);
    expect(await told()).toEqual([]);
    await wait(2);
    const [alert] = await told();
    expect(alert).toMatchObject({ visitId: null, detail: null });
    await store.write((db) => acknowledgeAlert(db, alert?.id ?? '', clock.instant()));
    await wait(10);
    expect(await told()).toEqual([]);
    await importLists([writeListAt('newer.csv', toBytes(emisTable(makeRows(4))), clock.instant())], quiet);
    await pass();
    expect(await told()).toEqual([]);
    await wait(121);
    expect(await told()).toHaveLength(1);
  });

  test('is told only while the practice is open', async () => {
    const hours = [{ from: clockTimeSchema.parse('08:00'), to: clockTimeSchema.parse('12:00') }];
    const openingHours = Object.fromEntries(
      ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((name) => [name, hours]),
    ) as OpeningHours;
    const { importLists, clock, tick, alerts, log, settings } = await watched({ rules: { openingHours } });
    await importLists([list()], quiet);
    clock.set('2026-11-23T13:00');
    await tick();
    expect((await alerts()).map(({ kind }) => kind)).toEqual(['clockJumped']);
    await settings.setRules({ openingHours: null }, 'test');
    await tick();
    expect((await alerts()).map(({ kind }) => kind)).toContain('listTooOld');
    expect(log.events).not.toContain('procedure.failed');
  });
});

describe('check-in that is closed', () => {
  const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const opening = (from: string, to: string): OpeningHours => {
    const hours = [{ from: clockTimeSchema.parse(from), to: clockTimeSchema.parse(to) }];
    return Object.fromEntries(weekdays.map((name) => [name, hours])) as OpeningHours;
  };

  test('for want of a list is told in opening hours, once a day: the export that fails every morning', async () => {
    const { tick, kinds, clock, timers } = await watched({
      now: '2026-11-23T07:59',
      rules: { openingHours: opening('08:00', '18:30') },
      rows: null,
    });
    const at = async (time: string): Promise<string[]> => {
      clock.set(time);
      await tick();
      return (await kinds()).filter((kind) => kind !== 'clockJumped');
    };
    expect(timers.monotonic()).toBe(0);
    expect(await at('2026-11-23T07:59')).toEqual([]);
    expect(await at('2026-11-23T08:00')).toEqual(['listTooOld']);
    expect(await at('2026-11-23T12:00')).toEqual(['listTooOld']);
    expect(await at('2026-11-23T20:00')).toEqual(['listTooOld']);
    expect(await at('2026-11-24T07:00')).toEqual([]);
    expect(await at('2026-11-24T08:00')).toEqual(['listTooOld']);
  });

  test.each([
    ['at seven on a Monday', '2026-11-23T07:00', ['listTooOld']],
    ['before seven', '2026-11-23T06:59', []],
    ['at seven in the evening', '2026-11-23T19:00', []],
    ['on a Saturday', '2026-11-28T10:00', []],
    ['on a bank holiday', '2026-12-25T10:00', []],
  ])(
    'for want of a list, where no opening hours are set, is told on working days only: %s',
    async (_when, now, told) => {
      const { pass, kinds } = await watched({ now, rows: null });
      await pass();
      expect(await kinds()).toEqual(told);
    },
  );

  test('because nobody knows where the kiosk stands is told once, and again the next time', async () => {
    const two = [row(1, '17:00'), row(2, '17:10', { location: 'Branch Surgery' })];
    const { pass, kinds, alerts, list, store, clock } = await watched({ rows: two });
    await pass();
    const [alert] = await alerts();
    expect(alert).toMatchObject({ kind: 'siteUnknown', visitId: null, detail: null });
    await store.write((db) => acknowledgeAlert(db, alert?.id ?? '', clock.instant()));
    await pass();
    expect(await kinds()).toEqual([]);
    await list([row(1, '17:00')]);
    await pass();
    await list(two);
    await pass();
    expect(await kinds()).toEqual(['siteUnknown']);
  });

  test('because the clock is behind is told', async () => {
    const { pass, kinds, lastInstant, clock } = await watched();
    clock.set('2026-11-23T10:30');
    await lastInstant.save();
    clock.set('2026-11-23T10:00');
    await pass();
    expect(await kinds()).toEqual(['clockBehind']);
  });

  test('because no desk is connected is not told: nobody would hear it', async () => {
    const { pass, kinds, listState } = await watched({ rules: { isSignedOff: true } });
    await pass();
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'nobodyKnows' });
    expect(await kinds()).toEqual([]);
  });
});

describe('somebody who came too early', () => {
  const early = (change: Partial<Visit> = {}): Visit =>
    sampleVisit(1, {
      day,
      firstArrivedAt: null,
      notCheckedIn: 'tooEarly',
      opensAt: '2026-11-23T10:01:00.000Z',
      ...change,
    });
  /** The list says 10:31, so that check-in opens at 10:01, a minute from now. */
  const listed = row(1, '10:31');

  async function withEarly({ rows = [listed] as readonly ListedAppointment[], change = {} as Partial<Visit> } = {}) {
    const practice = await watched({ rows });
    const visit = early(change);
    await practice.store.write((db) => saveVisit(db, visit));
    const toldOf = async () => (await practice.alerts()).filter(({ kind }) => kind === 'windowOpen');
    const minutes = async (count: number): Promise<void> => {
      for (let quarters = 0; quarters < 4 * count; quarters += 1) await practice.pass();
    };
    return { ...practice, visit, toldOf, minutes, known: () => visitById(practice.store.db, visit.id) };
  }

  test('is told to staff once, when their window opens', async () => {
    const { store, pass, minutes, toldOf, log, clock, visit, published } = await withEarly();
    await minutes(0.75);
    expect(await toldOf()).toEqual([]);
    await pass();
    const [alert] = await toldOf();
    expect(alert).toMatchObject({ kind: 'windowOpen', visitId: visit.id, detail: null });
    expect(log.entries).toEqual([{ event: 'alert.raised', fields: { kind: 'windowOpen' } }]);
    published.length = 0;
    await pass();
    expect(await toldOf()).toHaveLength(1);
    await store.write((db) => acknowledgeAlert(db, alert?.id ?? '', clock.instant()));
    await pass();
    expect(await toldOf()).toEqual([]);
    expect(published).toEqual([]);
  });

  test('and comes too early again for a later appointment is told of again, whether or not staff have looked', async () => {
    const { store, minutes, toldOf, visit, list } = await withEarly();
    await minutes(2);
    expect(await toldOf()).toHaveLength(1);
    await list([row(1, '10:40')]);
    await store.write((db) => saveVisit(db, { ...visit, opensAt: '2026-11-23T10:10:00.000Z' }));
    await minutes(7);
    expect(await toldOf()).toHaveLength(1);
    await minutes(2);
    expect(await toldOf()).toHaveLength(2);
    await minutes(2);
    expect(await toldOf()).toHaveLength(2);
  });

  test.each([
    ['cancelled it', [row(1, '10:31', { status: 'cancelled' })]],
    ['dropped it', [row(2, '10:31')]],
    ['moved it to another site', [row(1, '10:31', { location: 'Branch Surgery' }), row(2, '10:31')]],
    ['made it a call', [row(1, '10:31', { mode: 'phone' })]],
    ['called it arrived', [row(1, '10:31', { status: 'arrived' })]],
  ] as const)('is not told of when a later list has %s, and what they came for stays known', async (_what, rows) => {
    const { list, minutes, toldOf, known, settings } = await withEarly();
    settings.machine = () => ({ ...defaultMachineSettings, site });
    await list(rows);
    await minutes(3);
    expect(await toldOf()).toEqual([]);
    expect(await known()).toMatchObject({ notCheckedIn: 'tooEarly', opensAt: null });
  });

  test('is told of again when a list that had lost their appointment is put right', async () => {
    const { list, minutes, toldOf } = await withEarly();
    await list([row(2, '10:31')]);
    await minutes(2);
    expect(await toldOf()).toEqual([]);
    await list([listed]);
    await minutes(1);
    expect(await toldOf()).toHaveLength(1);
  });

  test.each([
    ['later', '10:35', 4, '2026-11-23T10:05:00.000Z'],
    ['earlier', '10:28', 0, '2026-11-23T09:58:00.000Z'],
  ])('is told of at the new time when their appointment was moved %s', async (_how, time, after, opensAt) => {
    const { list, minutes, toldOf, known } = await withEarly();
    await list([row(1, time)]);
    await minutes(after);
    expect(await toldOf()).toEqual([]);
    await minutes(1);
    expect(await toldOf()).toHaveLength(1);
    expect(await known()).toMatchObject({ opensAt });
  });

  test('is told of although the list is too old by then, and not without any list', async () => {
    const stale = await withEarly();
    await stale.settings.setRules({ closeListAfterMinutes: 0 }, 'test');
    await stale.minutes(2);
    expect(await stale.listState.read()).toEqual({ kind: 'closed', reason: 'staleList' });
    expect(await stale.toldOf()).toHaveLength(1);
    const none = await withEarly();
    await none.store.write((db) => retireSource(db, 'emis', day));
    await none.minutes(2);
    expect(await none.toldOf()).toEqual([]);
    await none.list([listed]);
    await none.minutes(1);
    expect(await none.toldOf()).toHaveLength(1);
  });

  test('has an arrival at the one appointment, and waits for the other: told of when that one opens', async () => {
    const { store, list, minutes, toldOf, visit } = await withEarly();
    await list([row(1, '10:05'), row(1, '10:31', { clinician: 'Nurse Amy Bell' })]);
    await store.write(async (db) => {
      await saveVisit(db, { ...visit, firstArrivedAt: '2026-11-23T10:00:00.000Z' });
      const [{ id } = { id: 0 }] = (await candidates(db, day, visit.patient.dateOfBirth)).appointments;
      await addArrivals(db, [sampleArrival(visit, { appointmentId: id })]);
    });
    await minutes(0.75);
    expect(await toldOf()).toEqual([]);
    await minutes(1);
    expect(await toldOf()).toHaveLength(1);
  });

  test('and has been checked in since is not told of', async () => {
    const { minutes, toldOf } = await withEarly({ change: { notCheckedIn: null } });
    await minutes(2);
    expect(await toldOf()).toEqual([]);
  });
});

test('a watch that fails is logged without a word of what it saw, and looks again', async () => {
  const { store, pass, log } = await watched();
  await store.close();
  await pass();
  await pass();
  const failures = log.entries.filter(({ event }) => event === 'procedure.failed');
  expect(failures.length).toBeGreaterThanOrEqual(2);
  expect(failures[0]?.fields).toMatchObject({ procedure: 'watch' });
});
