import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../../preload/contract/rules/dates';
import { bornBy, longDay, ofThisCentury, readDay } from '../../../main/lists/dates';
import { readMinutes, readMoment, readTime } from '../../../main/lists/times';
import { slashed, withMonthName } from '../../support/listFiles';

const today = '2026-11-23' as Day;

describe('A date of a list', { timeout: 60_000 }, () => {
  test.each([
    ['23/11/2026', '2026-11-23'],
    ['3/1/2026', '2026-01-03'],
    ['23-Nov-26', '2026-11-23'],
    ['23-Nov-2026', '2026-11-23'],
    ['01-Apr-25', '2025-04-01'],
    ['23 November 2026', '2026-11-23'],
    ['Mon 23 Nov 2026', '2026-11-23'],
    ['Monday, 23rd November 2026', '2026-11-23'],
    ['23 Sept 2026', '2026-09-23'],
    ['2026-11-23', '2026-11-23'],
    ['2026/11/23', '2026-11-23'],
    ['20261123', '2026-11-23'],
    ['23.11.2026', '2026-11-23'],
    ['23-11-26', '2026-11-23'],
    ['2026-11-23T00:00:00', '2026-11-23'],
    ['23/11/2026 00:00:00', '2026-11-23'],
    ['23NOV2026', '2026-11-23'],
    ['29/02/2000', '2000-02-29'],
  ])('%s is %s', (text, day) => {
    expect(readDay(text, ofThisCentury)).toBe(day);
  });

  test.each(
    [
      [
        '',
        '31/02/2026',
        '29/02/1900',
        '11/23/2026',
        '00/01/2026',
        '23-Foo-2026',
        '23-Mayo-2026',
        '46349',
        'today',
        '-',
        '٢٣/١١/٢٠٢٦',
      ],
      ['2026-13-01', '23/11', '1/1/1', '23/11/2026 10:05', '2026-06-10T23:00:00Z', '9.99E+09', '23/11/20266'],
    ].flat(),
  )('%j is not a date', (text) => {
    expect(readDay(text, ofThisCentury)).toBeNull();
  });

  test('a two-digit year of birth is the latest that is not in the future', () => {
    expect(readDay('23-Nov-26', bornBy(today))).toBe('2026-11-23');
    expect(readDay('24-Nov-26', bornBy(today))).toBe('1926-11-24');
    expect(readDay('01-Jan-83', bornBy(today))).toBe('1983-01-01');
    expect(readDay('31/12/00', bornBy(today))).toBe('2000-12-31');
  });

  test('every day of three centuries is read back from each way of writing it', () => {
    const day = fc
      .integer({ min: 0, max: 365 * 300 })
      .map((days) => Temporal.PlainDate.from('1800-01-01').add({ days }).toString());
    fc.assert(
      fc.property(day, (text) => {
        expect(readDay(slashed(text), ofThisCentury)).toBe(text);
        expect(readDay(withMonthName(text, 4), ofThisCentury)).toBe(text);
        expect(readDay(text, ofThisCentury)).toBe(text);
      }),
    );
  });

  test('a day is called as people call it', () => {
    expect(longDay(today)).toBe('Monday 23 November 2026');
    expect(longDay('2028-02-29' as Day)).toBe('Tuesday 29 February 2028');
  });
});

describe('A time of a list', { timeout: 60_000 }, () => {
  test.each([
    ['10:05', '10:05'],
    ['10:05:00', '10:05'],
    ['10:05:59.000', '10:05'],
    ['9:05', '09:05'],
    ['10.05', '10:05'],
    ['10:05 AM', '10:05'],
    ['10:05pm', '22:05'],
    ['10:05 p.m.', '22:05'],
    ['12:00 PM', '12:00'],
    ['12:30 am', '00:30'],
    ['9am', '09:00'],
    ['1005', '10:05'],
    ['905', '09:05'],
    ['2026-11-23T10:05', '10:05'],
    ['2026-11-23T10:05:00', '10:05'],
    ['23/11/2026 10:05', '10:05'],
    ['00:00', '00:00'],
    ['23:59', '23:59'],
  ])('%s is %s', (text, time) => {
    expect(readTime(text)).toBe(time);
  });

  test.each([
    '',
    '24:00',
    '10:60',
    '10',
    '10:05 XM',
    '15:00 AM',
    '0.42',
    'midday',
    '-1:00',
    '10:5',
    '2026-11-23',
    '25:99:99',
  ])('%j is not a time', (text) => {
    expect(readTime(text)).toBeNull();
  });

  test('a time with a zone is London time, in summer and in winter', () => {
    expect(readMoment('2026-11-23T10:05:00Z')).toEqual({ day: '2026-11-23', time: '10:05' });
    expect(readMoment('2026-06-10T23:30:00Z')).toEqual({ day: '2026-06-11', time: '00:30' });
    expect(readMoment('2026-06-10T10:05:00+01:00')).toEqual({ day: '2026-06-10', time: '10:05' });
    expect(readMoment('2026-02-31T10:05:00Z')).toBeNull();
  });

  test('a date may carry the time', () => {
    expect(readMoment('23-Nov-26 10:05')).toEqual({ day: '2026-11-23', time: '10:05' });
    expect(readMoment('23/11/2026 10:99')).toBeNull();
  });

  test.each([
    ['10', 10],
    ['10 mins', 10],
    ['10m', 10],
    ['10.0', 10],
    ['00:10', 10],
    ['0:15:00', 15],
    ['1 hour', 60],
    ['1h 30m', 90],
    ['-10', -10],
    ['0', null],
    ['', null],
    ['long', null],
    ['99999', null],
  ])('%j lasts %s minutes', (text, minutes) => {
    expect(readMinutes(text)).toBe(minutes);
  });
});
