import { describe, expect, test } from 'vitest';
import type { ListedAppointment, Visit } from '../../../../main/domain/types';
import { createActions } from '../../../../main/services/desk/actions';
import { readAudit } from '../../../../main/store/audit';
import { deskVisitOf } from '../../../../main/store/deskVisits';
import { sessionArrivals } from '../../../../main/store/sessionArrivals';
import { byLetter, clinician, day, handleOf, openDesk, row } from './support';

const now = '2026-11-23T10:00';

async function openActions(rows: readonly ListedAppointment[], rules = {}) {
  const desk = await openDesk({ rows, rules, now });
  const actions = createActions(desk);
  const versionOf = async ({ id }: Pick<Visit, 'id'>) => (await deskVisitOf(desk.store.db, id)).version;
  const keyOf = async ({ id }: Pick<Visit, 'id'>) => ({ visitId: id, version: await versionOf({ id }) });
  const audited = async () => {
    const entries = await readAudit(desk.store.db, 0, 500);
    return entries.map(({ actor, action, subjectId, detail }) => ({ actor, action, subjectId, detail }));
  };
  const waiting = async () =>
    (await sessionArrivals(desk.store.db, day, clinician)).filter(({ isWaiting }) => isWaiting).length;
  return { ...desk, actions, versionOf, keyOf, audited, waiting };
}

describe('two desks at once', () => {
  test('the second is told who was quicker and when, and nothing of the first is lost', async () => {
    const one = row(1, '10:10');
    const { actions, arrive, jo, sam, store, keyOf, clock } = await openActions([one]);
    const visit = await arrive(one);
    const key = await keyOf(visit);
    const both = await Promise.all([
      actions.note(jo, { ...key, note: 'Wheelchair' }),
      actions.flag(sam, { ...key, isFlagged: true }),
    ]);
    expect(both).toEqual([{ kind: 'done' }, { kind: 'changed', by: 'Jo Bloggs', at: clock.instant() }]);
    expect(await deskVisitOf(store.db, visit.id)).toMatchObject({ note: 'Wheelchair', isFlagged: false, version: 1 });
  });

  test('a check-in at the kiosk meanwhile is told as nobody’s', async () => {
    const [one, later] = [row(1, '10:10'), row(1, '12:00')];
    const { actions, arrive, claim, clock, jo, keyOf } = await openActions([one, later]);
    const visit = await arrive(one);
    const key = await keyOf(visit);
    clock.set('2026-11-23T11:40');
    await claim(byLetter(later));
    expect(await actions.seen(jo, key)).toEqual({ kind: 'changed', by: null, at: clock.instant() });
  });

  test('a row that is gone, or of another day, is said to be', async () => {
    const one = row(1, '10:10');
    const { actions, arrive, jo, clock, keyOf } = await openActions([one]);
    const key = await keyOf(await arrive(one));
    const unknown = { ...key, visitId: '00000000-0000-4000-8000-000000000000' };
    expect(await actions.seen(jo, unknown)).toEqual({ kind: 'gone' });
    clock.set('2026-11-24T10:00');
    expect(await actions.seen(jo, key)).toEqual({ kind: 'gone' });
  });
});

test('taking a disputed arrival back leaves no alert of it behind', async () => {
  const one = row(1, '10:10');
  const { actions, arrive, claim, checkIn, alerts, published, jo, keyOf } = await openActions([one]);
  const visit = await arrive(one);
  await checkIn.dispute(handleOf(await claim(byLetter(one))));
  expect(await alerts()).toMatchObject([{ kind: 'disputed' }]);
  published.length = 0;
  const key = { ...(await keyOf(visit)), arrivalId: visit.arrivals[0]?.id ?? '', reason: 'wrongPatient' } as const;
  expect(await actions.undo(jo, key)).toEqual({ kind: 'done' });
  expect(await alerts()).toEqual([]);
  expect(published).toContain('alerts');
});

