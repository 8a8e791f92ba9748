import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  median,
  notFoundShare,
  todayFigures,
  waitMinutes,
  type TodayArrival,
} from '../../../../main/domain/desk/today';
import { wallTimeSchema } from '../../../../preload/contract/rules/dates';

const nothingElse = { arrivedByListAlone: 0, counts: {}, disputed: 0, unmarked: 0 };
const midnight = Date.UTC(2026, 10, 23);
const minute = 60_000;
const at = (minutes: number): string => new Date(midnight + minutes * minute).toISOString();
const wall = (minutes: number) => wallTimeSchema.parse(at(minutes).slice(0, 16));

function arrival(change: Partial<TodayArrival> = {}): TodayArrival {
  return {
    visitId: 'one',
    start: wall(600),
    clinician: 'Dr Anita Rao',
    arrivedAt: at(590),
    calledAt: null,
    markedAt: null,
    state: 'arrived',
    isByStaff: false,
    isWaiting: true,
    ...change,
  };
}

/** In winter London has UTC, so minutes of the day are minutes of both. */
const arrivals = fc.array(
  fc
    .record({
      visit: fc.nat(15),
      start: fc.integer({ min: 480, max: 1100 }),
      clinician: fc.constantFrom('Dr Anita Rao', 'Sister Joy Bell', 'Dr Tom Lea'),
      arrived: fc.integer({ min: 420, max: 1200 }),
      called: fc.option(fc.nat(120), { nil: null }),
      marked: fc.option(fc.nat(60), { nil: null }),
      state: fc.constantFrom('arrived' as const, 'disputed' as const),
      isByStaff: fc.boolean(),
    })
    .map(({ visit, start, arrived, called, marked, ...rest }) =>
      arrival({
        ...rest,
        visitId: String(visit),
        start: wall(start),
        arrivedAt: at(arrived),
        calledAt: called === null ? null : at(arrived + called),
        markedAt: marked === null ? null : at(arrived + marked),
        isWaiting: called === null,
      }),
    ),
  { maxLength: 60 },
);

describe('the figures of any day', () => {
  test('count every check-in in exactly one quarter, from the first that has any to the last', () => {
    fc.assert(
      fc.property(arrivals, (some) => {
        const { quarters } = todayFigures({ ...nothingElse, arrivals: some });
        const counting = some.filter(({ state }) => state === 'arrived');
        const checkIns = new Set(counting.map(({ visitId, arrivedAt }) => `${visitId} ${arrivedAt}`));
        const sums = quarters.map(({ atKiosk, byStaff }) => atKiosk + byStaff);
        expect(sums.reduce((sum, one) => sum + one, 0)).toBe(checkIns.size);
        expect(sums.at(0)).not.toBe(0);
        expect(sums.at(-1)).not.toBe(0);
        expect(sums.length === 0).toBe(checkIns.size === 0);
        const minutes = quarters.map(({ from }) => Number(from.slice(0, 2)) * 60 + Number(from.slice(3)));
        expect(minutes).toEqual(minutes.map((_, index) => (minutes[0] ?? 0) + index * 15));
        for (const { arrivedAt } of counting) {
          const quarter = Math.floor((Date.parse(arrivedAt) - midnight) / minute / 15) * 15;
          expect(sums[minutes.indexOf(quarter)]).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('keep shares within what they are of, and count each arrival with one clinician', () => {
    fc.assert(
      fc.property(arrivals, fc.nat(20), (some, arrivedByListAlone) => {
        const { kioskShare, clinicians } = todayFigures({ ...nothingElse, arrivals: some, arrivedByListAlone });
        expect(kioskShare.part).toBeGreaterThanOrEqual(0);
        expect(kioskShare.part).toBeLessThanOrEqual(kioskShare.of - arrivedByListAlone);
        const counting = some.filter(({ state }) => state === 'arrived');
        expect(clinicians.reduce((sum, { arrived }) => sum + arrived, 0)).toBe(counting.length);
        for (const one of clinicians) {
          expect(one.waiting + one.called).toBe(one.arrived);
          expect(one.medianWaitMinutes === null).toBe(one.called === 0);
          expect(one.longestWaitMinutes ?? 0).toBeGreaterThanOrEqual(one.medianWaitMinutes ?? 0);
        }
      }),
    );
  });
});

test('the median has as many values below it as above it, whatever their order', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 500 }), { minLength: 1 }), (values) => {
      const middle = median(values) ?? Number.NaN;
      expect(values.filter((value) => value < middle).length).toBeLessThanOrEqual(values.length / 2);
      expect(values.filter((value) => value > middle).length).toBeLessThanOrEqual(values.length / 2);
      expect(median(values.toReversed())).toBe(middle);
    }),
  );
  expect(median([])).toBeNull();
  expect(median([9])).toBe(9);
  expect(median([10, 2])).toBe(6);
  expect(median([30, 1, 2])).toBe(2);
});

