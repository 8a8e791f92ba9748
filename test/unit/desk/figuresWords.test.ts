import { expect, test } from 'vitest';
import { minuteClasses } from '../../../main/domain/application/figures';
import {
  classOf,
  figuresWords,
  medianWords,
  monthOf,
  secondsOf,
  shortDayOf,
  shortMonthOf,
} from '../../../renderer/text/desk/figures';

test('every class of time that is counted has short words for an axis', () => {
  expect(minuteClasses.map(classOf)).toEqual([
    '5 min',
    '15 min',
    '30 min',
    '1 h',
    '2 h',
    '4 h',
    '8 h',
    '1 day',
    '2 days',
    '1 week',
    '2 weeks',
    '30 days',
    '3 months',
  ]);
});

test('and long ones for a sentence', () => {
  expect(minuteClasses.map((medianUpToMinutes) => medianWords({ medianUpToMinutes }))).toEqual([
    'within 5 minutes',
    'within 15 minutes',
    'within 30 minutes',
    'within 1 hour',
    'within 2 hours',
    'within 4 hours',
    'within 8 hours',
    'within 1 day',
    'within 2 days',
    'within 1 week',
    'within 2 weeks',
    'within 30 days',
    'within 3 months',
  ]);
});

test('nothing counted is said, and is no time', () => {
  expect(medianWords({ medianUpToMinutes: null })).toBe('not yet');
  expect(figuresWords.half(0)).toBe('');
  expect(figuresWords.half(1)).toBe('half of 1 application');
});

test('seconds of work are said in minutes and seconds, rounded to whole ones', () => {
  expect([0, 45, 59.6, 90, 97.4, 180, 3600].map(secondsOf)).toEqual([
    '0 s',
    '45 s',
    '1 min',
    '1 min 30 s',
    '1 min 37 s',
    '3 min',
    '60 min',
  ]);
});

test('days and months are written as people do, whatever the time of year', () => {
  expect(shortDayOf('2026-03-30')).toBe('30 Mar');
  expect(monthOf('2026-10')).toBe('Oct 2026');
  expect(shortMonthOf('2026-10')).toBe('Oct');
});

test('one is not many', () => {
  expect(figuresWords.weeksSaid(1, '23 Nov', 1)).toContain('1 application in twelve weeks');
  expect(figuresWords.monthsSaid('Appointments', 1, 'Nov 2026', 1)).toBe(
    'Appointments: 1 patient in twelve months, 1 in Nov 2026.',
  );
});
