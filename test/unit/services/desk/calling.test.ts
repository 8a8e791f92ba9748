import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import type { NeedKind } from '../../../../preload/contract/kiosk';
import type { ListedAppointment, Visit } from '../../../../main/domain/types';
import { createActions } from '../../../../main/services/desk/actions';
import { createCalling } from '../../../../main/services/desk/calling';
import { saveAnswer } from '../../../../main/store/answers';
import { readAudit } from '../../../../main/store/audit';
import { callById, callsOfVisit } from '../../../../main/store/calls';
import { deskVisitOf } from '../../../../main/store/deskVisits';
import { sessionArrivals } from '../../../../main/store/sessionArrivals';
import { addQueueTicket } from '../../../../main/store/tickets';
import { saveVisit } from '../../../../main/store/visits';
import { sampleVisit } from '../../../store/support/samples';
import { addStaff, byLetter, clinician, day, openDesk, row, tenOClock } from './support';

const ticketId = '10000000-0000-4000-8000-000000000000';
const here = { calling: 'here', places: { [clinician]: { waitingArea: null, room: 'Room 4' } } } as const;

async function openCalling(rows: readonly ListedAppointment[], rules = {}) {
  const desk = await openDesk({ rows, rules: { ...here, ...rules }, now: '2026-11-23T10:00' });
  const calling = createCalling(desk);
  const keyOf = async ({ id }: Pick<Visit, 'id'>) => ({
    visitId: id,
    version: (await deskVisitOf(desk.store.db, id)).version,
  });
  /** Calls and returns the id of the call. Fails the test where it is refused. */
  const call = async (visit: Visit, kind: 'call' | 'quiet' | 'fetch' = 'call', by = desk.jo): Promise<string> => {
    const made = await calling.call(by, { ...(await keyOf(visit)), kind, room: null });
    if (made.kind !== 'called') throw new Error(JSON.stringify(made));
    return made.callId;
  };
  const needs = (visit: Visit, ...kinds: NeedKind[]) =>
    desk.store.write((db) =>
      saveAnswer(db, {
        visitId: visit.id,
        question: 'needs',
        answer: { kind: 'needs', needs: kinds, language: null },
        answeredAt: tenOClock,
      }),
    );
  const waitOf = async (visit: Visit, of = clinician) =>
    (await sessionArrivals(desk.store.db, day, of)).filter(({ visitId }) => visitId === visit.id);
  return { ...desk, calling, actions: createActions(desk), keyOf, call, needs, waitOf };
}

const one = row(1, '10:10');

