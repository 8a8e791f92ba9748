import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createActions } from '../../../../main/services/desk/actions';
import { deskHeadSchema, deskRowSchema } from '../../../../preload/contract/desk/arrivals';
import { saveAnswer } from '../../../../main/store/answers';
import { raiseAlert } from '../../../../main/store/alerts';
import { addQueueTicket } from '../../../../main/store/tickets';
import { saveVisit } from '../../../../main/store/visits';
import { sampleVisit, day as dayOf } from '../../../store/support/samples';
import { openDeskState } from './deskStateSupport';
import { byLetter, day, handleOf, nobody, row, tenOClock } from './support';

const here = row(1, '10:10');
const early = row(2, '15:00');

test('a patient who checks in at the kiosk is a row that waits, with all that the contract names', async () => {
  const { arrive, rows, read } = await openDeskState({
    rows: [here],
    rules: { calling: 'here', places: { 'dr anita RAO': { waitingArea: null, room: 'Room 4' } } },
  });
  const visit = await arrive(here);
  const [only] = await rows();
  expect(deskRowSchema.parse(only)).toEqual(only);
  expect(only).toMatchObject({
    visitId: visit.id,
    stage: 'waiting',
    lastName: 'Sample1',
    ticket: visit.ticket,
    since: tenOClock,
    reason: null,
    appointments: [{ clinician: 'Dr Anita Rao', room: 'Room 4', state: 'arrived', listed: null, isMarked: false }],
  });
  expect((await read()).worklist).toMatchObject([{ visitId: visit.id, arrivedAt: tenOClock, takenBy: null }]);
});

test('who is identified and not checked in has a row beside, and nobody who is not identified has one', async () => {
  const { arrive, claim, rows } = await openDeskState({ rows: [early, row(3, '10:10', { mode: 'phone' })] });
  await arrive(early);
  await arrive(row(3, '10:10'));
  await claim(nobody);
  expect((await rows()).map(({ lastName, stage, reason }) => [lastName, stage, reason])).toEqual([
    ['Sample3', 'notCheckedIn', 'byPhone'],
    ['Sample2', 'notCheckedIn', 'tooEarly'],
  ]);
});

test('a private appointment is shown to staff, though the kiosk answers as if there were nobody', async () => {
  const hidden = row(4, '10:10', { marking: 'private' });
  const { arrive, rows } = await openDeskState({ rows: [hidden] });
  await arrive(hidden);
  expect(await rows()).toMatchObject([
    {
      lastName: 'Sample4',
      stage: 'notCheckedIn',
      reason: 'private',
      appointments: [{ isPrivate: true, state: 'notArrived' }],
    },
  ]);
});

test('a disputed arrival is a row to be settled, off the worklist, with its alert named and first to be looked at', async () => {
  const { claim, checkIn, read } = await openDeskState({ rows: [here] });
  await checkIn.dispute(handleOf(await claim(byLetter(here))));
  const { rows, worklist, alerts } = await read();
  expect([...rows.values()]).toMatchObject([{ stage: 'notCheckedIn', reason: 'disputed' }]);
  expect(worklist).toEqual([]);
  expect(alerts).toMatchObject([{ kind: 'disputed', people: [{ name: 'Alex Sample1', starts: [here.start] }] }]);
});

describe('what a newer list says', () => {
  test('is news on the row, and takes the arrival off the worklist', async () => {
    const { arrive, list, changes, read } = await openDeskState({ rows: [here] });
    await arrive(here);
    expect((await read()).worklist).toHaveLength(1);
    await list([{ ...here, status: 'arrived' }], '2026-11-23T10:20:00.000Z');
    changes.publish('list');
    const { rows, worklist } = await read();
    expect(worklist).toEqual([]);
    expect([...rows.values()]).toMatchObject([
      { stage: 'waiting', appointments: [{ listed: 'arrived', isMarked: true }] },
    ]);
  });

  test('of the same instant as the arrival is no news', async () => {
    const { arrive, list, changes, rows } = await openDeskState({ rows: [here] });
    await arrive(here);
    await list([{ ...here, status: 'seen' }], tenOClock);
    changes.publish('list');
    expect(await rows()).toMatchObject([{ stage: 'waiting', appointments: [{ listed: null, isMarked: false }] }]);
  });
});

