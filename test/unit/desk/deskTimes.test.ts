import { describe, expect, test } from 'vitest';
import {
  birthOf,
  dayOf,
  durationOf,
  minutesBetween,
  shortDurationOf,
  startOf,
  timeOf,
} from '../../../renderer/text/desk/times';

describe('times at the desk', () => {
  test('are those of London, in winter and in summer', () => {
    expect(timeOf('2026-11-23T10:05:00.000Z')).toBe('10:05am');
    expect(timeOf('2026-07-06T10:05:00.000Z')).toBe('11:05am');
    expect(timeOf('2026-11-23T12:00:00.000Z')).toBe('midday');
    expect(timeOf('2026-11-23T00:00:00.000Z')).toBe('midnight');
  });

  test('are days as the NHS writes them, by London', () => {
    expect(dayOf('2026-11-23')).toBe('Monday 23 November');
    expect(dayOf('2026-07-06T23:30:00.000Z')).toBe('Tuesday 7 July');
  });

  test('are starts of appointments and dates of birth without any zone', () => {
    expect(startOf('2026-07-06T09:20')).toBe('9:20am');
    expect(startOf('13:00')).toBe('1pm');
    expect(birthOf('1948-02-03')).toBe('3 Feb 1948');
  });

  test('are durations in whole minutes', () => {
    expect([0.9, 1, 59, 60, 61, 125].map(durationOf)).toEqual([
      'less than a minute',
      '1 minute',
      '59 minutes',
      '1 hour',
      '1 hour 1 minute',
      '2 hours 5 minutes',
    ]);
    expect([0, 12, 65].map(shortDurationOf)).toEqual(['0 min', '12 min', '1 h 5 min']);
    expect(minutesBetween('2026-11-23T08:00:00.000Z', '2026-11-23T08:12:59.000Z')).toBe(12);
    expect(minutesBetween('2026-11-23T09:00:00.000Z', '2026-11-23T08:00:00.000Z')).toBe(0);
  });
});