describe('a wait', () => {
  test('counts from the arrival of who came late, and from the start for who came early', () => {
    expect(waitMinutes({ start: wall(600), arrivedAt: at(605), calledAt: at(620) })).toBe(15);
    expect(waitMinutes({ start: wall(600), arrivedAt: at(570), calledAt: at(620) })).toBe(20);
  });

  test('is none for who is called before their time, and unknown before the call', () => {
    expect(waitMinutes({ start: wall(600), arrivedAt: at(570), calledAt: at(590) })).toBe(0);
    expect(waitMinutes({ start: wall(600), arrivedAt: at(570), calledAt: null })).toBeNull();
  });

  test('counts in London time, in summer too', () => {
    const start = wallTimeSchema.parse('2026-07-01T10:00');
    expect(waitMinutes({ start, arrivedAt: '2026-07-01T08:50:00.000Z', calledAt: '2026-07-01T09:12:00.000Z' })).toBe(
      12,
    );
  });
});

test('quarters are those of London clocks, in summer too', () => {
  const summer = arrival({ arrivedAt: '2026-07-01T08:50:00.000Z' });
  expect(todayFigures({ ...nothingElse, arrivals: [summer] }).quarters).toEqual([
    { from: '09:45', atKiosk: 1, byStaff: 0 },
  ]);
});

test('one who came for two appointments came once, and is counted with both clinicians', () => {
  const some = [arrival({ calledAt: at(610), isWaiting: false }), arrival({ clinician: 'sister  joy bell' })];
  const figures = todayFigures({
    ...nothingElse,
    arrivals: [...some, arrival({ clinician: 'Sister Joy Bell', visitId: 'two' })],
  });
  expect(figures.quarters).toEqual([{ from: '09:45', atKiosk: 2, byStaff: 0 }]);
  expect(figures.kioskShare).toEqual({ part: 2, of: 2 });
  expect(figures.clinicians).toEqual([
    { name: 'Dr Anita Rao', arrived: 1, waiting: 0, called: 1, medianWaitMinutes: 10, longestWaitMinutes: 10 },
    { name: 'sister  joy bell', arrived: 2, waiting: 2, called: 0, medianWaitMinutes: null, longestWaitMinutes: null },
  ]);
});

test('not found is of all claims that were answered, and of nothing else that is counted', () => {
  expect(notFoundShare({})).toEqual({ part: 0, of: 0 });
  const counts = {
    'claims.found': 30,
    'claims.nobody': 4,
    'claims.several': 1,
    'claims.cannotTell': 2,
    'worklist.marked': 9,
  };
  expect(notFoundShare(counts)).toEqual({ part: 5, of: 37 });
});

test('the time to mark is the middle one of those that are marked, and a mark before the arrival took none', () => {
  const some = [
    arrival({ markedAt: at(585) }),
    arrival({ markedAt: at(594) }),
    arrival({ markedAt: at(600) }),
    arrival(),
  ];
  expect(todayFigures({ ...nothingElse, arrivals: some }).medianMarkMinutes).toBe(4);
  expect(todayFigures({ ...nothingElse, arrivals: [arrival()] }).medianMarkMinutes).toBeNull();
});
