import { describe, expect, test } from 'vitest';
import { defaultRules } from '../../../main/domain/rules';
import { instantOf, nowAt } from '../../../main/domain/time';
import type { CheckInWindow, PracticeRules } from '../../../main/domain/types';
import { latePolicyFor, openingOf, timelinessOf, windowFor } from '../../../main/domain/window';
import { wallTimeSchema } from '../../../preload/contract/rules/dates';
import { appointment, at } from './support/samples';

const minutes = (early: number, late: number): CheckInWindow => ({ earlyMinutes: early, lateMinutes: late });

describe('the window set for the fewest appointments wins', () => {
  const rules: PracticeRules = {
    ...defaultRules,
    clinicianWindows: { 'Dr Anita Rao': minutes(1, 1) },
    slotTypeWindows: { 'Blood test': minutes(2, 2) },
    siteWindows: { 'Branch Surgery': minutes(3, 3) },
  };
  test.each([
    ['clinician', { slotType: 'Blood test', location: 'Branch Surgery', isNurseLed: true }, 1],
    [
      'slot type',
      { clinician: 'Nurse Carol West', slotType: 'Blood test', location: 'Branch Surgery', isNurseLed: true },
      2,
    ],
    ['site', { clinician: 'Nurse Carol West', location: 'Branch Surgery', isNurseLed: true }, 3],
    ['nurse-led session', { clinician: 'Nurse Carol West', isNurseLed: true }, 30],
  ])('%s', (_which, change, earlyMinutes) => {
    expect(windowFor(appointment(change), rules).earlyMinutes).toBe(earlyMinutes);
  });

  test('nothing set: the default, and nurse-led sessions are wider', () => {
    expect(windowFor(appointment({ slotType: null, location: null }), defaultRules)).toEqual(minutes(30, 10));
    expect(windowFor(appointment({ isNurseLed: true }), defaultRules)).toEqual(minutes(30, 15));
  });

  test('names are compared without case and spacing', () => {
    expect(windowFor(appointment({ clinician: ' DR  Anita Rao' }), rules).earlyMinutes).toBe(1);
    expect(windowFor(appointment({ clinician: '', slotType: 'blood  TEST' }), rules).earlyMinutes).toBe(2);
    expect(windowFor(appointment({ clinician: '', location: 'BRANCH surgery ' }), rules).earlyMinutes).toBe(3);
  });

  test('names that every object has are no settings', () => {
    const odd = appointment({ clinician: 'constructor', slotType: 'toString', location: '__proto__' });
    expect(windowFor(odd, defaultRules)).toEqual(minutes(30, 10));
  });
});

describe('30 minutes early to 10 late, both to the minute', () => {
  test.each([
    ['09:34', 59, 'early'],
    ['09:35', 0, 'open'],
    ['10:05', 0, 'open'],
    ['10:15', 0, 'open'],
    ['10:15', 59, 'open'],
    ['10:16', 0, 'late'],
  ])('at %s and %i seconds a 10:05 is %s', (time, seconds, expected) => {
    expect(timelinessOf(openingOf(appointment(), defaultRules), at(time, seconds))).toBe(expected);
  });

  test('across midnight', () => {
    const opening = openingOf(appointment({ at: '2026-11-24T00:10' }), defaultRules);
    expect(timelinessOf(opening, at('2026-11-23T23:39', 59))).toBe('early');
    expect(timelinessOf(opening, at('2026-11-23T23:40'))).toBe('open');
    const last = openingOf(appointment({ at: '2026-11-23T23:55' }), defaultRules);
    expect(timelinessOf(last, at('2026-11-24T00:05'))).toBe('open');
    expect(timelinessOf(last, at('2026-11-24T00:06'))).toBe('late');
  });
});

describe('later than the window', () => {
  const rules: PracticeRules = { ...defaultRules, latePolicy: 'checkIn', lateLimitMinutes: 20 };

  test.each([
    ['10:15', 59, 'open'],
    ['10:16', 0, 'acceptedLate'],
    ['10:25', 59, 'acceptedLate'],
    ['10:26', 0, 'late'],
  ])('at %s and %i seconds a 10:05 that may be 20 minutes late is %s', (time, seconds, expected) => {
    expect(timelinessOf(openingOf(appointment(), rules), at(time, seconds))).toBe(expected);
  });

  test('is late at once where reception decides, and for a clinician who has it so', () => {
    expect(timelinessOf(openingOf(appointment(), { ...rules, latePolicy: 'reception' }), at('10:16'))).toBe('late');
    const own: PracticeRules = { ...rules, clinicianLatePolicies: { 'dr anita rao': 'reception' } };
    expect(latePolicyFor(appointment(), own)).toBe('reception');
    expect(latePolicyFor(appointment({ clinician: 'toString' }), own)).toBe('checkIn');
    expect(timelinessOf(openingOf(appointment(), own), at('10:16'))).toBe('late');
  });

  test('never ends before the window does', () => {
    const wide: PracticeRules = { ...rules, window: minutes(30, 40) };
    expect(timelinessOf(openingOf(appointment(), wide), at('10:45'))).toBe('open');
    expect(timelinessOf(openingOf(appointment(), wide), at('10:46'))).toBe('late');
  });
});

describe('when the clocks change', () => {
  const utc = (text: string) => nowAt(Date.parse(text));

  test('in spring minutes are counted as they pass: an hour is not in the window', () => {
    // 02:10 in summer time is 01:10 UTC; 30 minutes before it clocks showed 00:40.
    const opening = openingOf(appointment({ at: '2026-03-29T02:10' }), defaultRules);
    expect(timelinessOf(opening, utc('2026-03-29T00:39:59Z'))).toBe('early');
    expect(timelinessOf(opening, utc('2026-03-29T00:40:00Z'))).toBe('open');
    expect(nowAt(opening.opensAt).time).toBe('00:40');
    expect(timelinessOf(opening, utc('2026-03-29T01:20:59Z'))).toBe('open');
    expect(timelinessOf(opening, utc('2026-03-29T01:21:00Z'))).toBe('late');
  });

  test('in spring 01:30 is never shown: it counts as 02:30', () => {
    const missing = wallTimeSchema.parse('2026-03-29T01:30');
    expect(instantOf(missing)).toBe(Date.parse('2026-03-29T01:30:00Z'));
    expect(nowAt(instantOf(missing)).time).toBe('02:30');
  });

  test('in autumn 01:30 comes twice: the first is meant, and the second is late', () => {
    const opening = openingOf(appointment({ at: '2026-10-25T01:30' }), defaultRules);
    expect(timelinessOf(opening, utc('2026-10-25T00:30:00Z'))).toBe('open');
    const second = utc('2026-10-25T01:30:00Z');
    expect(second.time).toBe('01:30');
    expect(timelinessOf(opening, second)).toBe('late');
  });

  test('on the days of both changes surgery hours are as on any other', () => {
    for (const day of ['2026-03-29', '2026-10-25']) {
      const opening = openingOf(appointment({ at: `${day}T10:05` }), defaultRules);
      expect([nowAt(opening.opensAt).time, nowAt(opening.closesAt).time]).toEqual(['09:35', '10:15']);
    }
  });
});
