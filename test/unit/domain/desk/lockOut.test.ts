import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lockOutMilliseconds, waitSeconds } from '../../../../main/domain/desk/lockOut';

test('four wrong tries cost nothing; the fifth shuts for 30 seconds, each further one for twice as long, up to 15 minutes', () => {
  const seconds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1000].map((failures) => lockOutMilliseconds(failures) / 1000);
  expect(seconds).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 900, 900, 900]);
});

test('the wait is whole seconds, rounded up, and over at its end', () => {
  expect(waitSeconds(null, 5)).toBe(0);
  expect(waitSeconds(30_000, 0)).toBe(30);
  expect(waitSeconds(30_000, 29_001)).toBe(1);
  expect(waitSeconds(30_000, 29_999)).toBe(1);
  expect(waitSeconds(30_000, 30_000)).toBe(0);
});

test('whatever the clock does, nobody waits longer than 15 minutes, and everybody who is shut waits at least a second', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e13 }), fc.integer({ min: -1e12, max: 1e13 }), (until, now) => {
      const wait = waitSeconds(until, now);
      expect(wait).toBeLessThanOrEqual(900);
      expect(wait > 0).toBe(until > now);
    }),
  );
});
