import { describe, expect, test } from 'vitest';
import type { ListedAppointment, Visit } from '../../../../main/domain/types';
import { createActions } from '../../../../main/services/desk/actions';
import { appointmentsBornOn } from '../../../../main/store/appointments';
import { readAudit } from '../../../../main/store/audit';
import { deskVisitOf } from '../../../../main/store/deskVisits';
import { samplePatient } from '../../../store/support/samples';
import { byLetter, day, handleOf, openDesk, row } from './support';

async function openActions(rows: readonly ListedAppointment[], rules = {}) {
  const desk = await openDesk({ rows, rules, now: '2026-11-23T10:00' });
  const actions = createActions(desk);
  const idsOf = async (...numbers: number[]) => {
    const found = await Promise.all(
      [...new Set(numbers)].map((number) => appointmentsBornOn(desk.store.db, day, samplePatient(number).dateOfBirth)),
    );
    return found.flat().map(({ id }) => id);
  };
  const keyOf = async ({ id }: Pick<Visit, 'id'>) => ({
    visitId: id,
    version: (await deskVisitOf(desk.store.db, id)).version,
  });
  const checkedInBy = async () =>
    (await desk.store.db.selectFrom('deskArrivals').select('checkedInBy').execute()).map((one) => one.checkedInBy);
  return { ...desk, actions, idsOf, keyOf, checkedInBy };
}

describe('checking in by hand', () => {
  test.each<[string, Partial<ListedAppointment>]>([
    ['too early', { start: row(1, '16:00').start }],
    ['too late', { start: row(1, '08:00').start }],
    ['private', { marking: 'private' }],
    ['of a private patient', { patientMarking: 'private' }],
    ['flagged', { marking: 'seeReception' }],
    ['by phone', { mode: 'phone' }],
    ['cancelled', { status: 'cancelled' }],
    ['at another site', { location: 'Branch Surgery' }],
  ])('checks in to what is %s, as staff see who stands there', async (_what, change) => {
    const one = row(1, '10:10', change);
    const { actions, jo, idsOf, visitOf, store, checkedInBy } = await openActions([one]);
    const result = await actions.checkIn(jo, await idsOf(1));
    const visit = await visitOf(one);
    expect(result).toEqual({ kind: 'here', visitId: visit.id });
    expect(visit).toMatchObject({ notCheckedIn: null, arrivals: [{ state: 'arrived', start: one.start }] });
    expect(visit.firstArrivedAt).not.toBeNull();
    expect(await checkedInBy()).toEqual([jo.staffId]);
    const last = (await readAudit(store.db, 0, 500)).at(-1);
    expect(last).toMatchObject({
      action: 'arrival.recorded',
      actor: `staff:${jo.staffId}`,
      subjectId: visit.subjectId,
      detail: { role: 'receptionist' },
    });
  });

  test('makes one visit of several rows, with a ticket where this system calls, marked late where it is', async () => {
    const rows = [row(1, '09:00'), row(1, '10:10')];
    const { actions, jo, idsOf, visits } = await openActions(rows, { calling: 'here' });
    await actions.checkIn(jo, await idsOf(1));
    expect(await visits()).toMatchObject([{ arrivals: [{ isLate: true }, { isLate: false }] }]);
    expect((await visits())[0]?.ticket).not.toBeNull();
  });

  test('of who is here already makes no second visit and returns the row', async () => {
    const [one, later] = [row(1, '10:10'), row(1, '16:00')];
    const { actions, arrive, jo, idsOf, visits, checkedInBy } = await openActions([one, later]);
    const visit = await arrive(one);
    const ids = await idsOf(1);
    expect(await actions.checkIn(jo, ids.slice(0, 1))).toEqual({ kind: 'here', visitId: visit.id });
    expect([(await visits())[0]?.arrivals.length, await checkedInBy()]).toEqual([1, []]);
    expect(await actions.checkIn(jo, ids)).toEqual({ kind: 'here', visitId: visit.id });
    expect(await visits()).toMatchObject([{ id: visit.id, arrivals: [{}, {}] }]);
    expect(await checkedInBy()).toEqual([jo.staffId]);
  });

  test('of two desks at once makes one visit', async () => {
    const one = row(1, '10:10');
    const { actions, jo, sam, idsOf, visits } = await openActions([one]);
    const ids = await idsOf(1);
    const [first, second] = await Promise.all([actions.checkIn(jo, ids), actions.checkIn(sam, ids)]);
    expect(first).toEqual(second);
    expect(await visits()).toMatchObject([{ arrivals: [{}] }]);
  });

  test('takes who came too early out of "Here, not checked in" and settles its alert', async () => {
    const early = row(1, '16:00');
    const { actions, arrive, jo, idsOf, visits, keyOf } = await openActions([early]);
    const visit = await arrive(early);
    expect(visit).toMatchObject({ notCheckedIn: 'tooEarly' });
    const key = await keyOf(visit);
    await actions.checkIn(jo, await idsOf(1));
    expect(await visits()).toMatchObject([{ id: visit.id, notCheckedIn: null, opensAt: null }]);
    expect(await actions.flag(jo, { ...key, isFlagged: true })).toMatchObject({ kind: 'changed', by: 'Jo Bloggs' });
  });

  test('of somebody else’s row beside it, or of one that no list holds, changes nothing', async () => {
    const { actions, jo, idsOf, visits, list } = await openActions([row(1, '10:10'), row(2, '10:20')]);
    const ids = await idsOf(1, 2);
    expect(await actions.checkIn(jo, ids)).toMatchObject({ kind: 'notNow' });
    await list([row(2, '10:20')]);
    expect(await actions.checkIn(jo, ids.slice(0, 1))).toEqual({ kind: 'gone' });
    expect(await visits()).toEqual([]);
  });

  test('of what was disputed makes it theirs after all', async () => {
    const one = row(1, '10:10');
    const { actions, arrive, claim, checkIn, jo, idsOf, visits, alerts } = await openActions([one]);
    await arrive(one);
    await checkIn.dispute(handleOf(await claim(byLetter(one))));
    expect(await alerts()).toHaveLength(1);
    await actions.checkIn(jo, await idsOf(1));
    expect(await visits()).toMatchObject([{ notCheckedIn: null, arrivals: [{ state: 'arrived' }] }]);
    expect(await alerts()).toEqual([]);
  });
});