describe('a call', () => {
  test('is of the arrival from that instant, to the room of the rules, and the wait follows', async () => {
    const { arrive, call, waitOf, store, clock, jo, published } = await openCalling([one]);
    const visit = await arrive(one);
    clock.set('2026-11-23T10:14');
    published.length = 0;
    const callId = await call(visit);
    const calledAt = '2026-11-23T10:14:00.000Z';
    expect(await waitOf(visit)).toMatchObject([{ calledAt, isWaiting: false }]);
    expect(await callById(store.db, callId)).toMatchObject({
      visitId: visit.id,
      kind: 'call',
      ticket: visit.ticket,
      clinician,
      room: 'Room 4',
      calledAt,
      calledBy: jo.staffId,
      times: 1,
      outcome: 'open',
    });
    expect(published).toContain('visits');
    expect((await readAudit(store.db, 0, 500)).at(-1)).toMatchObject({
      action: 'call.made',
      actor: `staff:${jo.staffId}`,
      subjectId: visit.subjectId,
      detail: { kind: 'call', role: 'receptionist' },
    });
  });

  test('tells the next patient how late the clinician is', async () => {
    const two = row(2, '10:20');
    const { arrive, call, claim, clock } = await openCalling([one, two]);
    const visit = await arrive(one);
    clock.set('2026-11-23T10:25');
    await call(visit);
    expect(await claim(byLetter(two))).toMatchObject({ wait: { clinician, ahead: 0, lateness: { from: 15, to: 25 } } });
  });

  test('of two desks at once is made once; the second is told', async () => {
    const { arrive, calling, keyOf, jo, sam, store } = await openCalling([one]);
    const visit = await arrive(one);
    const key = { ...(await keyOf(visit)), kind: 'call' as const, room: 'Room 9' };
    const [first, second] = await Promise.all([calling.call(jo, key), calling.call(sam, key)]);
    expect([first.kind, second]).toMatchObject(['called', { kind: 'changed', by: 'Jo Bloggs' }]);
    expect(await callsOfVisit(store.db, visit.id)).toMatchObject([{ room: 'Room 9', calledBy: jo.staffId }]);
    const third = await calling.call(sam, { ...key, ...(await keyOf(visit)) });
    expect(third).toMatchObject({ kind: 'notNow', why: 'They are being called already.' });
  });

  test.each(['didNotAnswer', 'cancel'] as const)('that ends with %s puts them back to waiting', async (end) => {
    const { arrive, call, calling, waitOf, jo, store, sam } = await openCalling([one]);
    const visit = await arrive(one);
    const callId = await call(visit);
    expect(await calling[end](jo, callId)).toEqual({ kind: 'done' });
    expect(await waitOf(visit)).toMatchObject([{ calledAt: null, isWaiting: true }]);
    expect(await callById(store.db, callId)).toMatchObject({
      outcome: end === 'cancel' ? 'cancelled' : 'didNotAnswer',
    });
    expect(await calling[end](sam, callId)).toMatchObject({ kind: 'changed', by: 'Jo Bloggs' });
    await call(visit, 'quiet', sam);
  });

  test('again counts and is newer, and the row has changed by it', async () => {
    const { arrive, call, calling, clock, jo, store, keyOf } = await openCalling([one]);
    const visit = await arrive(one);
    const callId = await call(visit);
    const { version } = await keyOf(visit);
    clock.set('2026-11-23T10:02');
    expect(await calling.again(jo, callId)).toEqual({ kind: 'done' });
    expect(await callById(store.db, callId)).toMatchObject({
      calledAt: tenOClock,
      lastCalledAt: '2026-11-23T10:02:00.000Z',
      times: 2,
    });
    expect((await keyOf(visit)).version).toBe(version + 1);
  });

  test('that they answer makes them seen, and waiting again takes that back', async () => {
    const { arrive, call, calling, actions, jo, store, keyOf, waitOf } = await openCalling([one]);
    const visit = await arrive(one);
    const callId = await call(visit);
    await calling.cameIn(jo, callId);
    expect(await deskVisitOf(store.db, visit.id)).toMatchObject({ doneAs: 'seen' });
    await actions.waitAgain(jo, await keyOf(visit));
    expect(await waitOf(visit)).toMatchObject([{ calledAt: null, isWaiting: true }]);
    expect(await callById(store.db, callId)).toMatchObject({ outcome: 'cancelled' });
  });

  test('to one of two clinicians leaves them waiting for the other', async () => {
    const nurse = 'Nurse Kim Sample';
    const second = row(1, '10:30', { clinician: nurse });
    const { arrive, call, calling, jo, store, waitOf } = await openCalling([one, second]);
    const visit = await arrive(one);
    await calling.cameIn(jo, await call(visit));
    expect(await deskVisitOf(store.db, visit.id)).toMatchObject({ doneAs: null });
    expect([(await waitOf(visit))[0]?.isWaiting, (await waitOf(visit, nurse))[0]?.isWaiting]).toEqual([false, true]);
    const next = await call(visit);
    expect(await callById(store.db, next)).toMatchObject({ clinician: nurse, room: null });
    await calling.cameIn(jo, next);
    expect(await deskVisitOf(store.db, visit.id)).toMatchObject({ doneAs: 'seen' });
  });

  test('is closed with the visit: by seen, by left, and by taking the arrival back', async () => {
    for (const [end, outcome] of [
      ['seen', 'seen'],
      ['left', 'didNotAnswer'],
      ['undo', 'cancelled'],
    ] as const) {
      const { arrive, call, actions, jo, store, keyOf } = await openCalling([one]);
      const visit = await arrive(one);
      const callId = await call(visit);
      const key = { ...(await keyOf(visit)), arrivalId: visit.arrivals[0]?.id ?? '', reason: 'byMistake' as const };
      expect(await actions[end](jo, key)).toEqual({ kind: 'done' });
      expect(await callById(store.db, callId)).toMatchObject({ outcome });
    }
  });
});

