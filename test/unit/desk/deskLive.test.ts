import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskSnapshot } from '../../../preload/contract/desk/arrivals';
import { emptyLive, loseConnection, reconnectPause, takeSnapshot } from '../../../renderer/desk/flow/live';
import { alert, head, idOf, row, workItem } from './deskRows';

const whole: DeskSnapshot = {
  revision: 7,
  isWhole: true,
  rows: [row(1), row(2)],
  removed: [],
  head,
  worklist: [workItem(1)],
  alerts: [alert(1)],
  queue: [],
};
const change = (revision: number, changes: Partial<DeskSnapshot>): DeskSnapshot => ({
  revision,
  isWhole: false,
  rows: [],
  removed: [],
  ...changes,
});
const held = takeSnapshot(emptyLive, whole);
const visits = (state: typeof held): string[] => state.rows.map(({ visitId }) => visitId).sort();

describe('what a desk holds of the live arrivals', () => {
  test('is everything of a whole snapshot and nothing from before it, even when revisions begin again', () => {
    const anew = takeSnapshot(held, { ...whole, revision: 0, rows: [row(3)], alerts: [], worklist: [] });
    expect(visits(anew)).toEqual([idOf(3)]);
    expect(anew).toMatchObject({ revision: 0, alerts: [], worklist: [] });
  });

  test('changes by what a later snapshot names, and keeps what it does not name', () => {
    const later = takeSnapshot(held, change(8, { rows: [row(2, { version: 2, note: 'Hearing aid' }), row(3)] }));
    expect(visits(later)).toEqual([idOf(1), idOf(2), idOf(3)]);
    expect(later.rows.find(({ visitId }) => visitId === idOf(2))).toMatchObject({ version: 2, note: 'Hearing aid' });
    expect(later.worklist).toBe(held.worklist);
    expect(later.head).toBe(held.head);
    expect(takeSnapshot(later, change(9, { worklist: [] })).worklist).toEqual([]);
  });

  test('loses the rows that are gone', () => {
    expect(visits(takeSnapshot(held, change(8, { removed: [idOf(1)] })))).toEqual([idOf(2)]);
  });

  test('does not change by a snapshot that is older or the same', () => {
    for (const revision of [0, 6, 7]) expect(takeSnapshot(held, change(revision, { removed: [idOf(1)] }))).toBe(held);
  });

  test('stays when the connection is lost, says since when, and is current again with the next whole snapshot', () => {
    const lost = loseConnection(held, '2026-11-23T10:05:00.000Z');
    expect(visits(lost)).toEqual(visits(held));
    expect(loseConnection(lost, '2026-11-23T10:06:00.000Z').lostSince).toBe('2026-11-23T10:05:00.000Z');
    expect(takeSnapshot(lost, { ...whole, revision: 9 }).lostSince).toBeNull();
  });

  test('holds each visit once, whatever comes in whatever order', () => {
    const snapshots = fc.array(
      fc.record({
        revision: fc.nat(30),
        isWhole: fc.boolean(),
        rows: fc.uniqueArray(fc.integer({ min: 1, max: 6 })).map((numbers) => numbers.map((number) => row(number))),
        removed: fc.array(fc.integer({ min: 1, max: 6 }).map(idOf)),
      }),
    );
    fc.assert(
      fc.property(snapshots, (all) => {
        const ids = visits(all.reduce(takeSnapshot, emptyLive));
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});

describe('the pause before the next try', () => {
  test('grows from half a second to ten seconds and no further', () => {
    expect([1, 2, 3, 4, 5, 6, 7].map(reconnectPause)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    expect(reconnectPause(10_000)).toBe(10_000);
  });
});
