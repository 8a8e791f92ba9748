import { property, assert, date, integer } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOn } from '../../../../preload/contract/rules/ages';
import { dateOfBirthSchema, dateSchema } from '../../../../preload/contract/rules/dates';
import { birthdayAt, daysAfter, reviewsFor } from '../../../../main/domain/application/reviews';

const born = (text: string) => dateOfBirthSchema.parse(text);
const day = (text: string) => dateSchema.parse(text);
const someDay = date({
  min: new Date('2000-01-01T00:00:00Z'),
  max: new Date('2027-12-31T00:00:00Z'),
  noInvalidDate: true,
}).map((value) => value.toISOString().slice(0, 10));

describe('reviews of access to a child’s account', () => {
  test('are two for a young child: at the practice’s age and at 16', () => {
    expect(reviewsFor(born('2020-05-09'), day('2026-11-23'), 13)).toEqual([
      { kind: 'beforeThirteen', dueOn: '2033-05-09' },
      { kind: 'atSixteen', dueOn: '2036-05-09' },
    ]);
  });

  test('go by the practice’s own age', () => {
    expect(reviewsFor(born('2020-05-09'), day('2026-11-23'), 11)[0]).toEqual({
      kind: 'beforeThirteen',
      dueOn: '2031-05-09',
    });
  });

  test('leave the first one out once that birthday has come', () => {
    expect(reviewsFor(born('2013-11-24'), day('2026-11-23'), 13)).toHaveLength(2);
    expect(reviewsFor(born('2013-11-23'), day('2026-11-23'), 13)).toEqual([{ kind: 'atSixteen', dueOn: '2029-11-23' }]);
  });

  test('are none from the 16th birthday', () => {
    expect(reviewsFor(born('2010-11-24'), day('2026-11-23'), 13)).toEqual([{ kind: 'atSixteen', dueOn: '2026-11-24' }]);
    expect(reviewsFor(born('2010-11-23'), day('2026-11-23'), 13)).toEqual([]);
  });

  test('of a birth on 29 February are due on 1 March, and on the day itself in a leap year', () => {
    expect(birthdayAt(born('2020-02-29'), 13)).toBe('2033-03-01');
    expect(birthdayAt(born('2020-02-29'), 16)).toBe('2036-02-29');
  });

  test('a birthday is the first day on which somebody is as old', () => {
    assert(
      property(someDay, integer({ min: 1, max: 30 }), (text, age) => {
        const birthday = birthdayAt(born(text), age);
        expect(ageOn(born(text), birthday)).toBe(age);
        expect(ageOn(born(text), daysAfter(birthday, -1))).toBe(age - 1);
      }),
    );
  });

  test('are always ahead, in order, and for nobody who is 16', () => {
    assert(
      property(someDay, someDay, integer({ min: 5, max: 18 }), (text, today, reviewAge) => {
        const reviews = reviewsFor(born(text), day(today), reviewAge);
        const due = reviews.map(({ dueOn }) => dueOn);
        expect(due.every((one) => one > today)).toBe(true);
        expect(due).toEqual(due.toSorted());
        expect(reviews.some(({ kind }) => kind === 'atSixteen')).toBe(ageOn(born(text), day(today)) < 16);
      }),
    );
  });
});
