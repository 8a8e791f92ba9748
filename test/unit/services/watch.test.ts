import { describe, expect, onTestFinished, test } from 'vitest';
import { clockTimeSchema, dateSchema } from '../../../preload/contract/rules/dates';
import type { OpeningHours, PracticeRules } from '../../../main/domain/types';
import { startWatch } from '../../../main/services/watch';
import { acknowledgeAlert, openAlerts } from '../../../main/store/alerts';
import { saveVisit } from '../../../main/store/visits';
import { emisTable, makeRows, toBytes } from '../../support/listFiles';
import { openPractice, settle, writeListAt } from '../../support/practice';
import { sampleVisit } from '../../store/support/samples';

const day = dateSchema.parse('2026-11-23');
const quarter = 15_000;
const quiet = (): void => undefined;

/** A practice that is being watched; `pass` lets both clocks go on, by 15 seconds at a time unless told otherwise. */
async function watched(options: { now?: string; rules?: Partial<PracticeRules> } = {}) {
  const practice = await openPractice(options);
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
  return { ...practice, tick, pass, alerts, visitsEnded: () => visitsEnded, clockTold: () => clockTold };
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

describe('somebody who came too early', () => {
  test('is told to staff once, when their window opens', async () => {
    const { store, pass, alerts, log, clock } = await watched();
    const visit = sampleVisit(1, { day, notCheckedIn: 'tooEarly', opensAt: '2026-11-23T10:00:30.000Z', arrivals: [] });
    await store.write((db) => saveVisit(db, visit));
    await pass();
    expect(await alerts()).toEqual([]);
    await pass();
    const [alert] = await alerts();
    expect(alert).toMatchObject({ kind: 'windowOpen', visitId: visit.id, detail: null });
    expect(log.entries).toEqual([{ event: 'alert.raised', fields: { kind: 'windowOpen' } }]);
    await pass();
    expect(await alerts()).toHaveLength(1);
    await store.write((db) => acknowledgeAlert(db, alert?.id ?? '', clock.instant()));
    await pass();
    expect(await alerts()).toEqual([]);
  });

  test('and has been checked in since is not told of', async () => {
    const { store, pass, alerts } = await watched();
    const visit = sampleVisit(1, { day, notCheckedIn: null, opensAt: '2026-11-23T10:00:00.000Z', arrivals: [] });
    await store.write((db) => saveVisit(db, visit));
    await pass();
    expect(await alerts()).toEqual([]);
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
