import { expect, test } from 'vitest';
import { createPulse } from '../../../../main/services/desk/pulse';
import { createWorklist } from '../../../../main/services/desk/worklist';
import { readAudit } from '../../../../main/store/audit';
import { openDeskState } from './deskStateSupport';
import { byLetter, handleOf, row, tenOClock } from './support';

const here = row(1, '10:10');

async function openWorklist() {
  const desk = await openDeskState({ rows: [here] });
  const visit = await desk.arrive(here);
  const [arrival] = visit.arrivals;
  if (arrival === undefined) throw new Error('The patient has arrived');
  const worklist = createWorklist(desk);
  const unmarked = async () => (await desk.read()).worklist;
  return { ...desk, visit, arrivalId: arrival.id, worklist, unmarked };
}

test('a tick takes an arrival off every list, counts, and is audited with role and without a name', async () => {
  const { worklist, arrivalId, visit, jo, unmarked, rows, counts, store, published } = await openWorklist();
  published.length = 0;
  expect(await worklist.mark(jo, arrivalId)).toEqual({ kind: 'done' });
  expect(await unmarked()).toEqual([]);
  expect((await rows())[0]?.appointments).toMatchObject([{ isMarked: true }]);
  expect(published).toContain('visits');
  expect((await counts())['worklist.marked']).toBe(1);
  expect((await readAudit(store.db, 0, 100)).at(-1)).toMatchObject({
    at: tenOClock,
    actor: `staff:${jo.staffId}`,
    action: 'worklist.marked',
    subjectId: visit.subjectId,
    detail: { arrival: arrivalId, role: 'receptionist' },
  });
});

test('of two who tick or take at once the second is told by whom and when; one who does it twice is not', async () => {
  const { worklist, arrivalId, jo, sam, unmarked, clock, counts } = await openWorklist();
  expect(await worklist.take(jo, arrivalId)).toEqual({ kind: 'done' });
  expect(await unmarked()).toMatchObject([{ takenBy: 'Jo Bloggs' }]);
  clock.set('2026-11-23T10:01');
  expect(await worklist.take(sam, arrivalId)).toEqual({ kind: 'changed', by: 'Jo Bloggs', at: tenOClock });
  expect(await worklist.take(jo, arrivalId)).toEqual({ kind: 'done' });
  // Whoever has marked it has marked it, whoever took it.
  expect(await worklist.mark(sam, arrivalId)).toEqual({ kind: 'done' });
  expect(await worklist.mark(sam, arrivalId)).toEqual({ kind: 'done' });
  const told = { kind: 'changed', by: 'Sam Carter', at: '2026-11-23T10:01:00.000Z' };
  expect(await worklist.mark(jo, arrivalId)).toEqual(told);
  expect(await worklist.take(jo, arrivalId)).toEqual(told);
  expect((await counts())['worklist.marked']).toBe(1);
});

test('two ticks at the same moment make one mark and one who is told', async () => {
  const { worklist, arrivalId, jo, sam, counts } = await openWorklist();
  const both = await Promise.all([worklist.mark(jo, arrivalId), worklist.mark(sam, arrivalId)]);
  expect(both.map(({ kind }) => kind).sort()).toEqual(['changed', 'done']);
  expect((await counts())['worklist.marked']).toBe(1);
});

test('a tick by mistake is taken back, and what the list shows as arrived cannot be', async () => {
  const { worklist, arrivalId, jo, unmarked, list, changes } = await openWorklist();
  await worklist.mark(jo, arrivalId);
  expect(await worklist.unmark(jo, arrivalId)).toEqual({ kind: 'done' });
  expect(await unmarked()).toHaveLength(1);
  expect(await worklist.unmark(jo, arrivalId)).toEqual({ kind: 'done' });
  await worklist.mark(jo, arrivalId);
  await list([{ ...here, status: 'arrived' }], '2026-11-23T10:20:00.000Z');
  changes.publish('list');
  expect(await worklist.unmark(jo, arrivalId)).toMatchObject({ kind: 'notNow' });
  expect(await unmarked()).toEqual([]);
});

test('what a list has ticked is to be marked again when a newer one shows it as booked; what staff have ticked is not', async () => {
  for (const isTickedByStaff of [false, true]) {
    const { worklist, arrivalId, jo, unmarked, list, changes } = await openWorklist();
    if (isTickedByStaff) await worklist.mark(jo, arrivalId);
    await list([{ ...here, status: 'arrived' }], '2026-11-23T10:20:00.000Z');
    await list([here], '2026-11-23T10:15:00.000Z');
    changes.publish('list');
    // An older list takes nothing back.
    expect(await unmarked()).toEqual([]);
    await list([here], '2026-11-23T10:25:00.000Z');
    changes.publish('list');
    expect(await unmarked()).toHaveLength(isTickedByStaff ? 0 : 1);
    if (!isTickedByStaff) expect(await worklist.mark(jo, arrivalId)).toEqual({ kind: 'done' });
  }
});

test('what is disputed, gone or of another day is not marked', async () => {
  const { worklist, arrivalId, jo, claim, checkIn, clock } = await openWorklist();
  await checkIn.dispute(handleOf(await claim(byLetter(here))));
  expect(await worklist.mark(jo, arrivalId)).toMatchObject({ kind: 'notNow' });
  expect(await worklist.mark(jo, '00000000-0000-4000-8000-000000000000')).toEqual({ kind: 'gone' });
  clock.set('2026-11-24T08:00');
  expect(await worklist.mark(jo, arrivalId)).toEqual({ kind: 'gone' });
});

test('a locked desk is told numbers, and rings when nobody has marked or taken an arrival in time', async () => {
  const { clock, changes, state, nextRevision, worklist, arrivalId, jo, read } = await openWorklist();
  const stop = new AbortController();
  const stream = createPulse({ state, clock, changes, nextRevision })(stop.signal);
  const next = async () => {
    const coming = stream.next();
    await read();
    return (await coming).value;
  };
  const quiet = { help: 0, alerts: 0, overdue: 0, waiting: 1 };
  const revision: unknown = expect.any(Number);
  expect(await next()).toEqual({ ...quiet, revision });
  clock.set('2026-11-23T10:05');
  changes.publish('clock');
  expect(await next()).toEqual({ ...quiet, overdue: 1, revision });
  await worklist.take(jo, arrivalId);
  expect(await next()).toEqual({ ...quiet, revision });
  stop.abort();
  expect((await stream.next()).done).toBe(true);
});