describe('seen, left and back again', () => {
  test.each(['seen', 'left'] as const)(
    '%s ends the wait of others for them, and waiting again brings it back',
    async (as) => {
      const [one, two] = [row(1, '10:10'), row(2, '10:20')];
      const { actions, arrive, jo, keyOf, waiting, store } = await openActions([one, two]);
      const visit = await arrive(one);
      await arrive(two);
      expect(await waiting()).toBe(2);
      expect(await actions[as](jo, await keyOf(visit))).toEqual({ kind: 'done' });
      expect(await waiting()).toBe(1);
      expect(await deskVisitOf(store.db, visit.id)).toMatchObject({ doneAs: as, changedBy: jo.staffId });
      expect(await actions[as](jo, await keyOf(visit))).toMatchObject({ kind: 'notNow' });
      expect(await actions.waitAgain(jo, await keyOf(visit))).toEqual({ kind: 'done' });
      expect(await waiting()).toBe(2);
    },
  );

  test.each(['seen', 'left'] as const)('who was %s and checks in again at the kiosk is here again', async (as) => {
    const one = row(1, '10:10');
    const { actions, arrive, claim, jo, keyOf, waiting, store, versionOf } = await openActions([one]);
    const visit = await arrive(one);
    await actions[as](jo, await keyOf(visit));
    const before = await versionOf(visit);
    expect(await claim(byLetter(one))).toMatchObject({ kind: 'alreadyCheckedIn' });
    expect(await deskVisitOf(store.db, visit.id)).toMatchObject({ doneAs: null, doneAt: null, changedBy: null });
    expect([await waiting(), (await versionOf(visit)) > before]).toEqual([1, true]);
  });

  test('what they were seen for stays behind them when they come for another appointment', async () => {
    const [one, later] = [row(1, '10:10'), row(1, '12:00')];
    const { actions, arrive, claim, clock, jo, keyOf, store } = await openActions([one, later]);
    const visit = await arrive(one);
    clock.set('2026-11-23T10:20');
    await actions.seen(jo, await keyOf(visit));
    clock.set('2026-11-23T11:40');
    expect(await claim(byLetter(later))).toMatchObject({ kind: 'checkedIn' });
    const slots = await sessionArrivals(store.db, day, clinician);
    expect(slots).toMatchObject([
      { start: `${day}T10:10`, isWaiting: false, calledAt: '2026-11-23T10:20:00.000Z' },
      { start: `${day}T12:00`, isWaiting: true },
    ]);
  });

  test('a claim that changes nothing refuses no desk', async () => {
    const one = row(1, '10:10');
    const { actions, arrive, claim, jo, keyOf } = await openActions([one]);
    const key = await keyOf(await arrive(one));
    await claim(byLetter(one));
    expect(await actions.seen(jo, key)).toEqual({ kind: 'done' });
  });
});

describe('moving', () => {
  const other = 'Dr James Field';

  test('to another clinician of today takes the wait along, and back again', async () => {
    const [one, theirs] = [row(1, '10:10'), row(2, '10:20', { clinician: other })];
    const { actions, arrive, jo, keyOf, store } = await openActions([one, theirs]);
    const visit = await arrive(one);
    const arrivalId = visit.arrivals[0]?.id ?? '';
    const waitOf = async (name: string) => (await sessionArrivals(store.db, day, name)).length;
    expect(await actions.move(jo, { ...(await keyOf(visit)), arrivalId, clinician: other })).toEqual({ kind: 'done' });
    expect([await waitOf(clinician), await waitOf(other)]).toEqual([0, 1]);
    expect(await actions.move(jo, { ...(await keyOf(visit)), arrivalId, clinician: null })).toEqual({ kind: 'done' });
    expect([await waitOf(clinician), await waitOf(other)]).toEqual([1, 0]);
  });

  test('to a name that nobody answers to is refused', async () => {
    const one = row(1, '10:10');
    const { actions, arrive, jo, keyOf } = await openActions([one]);
    const visit = await arrive(one);
    const key = { ...(await keyOf(visit)), arrivalId: visit.arrivals[0]?.id ?? '', clinician: 'Dr Nobody' };
    expect(await actions.move(jo, key)).toMatchObject({ kind: 'notNow', why: expect.stringContaining('No clinician') });
  });
});

describe('here without a check-in', () => {
  test('is looked after once, and again when they come again', async () => {
    const late = row(1, '09:00');
    const { actions, arrive, claim, clock, jo, keyOf, store } = await openActions([late]);
    const visit = await arrive(late);
    expect(await actions.lookedAfter(jo, await keyOf(visit))).toEqual({ kind: 'done' });
    expect(await deskVisitOf(store.db, visit.id)).toMatchObject({ lookedAfterAt: clock.instant() });
    await claim(byLetter(late));
    expect(await deskVisitOf(store.db, visit.id)).toMatchObject({ lookedAfterAt: null, version: 2 });
  });
});

test('every act is in the trail by random id and role, without a name or the words of a note', async () => {
  const one = row(1, '10:10');
  const { actions, arrive, jo, keyOf, audited, published, checkIn, claim } = await openActions([one]);
  const visit = await arrive(one);
  await actions.note(jo, { ...(await keyOf(visit)), note: 'Sample1 fainted last week' });
  await actions.flag(jo, { ...(await keyOf(visit)), isFlagged: true });
  await checkIn.dispute(handleOf(await claim(byLetter(one))));
  published.length = 0;
  await actions.resolveDispute(jo, { ...(await keyOf(visit)), isTheirs: true });
  expect(published).toEqual(expect.arrayContaining(['visits', 'alerts']));
  const acts = (await audited()).filter(({ actor }) => actor === `staff:${jo.staffId}`);
  expect(acts).toEqual(
    [
      { action: 'visit.noted', detail: { isEmpty: false, role: 'receptionist' } },
      { action: 'visit.flagged', detail: { role: 'receptionist' } },
      { action: 'dispute.resolved', detail: { isTheirs: true, arrivals: 1, role: 'receptionist' } },
    ].map((act) => ({ ...act, actor: `staff:${jo.staffId}`, subjectId: visit.subjectId })),
  );
  expect(JSON.stringify(await audited())).not.toMatch(/Sample|fainted/);
});