describe('who may be called, and how', () => {
  test.each([
    ['clinicalSystem', []],
    ['staffFetch', ['fetch']],
    ['here', ['call', 'quiet', 'fetch']],
  ] as const)('by the rule %s: %s', async (calling, allowed) => {
    for (const kind of ['call', 'quiet', 'fetch'] as const) {
      const desk = await openCalling([one]);
      const visit = await desk.arrive(one);
      await desk.settings.setRules({ calling }, 'test');
      const made = await desk.calling.call(desk.jo, { ...(await desk.keyOf(visit)), kind, room: null });
      expect(made.kind).toBe(allowed.some((each) => each === kind) ? 'called' : 'notNow');
    }
  });

  test('who cannot hear the board is fetched, and given up only after somebody looked', async () => {
    const { arrive, needs, calling, keyOf, call, jo, store } = await openCalling([one]);
    const visit = await arrive(one);
    await needs(visit, 'signLanguage');
    for (const kind of ['call', 'quiet'] as const) {
      const refused = await calling.call(jo, { ...(await keyOf(visit)), kind, room: null });
      expect(refused).toMatchObject({ kind: 'notNow', why: expect.stringContaining('fetch them in person') });
    }
    const callId = await call(visit, 'fetch');
    expect(await calling.didNotAnswer(jo, callId)).toMatchObject({ kind: 'notNow' });
    expect(await callById(store.db, callId)).toMatchObject({ outcome: 'open' });
    await calling.looked(jo, callId);
    expect(await calling.didNotAnswer(jo, callId)).toEqual({ kind: 'done' });
  });

  test.each<[string, number, number, boolean]>([
    ['yesterday', 1, 30, true],
    ['yesterday by somebody else born on that day', 2, 30, false],
    ['yesterday, where the practice asks every day', 1, 0, false],
  ])('what was said of needs %s', async (_when, number, needsQuestionAgainDays, isFetched) => {
    const { arrive, needs, calling, keyOf, jo, store } = await openCalling([one], { needsQuestionAgainDays });
    const patient = { ...row(number, '10:10').patient, dateOfBirth: one.patient.dateOfBirth };
    const earlier = sampleVisit(1, { day: dateSchema.parse('2026-11-22'), patient });
    await store.write((db) => saveVisit(db, earlier));
    await needs(earlier, 'braille');
    const key = await keyOf(await arrive(one));
    const made = await calling.call(jo, { ...key, kind: 'call', room: null });
    expect(made.kind).toBe(isFetched ? 'notNow' : 'called');
  });

  test('what somebody says today counts although nothing but today knows them', async () => {
    const alone = row(1, '10:10', { patient: { sourcePatientId: null, postcode: null } });
    const { arrive, needs, calling, keyOf, jo } = await openCalling([alone]);
    const visit = await arrive(alone);
    await needs(visit, 'lipReading');
    const made = await calling.call(jo, { ...(await keyOf(visit)), kind: 'call', room: null });
    expect(made.kind).toBe('notNow');
  });

  test('who has no ticket is not called on a board', async () => {
    const { arrive, calling, keyOf, jo, settings } = await openCalling([one], { calling: 'staffFetch' });
    const visit = await arrive(one);
    await settings.setRules({ calling: 'here' }, 'test');
    const refused = await calling.call(jo, { ...(await keyOf(visit)), kind: 'call', room: null });
    expect(refused).toMatchObject({ kind: 'notNow', why: expect.stringContaining('no ticket') });
  });

  test('a clinician calls their own patients and those moved to them, and ends no colleague’s call', async () => {
    const { arrive, calling, actions, keyOf, jo, rao, store, call } = await openCalling([one]);
    const field = await addStaff(store, 'James Field', 'clinician', { clinician: 'dr james field' });
    const visit = await arrive(one);
    const refused = await calling.call(field, { ...(await keyOf(visit)), kind: 'call', room: null });
    expect(refused).toMatchObject({ kind: 'notNow', why: 'They are not here for you.' });
    const callId = await call(visit, 'call', rao);
    expect(await calling.cameIn(field, callId)).toMatchObject({ kind: 'notNow' });
    await calling.cancel(rao, callId);
    await store.write((db) => db.updateTable('arrivals').set({ clinician: 'Dr Sample' }).execute());
    expect(await calling.call(rao, { ...(await keyOf(visit)), kind: 'call', room: null })).toMatchObject({
      kind: 'notNow',
    });
    const arrivalId = visit.arrivals[0]?.id ?? '';
    await actions.move(jo, { ...(await keyOf(visit)), arrivalId, clinician });
    await call(visit, 'call', rao);
  });
});

describe('a ticket of a queue', () => {
  async function withTicket(rules = {}) {
    const desk = await openCalling([], rules);
    await desk.store.write((db) =>
      addQueueTicket(db, { id: ticketId, day, queue: 'reception', kind: 'other', ticket: 'D4K', issuedAt: tenOClock }),
    );
    return desk;
  }

  test.each(['here', 'clinicalSystem', 'staffFetch'] as const)(
    'is called to a room under the rule %s',
    async (rule) => {
      const { calling, jo, sam, store } = await withTicket({ calling: rule });
      const made = await calling.callTicket(jo, { ticketId, room: 'Desk 2' });
      if (made.kind !== 'called') throw new Error('It was refused');
      expect(await callById(store.db, made.callId)).toMatchObject({ ticket: 'D4K', room: 'Desk 2', visitId: null });
      expect(await calling.callTicket(sam, { ticketId, room: 'Desk 1' })).toMatchObject({ kind: 'notNow' });
      expect(await calling.cameIn(sam, made.callId)).toEqual({ kind: 'done' });
      expect(await calling.didNotAnswer(jo, made.callId)).toMatchObject({ kind: 'changed', by: null });
    },
  );

  test('that is gone, or of yesterday, is not called', async () => {
    const { calling, jo, clock } = await withTicket();
    const unknown = '20000000-0000-4000-8000-000000000000';
    expect(await calling.callTicket(jo, { ticketId: unknown, room: '1' })).toEqual({ kind: 'gone' });
    clock.set('2026-11-24T10:00');
    expect(await calling.callTicket(jo, { ticketId, room: '1' })).toEqual({ kind: 'gone' });
    expect(await calling.again(jo, unknown)).toEqual({ kind: 'gone' });
  });
});
