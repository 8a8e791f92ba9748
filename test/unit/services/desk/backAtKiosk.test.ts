import { describe, expect, test } from 'vitest';
import type { CheckInAnswer } from '../../../../preload/contract/kiosk';
import { callById } from '../../../../main/store/calls';
import { deskVisitOf } from '../../../../main/store/deskVisits';
import { callsOf, openBoards } from './boardsSupport';
import { byLetter, clinician, handleOf, row } from './support';

const other = 'Dr James Field';
const mine = row(1, '10:10');
const hers = row(2, '10:20', { clinician: other });
const places = {
  [clinician]: { waitingArea: null, room: 'Room 4' },
  [other]: { waitingArea: 'Upstairs', room: 'Room 9' },
};

function goodOf(answer: CheckInAnswer | 'closed') {
  if (answer === 'closed' || !('appointments' in answer)) throw new Error('This is no good ending');
  return answer;
}

describe('whoever checks in again', () => {
  test('while they are called hears that, where to go, and nothing of a wait; and afterwards that they are here', async () => {
    const { arrive, claim, calling, keyOf, jo } = await openBoards([mine, row(3, '10:00')], { places });
    await arrive(row(3, '10:00'));
    const visit = await arrive(mine);
    expect(goodOf(await claim(byLetter(mine)))).toMatchObject({ isBeingCalled: false, wait: { ahead: 1 } });
    const made = await calling.call(jo, { ...(await keyOf(visit)), kind: 'call', room: 'Room 7' });
    const told = goodOf(await claim(byLetter(mine)));
    expect(told).toMatchObject({ kind: 'alreadyCheckedIn', isBeingCalled: true, wait: null, ticket: visit.ticket });
    expect(told.appointments).toMatchObject([{ clinician, room: 'Room 7' }]);
    if (made.kind === 'called') await calling.didNotAnswer(jo, made.callId);
    expect(goodOf(await claim(byLetter(mine)))).toMatchObject({ isBeingCalled: false, wait: { ahead: 1 } });
  });

  test.each(['quiet', 'fetch'] as const)('while they are called by %s hears it too', async (kind) => {
    const { arrive, claim, call } = await openBoards([mine], { places });
    await call(await arrive(mine), kind);
    expect(goodOf(await claim(byLetter(mine)))).toMatchObject({ isBeingCalled: true, wait: null });
  });

  test('is told first of the call, whatever else they are here for or check in to now', async () => {
    const later = row(1, '10:50', { clinician: other });
    const { arrive, claim, call, clock } = await openBoards([mine, later], { places, joinMinutes: 0 });
    const visit = await arrive(mine);
    await call(visit);
    clock.set('2026-11-23T10:30');
    const told = goodOf(await claim(byLetter(mine)));
    expect(told).toMatchObject({ kind: 'checkedIn', isBeingCalled: true, wait: null });
    expect(told.appointments.map((one) => one.clinician)).toEqual([clinician, other]);
  });

  test('hears of a call to an appointment that no list holds any more', async () => {
    const { arrive, claim, call, list } = await openBoards([mine, hers], { places });
    await call(await arrive(mine));
    await list([hers], '2026-11-23T10:05:00.000Z');
    const told = goodOf(await claim(byLetter(mine)));
    expect(told).toMatchObject({ isBeingCalled: true, appointments: [{ clinician, room: 'Room 4' }] });
  });

  test('is told nothing of a call to what has been marked private since', async () => {
    const { arrive, claim, call, list } = await openBoards([mine], { places });
    await call(await arrive(mine));
    await list([{ ...mine, marking: 'private' }], '2026-11-23T10:05:00.000Z');
    expect(await claim(byLetter(mine))).toEqual({ kind: 'reception' });
  });

  test('after staff have moved them is told whom they will see, where to sit and how many come first there', async () => {
    const { arrive, claim, actions, keyOf, jo, clock } = await openBoards([mine, hers, row(4, '10:10')], { places });
    const visit = await arrive(mine);
    clock.jump(60);
    await arrive(hers);
    await arrive(row(4, '10:10'));
    const [arrival] = visit.arrivals;
    const moved = await actions.move(jo, {
      ...(await keyOf(visit)),
      arrivalId: arrival?.id ?? '',
      clinician: other,
    });
    expect(moved).toEqual({ kind: 'done' });
    const told = goodOf(await claim(byLetter(mine)));
    expect(told.appointments).toMatchObject([{ clinician: other, waitingArea: 'Upstairs', room: 'Room 9' }]);
    // Their own arrival counts at whoever sees them: nobody of that clinician comes first.
    expect(told.wait).toBeNull();
    expect(goodOf(await claim(byLetter(hers)))).toMatchObject({ wait: { clinician: other, ahead: 1 } });
  });
});

describe('"This is not my appointment"', () => {
  test('takes the call to it off the boards at once, and a desk that has not heard of it is told', async () => {
    const { arrive, claim, call, watch, checkIn, actions, calling, keyOf, store, jo } = await openBoards([mine]);
    const visit = await arrive(mine);
    const callId = await call(visit);
    const board = watch();
    expect(callsOf(await board.next())).toHaveLength(1);
    const before = await keyOf(visit);
    await checkIn.dispute(handleOf(await claim(byLetter(mine))));
    expect(callsOf(await board.next())).toEqual([]);
    expect(await callById(store.db, callId)).toMatchObject({ outcome: 'cancelled' });
    expect(await actions.seen(jo, before)).toMatchObject({ kind: 'changed', by: null });
    expect(await calling.again(jo, callId)).toMatchObject({ kind: 'changed', by: null });
    expect((await deskVisitOf(store.db, visit.id)).version).toBe(before.version + 1);
  });

  test('leaves the call to what they have not disputed', async () => {
    const later = row(1, '10:50', { clinician: other });
    const { arrive, checkIn, claim, call, store, clock } = await openBoards([mine, later], { joinMinutes: 0 });
    const callId = await call(await arrive(mine));
    clock.set('2026-11-23T10:30');
    // Only what is added now is theirs to disown.
    await checkIn.dispute(handleOf(await claim(byLetter(mine))));
    expect(await callById(store.db, callId)).toMatchObject({ outcome: 'open' });
  });
});
