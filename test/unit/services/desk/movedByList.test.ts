import { describe, expect, test } from 'vitest';
import { createActions } from '../../../../main/services/desk/actions';
import { createCalling } from '../../../../main/services/desk/calling';
import { callById } from '../../../../main/store/calls';
import { sessionArrivals } from '../../../../main/store/sessionArrivals';
import { openDeskState } from './deskStateSupport';
import { byLetter, clinician, day, row } from './support';

/*
 * The clinical system moves somebody who sits in the waiting room to another clinician. Whoever goes by what was copied when they arrived
 * would call them to a room where nobody waits for them.
 */

const other = 'Dr James Field';
const mine = row(1, '10:10');
const moved = { ...mine, clinician: other, start: row(1, '10:30').start };
const later = '2026-11-23T10:05:00.000Z';
const earlier = '2026-11-23T09:40:00.000Z';

async function openMoved(listAsOf = later) {
  const places = {
    [clinician]: { waitingArea: null, room: 'Room 4' },
    [other]: { waitingArea: null, room: 'Room 9' },
  };
  const desk = await openDeskState({ rows: [mine], rules: { calling: 'here', places } });
  const visit = await desk.arrive(mine);
  await desk.list([moved], listAsOf);
  desk.changes.publish('list');
  const waitingFor = async (name: string) =>
    (await sessionArrivals(desk.store.db, day, name)).filter(({ isWaiting }) => isWaiting).length;
  return { ...desk, visit, actions: createActions(desk), calling: createCalling(desk), waitingFor };
}

describe('a patient whom a newer list has with another clinician', () => {
  test('waits for that one: on the row, on the worklist, for the wait of others and on the kiosk', async () => {
    const { read, rows, waitingFor, claim } = await openMoved();
    expect(await rows()).toMatchObject([
      { appointments: [{ clinician: other, movedFrom: null, room: 'Room 9', start: moved.start }] },
    ]);
    expect((await read()).worklist).toMatchObject([{ clinician: other, start: moved.start }]);
    expect([await waitingFor(clinician), await waitingFor(other)]).toEqual([0, 1]);
    expect(await claim(byLetter(mine))).toMatchObject({ appointments: [{ clinician: other, room: 'Room 9' }] });
  });

  test('is called to that one’s room, and by that one', async () => {
    const { rows, calling, store, rao, jo } = await openMoved();
    const [seen] = await rows();
    const key = { visitId: seen?.visitId ?? '', version: seen?.version ?? 0, kind: 'call', room: null } as const;
    expect(await calling.call(rao, key)).toEqual({ kind: 'notNow', why: 'They are not here for you.' });
    const made = await calling.call(jo, key);
    expect(await callById(store.db, made.kind === 'called' ? made.callId : '')).toMatchObject({
      clinician: other,
      room: 'Room 9',
    });
  });

  test('goes where staff have moved them, whatever the list says', async () => {
    const { rows, actions, jo, visit } = await openMoved();
    const [seen] = await rows();
    const arrivalId = visit.arrivals[0]?.id ?? '';
    const key = { visitId: visit.id, version: seen?.version ?? 0, arrivalId, clinician };
    expect(await actions.move(jo, key)).toEqual({ kind: 'done' });
    expect(await rows()).toMatchObject([
      { appointments: [{ clinician, movedFrom: other, room: 'Room 4', start: moved.start }] },
    ]);
  });
});

test('an older list moves nobody who is here', async () => {
  const { rows, waitingFor } = await openMoved(earlier);
  expect(await rows()).toMatchObject([{ appointments: [{ clinician, room: 'Room 4', start: mine.start }] }]);
  expect([await waitingFor(clinician), await waitingFor(other)]).toEqual([1, 0]);
});

test('a list that calls the appointment off moves nobody: what they were told stands', async () => {
  const { rows, list, changes } = await openMoved(earlier);
  await list([{ ...moved, status: 'cancelled' }], later);
  changes.publish('list');
  expect(await rows()).toMatchObject([{ appointments: [{ clinician, room: 'Room 4', listed: 'cancelled' }] }]);
});
