import { describe, expect, test } from 'vitest';
import fc from 'fast-check';
import { clockTimeSchema } from '../../../preload/contract/rules/dates';
import { formatTime } from '../../../renderer/text/times';

function shown(time: string): string {
  return formatTime(clockTimeSchema.parse(time));
}

describe('times of day are written as the NHS writes them', () => {
  test.each([
    ['09:00', '9am'],
    ['10:05', '10:05am'],
    ['12:00', 'midday'],
    ['12:30', '12:30pm'],
    ['13:00', '1pm'],
    ['23:59', '11:59pm'],
    ['00:00', 'midnight'],
    ['00:15', '12:15am'],
  ])('%s is %s', (time, words) => {
    expect(shown(time)).toBe(words);
  });

  test('no two times of a day are written alike', () => {
    const times = Array.from({ length: 24 * 60 }, (_, minute) => clock(minute));
    expect(new Set(times.map(shown)).size).toBe(times.length);
  });

  test('every time says whether it is before or after midday', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 24 * 60 - 1 }), (minute) => {
        expect(shown(clock(minute))).toMatch(
          minute < 720 ? /^(\d{1,2}(:\d\d)?am|midnight)$/ : /^(\d{1,2}(:\d\d)?pm|midday)$/,
        );
      }),
    );
  });
});

function clock(minuteOfDay: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
