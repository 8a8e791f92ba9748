import { array, assert, constant, constantFrom, integer, property, record, shuffledSubarray, tuple } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figuresSchema, stepSchema } from '../../../../preload/contract/desk/figures';
import { dateSchema, type Day } from '../../../../preload/contract/rules/dates';
import { services } from '../../../../preload/contract/signUp';
import { minuteClasses } from '../../../../main/domain/application/figures';
import { daysRead, readFigures, type DailyCount } from '../../../../main/domain/application/figuresReading';
import { daysAfter } from '../../../../main/domain/application/reviews';

const day = (text: string) => dateSchema.parse(text);
/** A Wednesday. */
const today = day('2026-11-25');
const counted = (on: string, name: string, count = 1): DailyCount => ({ day: day(on), name: `signUp.${name}`, count });

describe('the figures', () => {
  test('of nothing are twelve weeks and twelve months of noughts, and nothing measured', () => {
    const figures = readFigures([], today);
    expect(figuresSchema.parse(figures)).toEqual(figures);
    expect(figures.weeks.map(({ monday }) => monday)).toEqual([
      '2026-09-07',
      '2026-09-14',
      '2026-09-21',
      '2026-09-28',
      '2026-10-05',
      '2026-10-12',
      '2026-10-19',
      '2026-10-26',
      '2026-11-02',
      '2026-11-09',
      '2026-11-16',
      '2026-11-23',
    ]);
    expect(figures.months.map(({ month }) => month)).toEqual([
      '2025-12',
      '2026-01',
      '2026-02',
      '2026-03',
      '2026-04',
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
      '2026-11',
    ]);
    expect(figures.toVerified).toEqual({ count: 0, medianUpToMinutes: null });
    expect(figures.steps).toEqual([
      { step: 'documents', times: 0, meanSeconds: null, budgetSeconds: 180 },
      { step: 'vouching', times: 0, meanSeconds: null, budgetSeconds: 90 },
      { step: 'recordQuestions', times: 0, meanSeconds: null, budgetSeconds: 240 },
      { step: 'decision', times: 0, meanSeconds: null, budgetSeconds: 60 },
      { step: 'accountAndSlip', times: 0, meanSeconds: null, budgetSeconds: 120 },
    ]);
  });

  test('put a day into its week by Monday and into its month', () => {
    const { weeks, months } = readFigures(
      [
        counted('2026-11-22', 'sent.self', 2),
        counted('2026-11-23', 'sent.self', 3),
        counted('2026-11-25', 'sent.account'),
        counted('2026-11-01', 'enabled.record', 4),
        counted('2026-10-31', 'enabled.record', 5),
      ],
      today,
    );
    expect(weeks.at(-2)).toMatchObject({ monday: '2026-11-16', self: 2 });
    expect(weeks.at(-1)).toMatchObject({ monday: '2026-11-23', self: 3, account: 1 });
    expect(months.slice(-2)).toMatchObject([
      { month: '2026-10', record: 5 },
      { month: '2026-11', record: 4 },
    ]);
  });

  test('have the mean time of a step, and what was decided, of the twelve weeks', () => {
    const { steps, decisions } = readFigures(
      [
        counted('2026-11-24', 'seconds.documents', 100),
        counted('2026-11-25', 'seconds.documents', 200),
        counted('2026-11-25', 'times.documents', 2),
        counted('2026-09-07', 'decision.record.referred', 3),
        counted('2026-09-06', 'decision.record.granted', 9),
      ],
      today,
    );
    expect(steps[0]).toMatchObject({ step: 'documents', times: 2, meanSeconds: 150 });
    expect(decisions.at(-1)).toEqual({ service: 'record', granted: 0, referred: 3, declined: 0 });
  });

  test('begin in the year before where the weeks or months do', () => {
    expect(daysRead(today)).toEqual({
      weeks: { first: '2026-09-07', last: '2026-11-25' },
      before: { first: '2025-12-01', last: '2026-09-06' },
      beforeNames: 'signUp.enabled.',
    });
    expect(readFigures([], day('2027-01-01')).weeks.at(-1)?.monday).toBe('2026-12-28');
  });
});

const someClass = constantFrom(...minuteClasses);

describe('the middle of times', () => {
  test('is the class in which it lies: half needed no longer, and fewer than half needed less', () => {
    assert(
      property(array(someClass, { minLength: 1, maxLength: 60 }), (times) => {
        const counts = times.map((upTo) => counted('2026-11-24', `toVerified.${String(upTo)}`));
        const { toVerified } = readFigures(counts, today);
        const middle = toVerified.medianUpToMinutes ?? 0;
        expect(toVerified.count).toBe(times.length);
        expect(times.filter((time) => time <= middle).length * 2).toBeGreaterThanOrEqual(times.length);
        expect(times.filter((time) => time < middle).length * 2).toBeLessThan(times.length);
      }),
    );
  });
});

const names = [
  ...['self', 'someoneElse', 'underEleven', 'account'].map((kind) => `sent.${kind}`),
  ...minuteClasses.flatMap((upTo) => [`toVerified.${String(upTo)}`, `toDecided.${String(upTo)}`]),
  ...services.flatMap((service) => ['granted', 'referred', 'declined'].map((one) => `decision.${service}.${one}`)),
  ...stepSchema.options.flatMap((step) => [`seconds.${step}`, `times.${step}`]),
  ...['any', ...services].map((what) => `enabled.${what}`),
];
const someCount = record({
  back: integer({ min: -400, max: 500 }),
  name: constantFrom(...names),
  count: integer({ min: 0, max: 50 }),
});
const made = ({ back, name, count }: { back: number; name: string; count: number }) =>
  counted(daysAfter(today, -back), name, count);

describe('whatever was counted', () => {
  test('gives figures of the contract, in whatever order it is read, and names of others change nothing', () => {
    assert(
      property(
        array(someCount, { maxLength: 80 }).chain((counts) =>
          tuple(constant(counts), shuffledSubarray(counts, { minLength: counts.length })),
        ),
        ([counts, shuffled]) => {
          const figures = readFigures(counts.map(made), today);
          expect(figuresSchema.parse(figures)).toEqual(figures);
          expect(readFigures(shuffled.map(made), today)).toEqual(figures);
          const others = ['visits', 'signUp.', 'signUp.sent.__proto__', 'signUp.toVerified.7', 'constructor'];
          const more = others.map((name) => ({ day: today, name, count: 5 }));
          expect(readFigures([...counts.map(made), ...more], today)).toEqual(figures);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('loses nothing: weeks add up to what was counted in them, months to theirs', () => {
    assert(
      property(array(someCount, { maxLength: 80 }), (some) => {
        const counts = some.map(made);
        const { weeks, months, toDecided } = readFigures(counts, today);
        const sumOf = (name: RegExp, from: Day) =>
          counts
            .filter((one) => name.test(one.name) && one.day >= from && one.day <= today)
            .reduce((sum, { count }) => sum + count, 0);
        const sent = weeks.reduce(
          (sum, week) => sum + week.self + week.someoneElse + week.underEleven + week.account,
          0,
        );
        expect(sent).toBe(sumOf(/\.sent\./, day('2026-09-07')));
        expect(toDecided.count).toBe(sumOf(/\.toDecided\./, day('2026-09-07')));
        expect(weeks.reduce((sum, week) => sum + week.toDecided.count, 0)).toBe(toDecided.count);
        expect(months.reduce((sum, month) => sum + month.any, 0)).toBe(sumOf(/\.enabled\.any$/, day('2025-12-01')));
      }),
    );
  });
});
