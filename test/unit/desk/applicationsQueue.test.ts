import { describe, expect, test } from 'vitest';
import { noKeys, takeKey } from '../../../renderer/desk/applications/queue/scanner';
import {
  isDue,
  isOverdue,
  orderEnded,
  orderOpen,
  viewQueue,
} from '../../../renderer/desk/applications/queue/queueRows';
import { londonDayOf } from '../../../renderer/desk/applications/acting/day';
import { applicationRow as row } from './applicationRows';

const today = '2026-11-23';
const everything = { filter: 'all', step: null, text: '' } as const;
const idsOf = (rows: readonly { applicationId: string }[]): number[] =>
  rows.map(({ applicationId }) => Number(applicationId.slice(-3)));

describe('the queue', () => {
  test('begins with what is due, goes on with the newest, and ends with whoever is not at the desk', () => {
    const rows = [
      row(1, { sentAt: '2026-11-23T09:00:00.000Z' }),
      row(2, { sentAt: '2026-11-23T10:00:00.000Z' }),
      row(3, { sentAt: '2026-11-23T11:00:00.000Z', isForLater: true }),
      row(4, { sentAt: '2026-11-23T11:30:00.000Z', identity: 'comeBack' }),
      row(5, { sentAt: '2026-11-01T09:00:00.000Z', next: 'review', dueOn: '2026-11-23' }),
      row(6, { sentAt: '2026-11-01T09:00:00.000Z', next: 'review', dueOn: '2026-11-20' }),
      row(7, { sentAt: '2026-11-23T08:00:00.000Z', next: 'review', dueOn: '2026-11-30' }),
      row(8, { ended: 'closed', endedAt: '2026-11-22T09:00:00.000Z', next: 'nothing' }),
    ];
    expect(idsOf(orderOpen(rows, today))).toEqual([6, 5, 2, 1, 7, 4, 3]);
  });

  test('keeps those that ended apart, the latest first', () => {
    const rows = [
      row(1, { ended: 'closed', endedAt: '2026-11-20T09:00:00.000Z' }),
      row(2),
      row(3, { ended: 'withdrawn', endedAt: '2026-11-22T09:00:00.000Z' }),
    ];
    expect(idsOf(orderEnded(rows))).toEqual([3, 1]);
  });

  test('tells what is due today from what is overdue', () => {
    expect([isDue(row(1, { dueOn: today }), today), isOverdue(row(1, { dueOn: today }), today)]).toEqual([true, false]);
    expect(isOverdue(row(1, { dueOn: '2026-11-22' }), today)).toBe(true);
    expect(isDue(row(1, { dueOn: '2026-11-24' }), today)).toBe(false);
    expect(isDue(row(1), today)).toBe(false);
  });

  test('counts days as London does', () => {
    expect(londonDayOf('2026-07-06T23:30:00.000Z')).toBe('2026-07-07');
    expect(londonDayOf('2026-11-23T23:30:00.000Z')).toBe('2026-11-23');
  });

  test('shows somebody what they can do with their roles', () => {
    const rows = [row(1), row(2, { next: 'decide' }), row(3, { next: 'review' })];
    expect(idsOf(viewQueue(rows, { ...everything, filter: 'mine' }, ['authoriser']))).toEqual([2]);
    expect(idsOf(viewQueue(rows, { ...everything, filter: 'mine' }, ['clinicalReviewer', 'verifier']))).toEqual([1, 3]);
    expect(idsOf(viewQueue(rows, { ...everything, step: 'decide' }, []))).toEqual([2]);
    expect(viewQueue(rows, everything, [])).toHaveLength(3);
  });

  test('is searched by the beginnings of names, without strokes and marks, or by reference', () => {
    const rows = [
      row(1, { lastName: 'Wójcik', firstName: 'Ludwika' }),
      row(2, { lastName: 'O’Neil', firstName: 'Grace', reference: 'QW7-XY9' }),
    ];
    const found = (text: string) => idsOf(viewQueue(rows, { ...everything, text }, []));
    expect(found('wojc')).toEqual([1]);
    expect(found('lud wó')).toEqual([1]);
    expect(found('neil')).toEqual([2]);
    expect(found('qw7')).toEqual([2]);
    expect(found('QW7-XY9')).toEqual([2]);
    expect(found('qw7xy9')).toEqual([2]);
    expect(found('jcik')).toEqual([]);
  });
});

describe('a scanner that types', () => {
  function type(text: string, pause: number) {
    let keys = noKeys;
    let at = 10_000;
    let scanned: string | null = null;
    for (const key of [...text, 'Enter']) {
      const taken = takeKey(keys, key, at);
      keys = taken.keys;
      scanned = taken.scanned ?? scanned;
      at += pause;
    }
    return { scanned, keys };
  }

  test('is known by its speed', () => {
    expect(type('KMR-234', 12).scanned).toBe('KMR-234');
    expect(type('kmr234', 50).scanned).toBe('KMR-234');
    expect(type('KMR-234', 51).scanned).toBeNull();
  });

  test('leaves nothing behind for the next', () => {
    expect(type('KMR-234', 5).keys).toEqual(noKeys);
  });

  test('is not heard where it reads something else', () => {
    expect(type('https://www.example.org/KMR-234', 5).scanned).toBeNull();
    expect(type('AEIOUA', 5).scanned).toBeNull();
    expect(type('', 5).scanned).toBeNull();
  });

  test('may hold Shift for its capitals, while any other key ends it', () => {
    const after = (between: string) => {
      let keys = noKeys;
      for (const key of ['K', 'M', 'R', between, '2', '3', '4']) keys = takeKey(keys, key, 100).keys;
      return takeKey(keys, 'Enter', 110).scanned;
    };
    expect(after('Shift')).toBe('KMR-234');
    expect(after('Tab')).toBeNull();
  });

  test('is not confused by what was typed by hand before it', () => {
    let keys = takeKey(noKeys, 'x', 0).keys;
    for (const key of 'KMR-234') keys = takeKey(keys, key, 1_000).keys;
    expect(takeKey(keys, 'Enter', 1_010).scanned).toBe('KMR-234');
  });
});
