import { describe, expect, test } from 'vitest';
import { createCalling } from '../../../../main/services/desk/calling';
import { createRoom, type Room } from '../../../../main/services/desk/room';
import type { Caller } from '../../../../main/services/desk/caller';
import { openDeskState } from './deskStateSupport';
import { clinician, row } from './support';

const nurse = 'Nurse Jones';
const first = row(1, '10:10');
const second = row(2, '10:20');
const nursed = row(3, '10:05', { clinician: nurse });
/** Booked with both. */
const both = [row(4, '10:00', { clinician: nurse }), row(4, '10:30')] as const;
const toCome = row(5, '11:00');
const rows = [
  first,
  second,
  nursed,
  ...both,
  toCome,
  row(6, '11:10', { mode: 'phone' }),
  row(7, '11:20', { status: 'cancelled' }),
];

async function openRoom() {
  const rules = { calling: 'here' as const, places: { [clinician]: { waitingArea: null, room: 'Room 4' } } };
  const desk = await openDeskState({ rows, rules });
  const room = createRoom(desk);
  /** What the page of a room shows at this moment. */
  const look = async (caller: Caller, asked: string, of: Room = room) => {
    const stop = new AbortController();
    const stream = of.live(caller, asked, stop.signal);
    const coming = stream.next();
    await desk.read();
    const { value } = await coming;
    stop.abort();
    await stream.next();
    if (value === undefined) throw new Error('The room shows something at once');
    return value;
  };
  return { ...desk, room, look };
}

test('a room shows its own patients who are here, who waits first by time, and how many are to come', async () => {
  const { arrive, look, jo } = await openRoom();
  for (const one of [second, first, nursed]) await arrive(one);
  const shown = await look(jo, 'dr anita RAO');
  expect(shown).toMatchObject({ clinician, room: 'Room 4', calling: 'here' });
  expect(shown.rows.map(({ lastName, stage }) => [lastName, stage])).toEqual([
    ['Sample1', 'waiting'],
    ['Sample2', 'waiting'],
  ]);
  // The one booked with both, and the one at 11.
  expect(shown.toCome).toBe(2);
});

test('of who is here for two clinicians each room shows its own appointment alone', async () => {
  const { arrive, look, jo } = await openRoom();
  await arrive(both[0]);
  const starts = async (asked: string) =>
    (await look(jo, asked)).rows.map(({ appointments }) => appointments.map(({ start }) => start.slice(11)));
  expect(await starts(nurse)).toEqual([['10:00']]);
  expect(await starts(clinician)).toEqual([['10:30']]);
});

test('who came in to the nurse is gone from her room and waits for the doctor', async () => {
  const desk = await openRoom();
  const { arrive, look, jo, rows: deskRows } = desk;
  const calling = createCalling(desk);
  const visit = await arrive(both[0]);
  const [before] = await deskRows();
  const called = await calling.call(jo, {
    visitId: visit.id,
    version: before?.version ?? -1,
    kind: 'call',
    room: null,
  });
  if (called.kind !== 'called') throw new Error('They can be called');
  expect((await look(jo, nurse)).rows).toMatchObject([{ stage: 'called' }]);
  expect(await calling.cameIn(jo, called.callId)).toEqual({ kind: 'done' });
  expect((await look(jo, nurse)).rows).toEqual([]);
  expect((await look(jo, clinician)).rows).toMatchObject([{ stage: 'waiting', lastName: 'Sample4' }]);
});

describe('a clinician', () => {
  test('sees their own room whatever they ask for, and no other in the list of rooms', async () => {
    const { arrive, look, rao, room } = await openRoom();
    await arrive(nursed);
    await arrive(first);
    const shown = await look(rao, nurse);
    expect(shown.clinician).toBe(clinician);
    expect(shown.rows.map(({ lastName }) => lastName)).toEqual(['Sample1']);
    expect(await room.clinicians(rao)).toEqual([{ name: clinician, room: 'Room 4' }]);
  });

  test('whose account names nobody sees nobody', async () => {
    const { arrive, look, rao, room } = await openRoom();
    await arrive(first);
    const nameless = { ...rao, clinician: null };
    expect((await look(nameless, clinician)).rows).toEqual([]);
    expect(await room.clinicians(nameless)).toEqual([]);
  });

  test('who is not on the list of today has an empty room', async () => {
    const { look, rao, room } = await openRoom();
    const away = { ...rao, clinician: 'Dr Away' };
    expect(await look(away, clinician)).toMatchObject({ clinician: 'Dr Away', room: null, rows: [], toCome: 0 });
    expect(await room.clinicians(away)).toEqual([{ name: 'Dr Away', room: null }]);
  });
});

test('a receptionist may open any room', async () => {
  const { room, jo } = await openRoom();
  const reading = room.clinicians(jo);
  expect((await reading).map(({ name }) => name)).toEqual([clinician, nurse]);
});

test('a room is told when somebody comes, and not that time has passed', async () => {
  const { arrive, room, rao, read, clock, changes } = await openRoom();
  const stop = new AbortController();
  const stream = room.live(rao, clinician, stop.signal);
  const whole = stream.next();
  await read();
  expect((await whole).value?.rows).toEqual([]);
  let isTold = false;
  const coming = stream.next().then((told) => {
    isTold = true;
    return told;
  });
  clock.jump(5);
  changes.publish('clock');
  await read();
  expect(isTold).toBe(false);
  await arrive(first);
  await read();
  expect((await coming).value?.rows).toMatchObject([{ lastName: 'Sample1' }]);
  stop.abort();
  expect((await stream.next()).done).toBe(true);
});