test('what was said about needs lately on another day holds today: the kiosk does not ask again', async () => {
  const { arrive, store, rows, changes } = await openDeskState({ rows: [here, row(5, '10:20')] });
  const before = sampleVisit(1, {
    day: dayOf('2026-11-16'),
    patient: here.patient,
    lastSeenAt: '2026-11-16T10:00:00.000Z',
  });
  await store.write(async (db) => {
    await saveVisit(db, before);
    const answer = { kind: 'needs' as const, needs: ['braille' as const], language: null };
    await saveAnswer(db, { visitId: before.id, question: 'needs', answer, answeredAt: before.lastSeenAt });
  });
  const visit = await arrive(here);
  await arrive(row(5, '10:20'));
  expect((await rows()).map(({ needs, isToFetch }) => [needs, isToFetch])).toEqual([
    [['braille'], true],
    [[], false],
  ]);
  // What is said today takes its place.
  const answer = { kind: 'needs' as const, needs: ['interpreter' as const], language: 'Polski' };
  await store.write((db) => saveAnswer(db, { visitId: visit.id, question: 'needs', answer, answeredAt: tenOClock }));
  changes.publish('visits');
  expect((await rows())[0]).toMatchObject({ needs: ['interpreter'], interpreter: 'Polski', isToFetch: false });
});

test('who changed a row last is told by name', async () => {
  const desk = await openDeskState({ rows: [here] });
  const visit = await desk.arrive(here);
  const [before] = await desk.rows();
  const actions = createActions(desk);
  const key = { visitId: visit.id, version: before?.version ?? -1 };
  expect(await actions.note(desk.jo, { ...key, note: 'In a wheelchair' })).toEqual({ kind: 'done' });
  expect((await desk.rows())[0]).toMatchObject({
    note: 'In a wheelchair',
    version: key.version + 1,
    lastChange: { by: 'Jo Bloggs', at: tenOClock },
  });
});

test('the head says how the kiosk and its list stand', async () => {
  const { claim, read, kioskMode, settings } = await openDeskState({
    rows: [here, row(6, '10:30', { clinician: 'Nurse Jones' })],
    rules: {
      places: { 'Nurse Jones': { waitingArea: null, room: 'Room 10' } },
      roomDirections: { 'Room 2': 'Left', 'Room 10': 'Right' },
    },
    connected: () => 3,
  });
  await claim(nobody);
  const { head } = await read();
  expect(deskHeadSchema.parse(head)).toEqual(head);
  expect(head).toMatchObject({
    day,
    checkIn: { state: 'open' },
    list: { asOf: tenOClock, notFound: 1 },
    walkIn: null,
    desks: 3,
    clinicians: [
      { name: 'Dr Anita Rao', room: null },
      { name: 'Nurse Jones', room: 'Room 10' },
    ],
    rooms: ['Room 2', 'Room 10'],
  });
  kioskMode.startCleaning();
  expect((await read()).head.checkIn).toEqual({ state: 'closed', reason: 'notInService' });
  await settings.setRules({ calling: 'staffFetch' }, 'test');
  expect((await read()).head.calling).toBe('staffFetch');
});

test('tickets of the queues are there until whoever holds them came in', async () => {
  const { store, read, changes, jo } = await openDeskState({ rows: [here] });
  const ticket = {
    id: randomUUID(),
    day,
    queue: 'reception' as const,
    kind: 'sample',
    ticket: 'D4K',
    issuedAt: tenOClock,
  };
  await store.write((db) => addQueueTicket(db, ticket));
  expect((await read()).queue).toEqual([
    { ticketId: ticket.id, queue: 'reception', kind: 'sample', ticket: 'D4K', issuedAt: tenOClock, call: null },
  ]);
  const call = {
    id: randomUUID(),
    day,
    visitId: null,
    queueTicketId: ticket.id,
    kind: 'call' as const,
    ticket: 'D4K',
    clinician: '',
    room: 'Desk',
    calledAt: tenOClock,
    calledBy: jo.staffId,
    lastCalledAt: tenOClock,
    times: 1,
    outcome: 'open' as const,
    endedAt: null,
    lookedAt: null,
  };
  await store.write((db) => db.insertInto('calls').values(call).execute());
  changes.publish('calls');
  expect((await read()).queue).toMatchObject([{ call: { by: 'Jo Bloggs', room: 'Desk', outcome: 'open' } }]);
  await store.write((db) => db.updateTable('calls').set({ outcome: 'seen' }).execute());
  changes.publish('calls');
  expect((await read()).queue).toEqual([]);
});

test('yesterday is gone: at midnight the desk is empty', async () => {
  const { arrive, clock, changes, store, read } = await openDeskState({ rows: [here] });
  await arrive(here);
  const alert = {
    id: randomUUID(),
    day,
    kind: 'helpNeeded' as const,
    raisedAt: tenOClock,
    visitId: null,
    detail: null,
  };
  await store.write((db) => raiseAlert(db, alert));
  const before = await read();
  expect([before.rows.size, before.alerts.length]).toEqual([1, 1]);
  clock.set('2026-11-24T00:01');
  changes.publish('clock');
  const { rows, alerts, worklist, head } = await read();
  expect([rows.size, alerts.length, worklist.length, head.list]).toEqual([0, 0, 0, null]);
});