describe('taking an arrival back', () => {
  test('leaves it as if it had not been, with the ticket, and the kiosk checks in anew', async () => {
    const one = row(1, '10:10');
    const { actions, arrive, claim, jo, keyOf, visits, counts, store, clock } = await openActions([one], {
      calling: 'here',
    });
    const visit = await arrive(one);
    const arrivalId = visit.arrivals[0]?.id ?? '';
    const undone = await actions.undo(jo, { ...(await keyOf(visit)), arrivalId, reason: 'byMistake' });
    expect(undone).toEqual({ kind: 'done' });
    expect(await visits()).toMatchObject([{ firstArrivedAt: null, ticket: visit.ticket, arrivals: [] }]);
    expect(await counts()).toMatchObject({ 'arrivals.undone': 1 });
    const last = (await readAudit(store.db, 0, 500)).at(-1);
    expect(last).toMatchObject({ action: 'arrival.undone', detail: { reason: 'byMistake', role: 'receptionist' } });
    clock.set('2026-11-23T10:05');
    expect(await claim(byLetter(one))).toMatchObject({ kind: 'checkedIn', ticket: visit.ticket });
    expect(await visits()).toMatchObject([{ firstArrivedAt: clock.instant(), arrivals: [{}] }]);
  });

  test('of one of two leaves the other and when they came', async () => {
    const rows = [row(1, '10:10'), row(1, '10:40')];
    const { actions, arrive, jo, keyOf, visits } = await openActions(rows);
    const visit = await arrive(row(1, '10:10'));
    const [first, second] = visit.arrivals;
    await actions.undo(jo, { ...(await keyOf(visit)), arrivalId: first?.id ?? '', reason: 'wrongPatient' });
    expect(await visits()).toMatchObject([{ firstArrivedAt: visit.firstArrivedAt, arrivals: [{ id: second?.id }] }]);
    const again = { ...(await keyOf(visit)), arrivalId: first?.id ?? '', reason: 'wrongPatient' } as const;
    expect(await actions.undo(jo, again)).toMatchObject({ kind: 'notNow' });
  });

  test.each([true, false])('settles a dispute: theirs is %s', async (isTheirs) => {
    const one = row(1, '10:10');
    const { actions, arrive, claim, checkIn, jo, keyOf, visits, alerts } = await openActions([one]);
    const visit = await arrive(one);
    await checkIn.dispute(handleOf(await claim(byLetter(one))));
    expect(await actions.resolveDispute(jo, { ...(await keyOf(visit)), isTheirs })).toEqual({ kind: 'done' });
    expect(await visits()).toMatchObject([{ notCheckedIn: null, arrivals: isTheirs ? [{ state: 'arrived' }] : [] }]);
    expect(await alerts()).toEqual([]);
    expect(await actions.resolveDispute(jo, { ...(await keyOf(visit)), isTheirs })).toMatchObject({ kind: 'notNow' });
  });
});
