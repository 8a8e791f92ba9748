import { describe, expect, test } from 'vitest';
import { createChanges } from '../../../../main/services/changes';
import { createSharedReading } from '../../../../main/services/desk/sharedReading';
import { deskSnapshotSchema, type DeskSnapshot } from '../../../../preload/contract/desk/arrivals';
import { createFakeTimers } from '../../../support/fakePorts';
import { settle } from '../../../support/practice';
import { openDeskState } from './deskStateSupport';
import { row } from './support';

const [first, second, third] = [row(1, '10:10'), row(2, '10:20'), row(3, '10:30')];

async function openLive() {
  const desk = await openDeskState({ rows: [first, second, third] });
  const stop = new AbortController();
  const stream = desk.live(stop.signal);
  /** The next snapshot, letting pass what keeps readings apart. */
  const next = async (): Promise<DeskSnapshot> => {
    const coming = stream.next();
    await settle();
    desk.timers.advance(50);
    const { value } = await coming;
    return deskSnapshotSchema.parse(value);
  };
  return { ...desk, stop, stream, next };
}

test('the desk is told everything once, and then only who has changed', async () => {
  const { arrive, next, stream, stop } = await openLive();
  const one = await arrive(first);
  const whole = await next();
  expect(whole).toMatchObject({ isWhole: true, removed: [], rows: [{ visitId: one.id }], queue: [], alerts: [] });
  expect(whole.head?.day).toBe('2026-11-23');
  const two = await arrive(second);
  const changed = await next();
  expect(changed.isWhole).toBe(false);
  expect(changed.rows.map(({ visitId }) => visitId)).toEqual([two.id]);
  expect(Object.keys(changed).sort()).toEqual(['isWhole', 'removed', 'revision', 'rows', 'worklist']);
  expect(changed.revision).toBeGreaterThan(whole.revision);
  stop.abort();
  expect((await stream.next()).done).toBe(true);
});

test('a reader who is slow gets what has changed since, in one', async () => {
  const { arrive, next, store, changes } = await openLive();
  const one = await arrive(first);
  await next();
  const two = await arrive(second);
  await arrive(third);
  await store.write(async (db) => {
    await db.deleteFrom('arrivals').where('visitId', '=', one.id).execute();
    await db.updateTable('visits').set({ firstArrivedAt: null }).where('id', '=', one.id).execute();
  });
  changes.publish('visits');
  const changed = await next();
  expect(changed.rows).toHaveLength(2);
  expect(changed.rows[0]?.visitId).toBe(two.id);
  expect(changed.removed).toEqual([one.id]);
});

test('that time has passed, or that nothing has really changed, is told to nobody', async () => {
  const { arrive, clock, changes, timers, next, stream } = await openLive();
  await arrive(first);
  await next();
  let isTold = false;
  const coming = stream.next().then((told) => {
    isTold = true;
    return told;
  });
  for (const topic of ['clock', 'visits', 'list', 'rules'] as const) {
    clock.jump(5);
    changes.publish(topic);
    await settle();
    timers.advance(50);
    await settle();
  }
  expect(isTold).toBe(false);
  await arrive(second);
  await settle();
  timers.advance(50);
  expect((await coming).value).toMatchObject({ isWhole: false, rows: [{ lastName: 'Sample2' }] });
});

describe('a shared reading', () => {
  function open() {
    const changes = createChanges();
    const timers = createFakeTimers();
    const state = { value: 0, reads: 0 };
    let release: (() => void) | null = null;
    const gate = { isHeld: false };
    const reading = createSharedReading<{ value: number }>({
      changes,
      topics: ['visits'],
      timers,
      mostOften: 50,
      async read() {
        state.reads += 1;
        const { value } = state;
        if (gate.isHeld) await new Promise<void>((resolve) => (release = resolve));
        return { value };
      },
    });
    const change = async (value: number): Promise<void> => {
      state.value = value;
      changes.publish('visits');
      await settle();
    };
    return { reading, state, timers, change, gate, release: () => release?.() };
  }

  test('is made once for thirty readers, and at most once in 50 milliseconds', async () => {
    const { reading, state, timers, change } = open();
    const streams = Array.from({ length: 30 }, () => reading.follow(undefined));
    const told = await Promise.all(streams.map((stream) => stream.next()));
    expect(new Set(told.map(({ value }) => value)).size).toBe(1);
    expect(state.reads).toBe(1);
    const coming = Promise.all(streams.map((stream) => stream.next()));
    for (let value = 1; value <= 20; value += 1) await change(value);
    expect(state.reads).toBe(1);
    timers.advance(50);
    expect((await coming).map(({ value }) => value)).toEqual(Array.from({ length: 30 }, () => ({ value: 20 })));
    expect(state.reads).toBe(2);
  });

  test('that had begun before a change is not handed to who asks after it', async () => {
    const { reading, gate, release, change, timers } = open();
    gate.isHeld = true;
    const before = reading.read();
    await settle();
    await change(7);
    const after = reading.read();
    gate.isHeld = false;
    release();
    expect(await before).toEqual({ value: 0 });
    await settle();
    timers.advance(50);
    expect(await after).toEqual({ value: 7 });
  });

  test('that fails fails for who asked, and the next one is made anew', async () => {
    const changes = createChanges();
    let isBroken = true;
    const reading = createSharedReading<{ value: number }>({
      changes,
      topics: ['visits'],
      timers: createFakeTimers(),
      mostOften: 0,
      read: () => (isBroken ? Promise.reject(new Error('disk')) : Promise.resolve({ value: 1 })),
    });
    await expect(reading.read()).rejects.toThrow('disk');
    isBroken = false;
    expect(await reading.read()).toEqual({ value: 1 });
  });

  test('ends for a reader whose page goes, though nothing changes any more', async () => {
    const { reading } = open();
    const stop = new AbortController();
    const stream = reading.follow(stop.signal);
    await stream.next();
    const coming = stream.next();
    stop.abort();
    expect((await coming).done).toBe(true);
  });
});
