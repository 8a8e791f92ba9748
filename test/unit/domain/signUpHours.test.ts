import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../preload/contract/rules/dates';
import { bankHolidays } from '../../../main/domain/bankHolidays';
import { openingAt } from '../../../main/domain/openingHours';
import { defaultRules } from '../../../main/domain/rules';
import { weekdays } from '../../../main/domain/rules/choices';
import { signUpStateOf } from '../../../main/domain/signUpHours';
import { instantOf, minute, nowAt } from '../../../main/domain/time';
import type { Hours, OpeningHours, PracticeRules } from '../../../main/domain/types';
import { at, clock, today } from './support/samples';

const hours = (from: string, to: string): Hours => ({ from: clock(from), to: clock(to) });
const everyDay = (...all: Hours[]): OpeningHours =>
  Object.fromEntries(weekdays.map((day) => [day, all])) as OpeningHours;
const weekdaysOpen: OpeningHours = { ...everyDay(hours('08:00', '18:30')), saturday: [], sunday: [] };
const opens = (day: string, time: string) => ({ state: 'closed', opens: { day, time } });

/** What the kiosk says at a wall time; today is Monday 23 November. */
const stateAt = (time: string, change: Partial<PracticeRules> = {}) =>
  signUpStateOf({ ...defaultRules, ...change }, at(time));

describe('the hours of sign-up', () => {
  test.each([
    ['07:59', { state: 'open' }],
    ['08:00', opens(today, '12:00')],
    ['11:59', opens(today, '12:00')],
    ['12:00', { state: 'open' }],
    ['2026-11-24T08:30', opens('2026-11-24', '10:00')],
    ['2026-11-24T10:00', { state: 'open' }],
    ['2026-11-28T09:00', { state: 'open' }],
  ])('by default, on Monday 23 November at %s: %j', (time, state) => {
    expect(stateAt(time)).toEqual(state);
  });

  test.each([
    ['before the practice opens', '06:00', opens(today, '12:00')],
    ['after it has closed', '18:30', opens('2026-11-24', '10:00')],
    ['on Friday evening', '2026-11-27T19:00', opens('2026-11-30', '12:00')],
    ['on a bank holiday', '2026-12-25T11:00', opens('2026-12-29', '10:00')],
  ])('are never longer than those of the practice: %s', (_when, time, state) => {
    expect(stateAt(time, { openingHours: weekdaysOpen })).toEqual(state);
  });

  test('are said of a bank holiday on which the practice is open, and of a day on which it is closed', () => {
    const openingHours = weekdaysOpen;
    const open = { openingHours, bankHolidaysOpen: [dateSchema.parse('2026-12-25')] };
    expect(bankHolidays).toContain('2026-12-25');
    expect(stateAt('2026-12-25T11:00', open)).toEqual({ state: 'open' });
    const closedDays = [today];
    expect(stateAt('15:00', { openingHours, closedDays })).toEqual(opens('2026-11-24', '10:00'));
  });

  test('may leave nothing of the next fortnight, and then no day is named', () => {
    expect(stateAt('15:00', { signUpClosed: everyDay(hours('00:00', '23:59')) })).toEqual({
      state: 'closed',
      opens: null,
    });
    expect(stateAt('23:59', { signUpClosed: everyDay(hours('00:00', '23:59')) })).toMatchObject({ state: 'closed' });
  });

  test('that follow each other without a gap are one', () => {
    const signUpClosed = everyDay(hours('08:00', '10:00'), hours('10:00', '11:15'));
    expect(stateAt('09:00', { signUpClosed })).toEqual(opens(today, '11:15'));
  });

  test.each([
    ['spring', '2026-03-29'],
    ['autumn', '2026-10-25'],
  ])('are what London clocks show when they change in %s', (_season, day) => {
    const signUpClosed = everyDay(hours('00:00', '03:30'));
    // By the instant, not by a wall time: of two times 01:30 in autumn both are meant.
    const midnight = instantOf((at(`${day}T00:00`).day + 'T00:00') as Parameters<typeof instantOf>[0]);
    const states = Array.from({ length: 12 * 6 }, (_, index) => nowAt(midnight + index * 5 * minute)).map((now) => ({
      time: now.time,
      state: signUpStateOf({ ...defaultRules, signUpClosed }, now),
    }));
    for (const { time, state } of states) {
      expect(state, time).toEqual(time < '03:30' ? opens(day, '03:30') : { state: 'open' });
    }
  });
});

describe('sign-up', () => {
  test('is off where the practice does not offer it, whatever the hour and the pause', () => {
    expect(stateAt('15:00', { isSignUpOffered: false, signUpPausedOn: today })).toEqual({ state: 'off' });
  });

  test('is paused for the day that staff have set, and no other', () => {
    expect(stateAt('15:00', { signUpPausedOn: today })).toEqual({ state: 'paused' });
    expect(stateAt('09:00', { signUpPausedOn: today })).toEqual({ state: 'paused' });
    expect(stateAt('2026-11-24T15:00', { signUpPausedOn: today })).toEqual({ state: 'open' });
  });
});

const minutes = fc.integer({ min: 0, max: 24 * 60 - 1 });
const clockAt = (minuteOfDay: number): string =>
  `${String(Math.floor(minuteOfDay / 60)).padStart(2, '0')}:${String(minuteOfDay % 60).padStart(2, '0')}`;
const spans = fc
  .array(fc.tuple(minutes, minutes), { maxLength: 3 })
  .map((pairs) => pairs.map(([one, other]) => hours(clockAt(Math.min(one, other)), clockAt(Math.max(one, other)))));
const week = fc
  .array(spans, { minLength: 7, maxLength: 7 })
  .map((days) => Object.fromEntries(weekdays.map((day, index) => [day, days[index] ?? []])) as OpeningHours);

test('whatever the hours, it opens at the moment that is said and not a minute before, and never while the practice is closed', () => {
  fc.assert(
    fc.property(
      week,
      fc.option(week),
      fc.integer({ min: 0, max: 20 }),
      minutes,
      (closed, opening, ahead, minuteOfDay) => {
        const day = Temporal.PlainDate.from('2026-12-14').add({ days: ahead }).toString();
        const rules = { ...defaultRules, signUpClosed: closed, openingHours: opening };
        const now = at(`${day}T${clockAt(minuteOfDay)}`);
        const state = signUpStateOf(rules, now);
        if (state.state === 'open') expect(openingAt(rules, now).kind).toBe('open');
        if (state.state !== 'closed' || state.opens === null) return;
        const said = at(`${state.opens.day}T${state.opens.time}`);
        expect(signUpStateOf(rules, said)).toEqual({ state: 'open' });
        const before = nowAt(said.epochMilliseconds - minute);
        expect(said.epochMilliseconds).toBeGreaterThan(now.epochMilliseconds);
        expect(signUpStateOf(rules, before).state).toBe('closed');
      },
    ),
  );
});
