import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alertKinds } from '../../main/domain/alerts';
import { acknowledgeAlert, openAlerts, raiseAlert, raiseAlertOnce, type NewAlert } from '../../main/store/alerts';
import { openTemporaryStore } from '../support/temporaryStore';
import { day, instant, sampleAlert, sampleVisit, saveArrived, start, today } from './support/samples';

test('an alert is open until it is acknowledged once', async () => {
  const { store } = await openTemporaryStore();
  const alert = sampleAlert();
  await store.write((db) => raiseAlert(db, alert));
  expect(await openAlerts(store.db, today)).toEqual([{ ...alert, acknowledgedAt: null, acknowledgedBy: null }]);
  expect(await store.write((db) => acknowledgeAlert(db, alert.id, instant))).toBe(true);
  expect(await store.write((db) => acknowledgeAlert(db, alert.id, instant))).toBe(false);
  expect(await openAlerts(store.db, today)).toEqual([]);
});

test('an alert of another day is not open today', async () => {
  const { store } = await openTemporaryStore();
  await store.write((db) => raiseAlert(db, sampleAlert({ day: day('2026-11-22') })));
  expect(await openAlerts(store.db, today)).toEqual([]);
});

test('what an alert says comes back as it was said, whatever characters a name has', async () => {
  const { store } = await openTemporaryStore();
  const patients = [
    { lastName: `O'Neil"; drop table alerts; --`, firstName: 'Łukasz 🙂', starts: [start(`${today}T10:10`)] },
    { lastName: 'עברית', firstName: '', starts: [] },
  ];
  const alert = sampleAlert({ kind: 'cannotTell', detail: { patients } });
  await store.write((db) => raiseAlert(db, alert));
  expect((await openAlerts(store.db, today))[0]?.detail).toEqual({ patients });
});

test('I need help now comes first whatever was raised before, then the most urgent, then the oldest', async () => {
  const { store } = await openTemporaryStore();
  const at = (minute: string) => `2026-11-23T10:${minute}:00.000Z`;
  const raised = [...alertKinds].reverse().map((kind, index) => sampleAlert({ kind, raisedAt: at(`1${index % 10}`) }));
  const laterHelp = sampleAlert({ raisedAt: at('59') });
  await store.write(async (db) => {
    for (const alert of [...raised, laterHelp]) await raiseAlert(db, alert);
  });
  const open = await openAlerts(store.db, today);
  expect(open.map(({ kind }) => kind)).toEqual(['helpNeeded', ...alertKinds]);
  expect(open[1]?.id).toBe(laterHelp.id);
});

describe('an alert that is raised once', () => {
  test('is raised again after it has been acknowledged, and on the next day', async () => {
    const { store } = await openTemporaryStore();
    const raise = (change: Partial<NewAlert> = {}) =>
      store.write((db) => raiseAlertOnce(db, sampleAlert({ kind: 'listTooOld', ...change })));
    const first = randomUUID();
    expect(await raise({ id: first })).toBe(true);
    expect(await raise()).toBe(false);
    expect(await raise({ day: day('2026-11-24') })).toBe(true);
    await store.write((db) => acknowledgeAlert(db, first, instant));
    expect(await raise()).toBe(true);
    expect(await raise()).toBe(false);
  });

  test('is open exactly once for each kind, visit and detail, whatever order they come in', async () => {
    const { store } = await openTemporaryStore();
    const visits = [sampleVisit(1), sampleVisit(2)];
    for (const visit of visits) await saveArrived(store, visit);
    let number = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            kind: fc.constantFrom('windowOpen' as const, 'reception' as const, 'clockJumped' as const),
            visitId: fc.constantFrom(null, ...visits.map(({ id }) => id)),
            detail: fc.constantFrom(null, { choice: 'sample' as const }, { seconds: -60 }, { seconds: 60 }),
          }),
          { maxLength: 30 },
        ),
        async (alerts) => {
          // A day for each run, so that none meets what another left.
          number += 1;
          const ofDay = day(new Date(Date.UTC(2020, 0, number)).toISOString().slice(0, 10));
          const keys = new Set<string>();
          for (const alert of alerts) {
            const key = JSON.stringify(alert);
            const isRaised = await store.write((db) => raiseAlertOnce(db, sampleAlert({ ...alert, day: ofDay })));
            expect(isRaised).toBe(!keys.has(key));
            keys.add(key);
          }
          const open = await openAlerts(store.db, ofDay);
          expect(open.map(({ kind, visitId, detail }) => JSON.stringify({ kind, visitId, detail })).sort()).toEqual(
            [...keys].sort(),
          );
        },
      ),
      { numRuns: 40 },
    );
  });
});
