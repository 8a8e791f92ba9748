import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createAttemptLimit } from '../../../main/domain/attempts';
import { defaultRules } from '../../../main/domain/rules';

const minute = 60_000;
const answerMilliseconds = 50;
const someRules = fc.record({
  claimsInBurst: fc.integer({ min: 1, max: 60 }),
  // Below twelve a minute the ten seconds win over the limit.
  claimsPerMinute: fc.integer({ min: 12, max: 600 }),
});
const gaps = (max: number) => fc.array(fc.integer({ min: 0, max }), { minLength: 1, maxLength: 200 });

describe('a person', () => {
  test('who taps a claim every three seconds is never held, all day', () => {
    const limit = createAttemptLimit();
    for (let at = 0; at < 10 * 60 * minute; at += 3000) expect(limit.take(at, defaultRules)).toBe(0);
  });

  test('after a quiet time has the whole burst again, whatever was before', () => {
    const limit = createAttemptLimit();
    for (let claim = 0; claim < 5000; claim += 1) limit.take(0, defaultRules);
    const quiet = ((defaultRules.claimsInBurst + 1) / defaultRules.claimsPerMinute) * minute + 5000;
    for (let claim = 0; claim < defaultRules.claimsInBurst; claim += 1) {
      expect(limit.take(quiet, defaultRules)).toBe(0);
    }
    expect(limit.take(quiet, defaultRules)).toBeGreaterThan(0);
  });

  test('who comes after a flood of claims pays for five seconds of it, not for all', () => {
    const limit = createAttemptLimit();
    for (let claim = 0; claim < 100_000; claim += 1) limit.take(0, defaultRules);
    expect(limit.take(5000 + minute / defaultRules.claimsPerMinute, defaultRules)).toBe(0);
  });

  test('who comes first is not held, whatever the monotonic clock shows then', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), someRules, (at, rules) => {
        expect(createAttemptLimit().take(at, rules)).toBe(0);
      }),
    );
  });
});

test('no claim is held for more than five seconds, in whole milliseconds, however the rules change meanwhile', () => {
  const anyRules = fc.record({ claimsInBurst: fc.nat(1000), claimsPerMinute: fc.nat(1000) });
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: -1000, max: 20_000 }), anyRules), { maxLength: 200 }), (claims) => {
      const limit = createAttemptLimit();
      let at = 0;
      for (const [gap, rules] of claims) {
        at += gap;
        const hold = limit.take(at, rules);
        expect(Number.isInteger(hold) && hold >= 0 && hold <= 5000).toBe(true);
      }
    }),
  );
});

test('new rules hold at once: a smaller burst is not outlived by the larger one', () => {
  const limit = createAttemptLimit();
  expect(limit.take(0, { claimsInBurst: 1000, claimsPerMinute: 60 })).toBe(0);
  const strict = { claimsInBurst: 2, claimsPerMinute: 60 };
  expect([limit.take(0, strict), limit.take(0, strict), limit.take(0, strict)]).toEqual([0, 0, 1000]);
  // And a larger one fills up with time, not in a moment.
  expect(limit.take(1000, { claimsInBurst: 1000, claimsPerMinute: 60 })).toBe(1000);
});

describe('a page gone wild', () => {
  test('gets no more answers in any window than the burst and the minutes allow', () => {
    fc.assert(
      fc.property(gaps(2000), someRules, (waits, rules) => {
        const limit = createAttemptLimit();
        const answered: number[] = [];
        let at = 0;
        // One after another, as the service answers: the next claim is there at once, or after a while.
        for (const wait of waits) {
          at += wait;
          at += limit.take(at, rules) + answerMilliseconds;
          answered.push(at);
        }
        answered.forEach((from, first) => {
          answered.slice(first).forEach((to, more) => {
            // Holds are whole milliseconds: one that was rounded up brings the next that much nearer.
            const allowed = rules.claimsInBurst + (rules.claimsPerMinute * (to - from + 1)) / minute;
            expect(more + 1).toBeLessThanOrEqual(allowed + 1e-6);
          });
        });
      }),
      { numRuns: 40 },
    );
  });

  test('at the default limits tries fewer than a tenth of what the fixed answer time alone would let it, and never stops', () => {
    const limit = createAttemptLimit();
    let at = 0;
    let answers = 0;
    while (at < 60 * minute) {
      at += limit.take(at, defaultRules) + answerMilliseconds;
      answers += 1;
    }
    const unlimited = (60 * minute) / answerMilliseconds;
    expect(answers).toBeGreaterThan(60 * defaultRules.claimsPerMinute * 0.9);
    expect(answers).toBeLessThanOrEqual(
      Math.min(defaultRules.claimsInBurst + 61 * defaultRules.claimsPerMinute, unlimited * 0.11),
    );
  });

  test('keeps the next person out for ten seconds at most, where one claim waits and a newer one takes its place', () => {
    fc.assert(
      fc.property(
        someRules,
        fc.integer({ min: 0, max: 120_000 }),
        fc.integer({ min: 1, max: 500 }),
        (rules, comesAt, every) => {
          const limit = createAttemptLimit();
          // The wild page asks every few milliseconds; at each turn its newest claim is the one that waits.
          let turnEnds = 0;
          while (turnEnds <= comesAt) {
            const turn = Math.ceil(turnEnds / every) * every;
            if (turn > comesAt) break;
            turnEnds = turn + limit.take(turn, rules) + answerMilliseconds;
          }
          // The page is closed; the person's claim is the only one that waits.
          const turn = Math.max(turnEnds, comesAt);
          const heldUntil = turn + limit.take(turn, rules);
          expect(heldUntil - comesAt - answerMilliseconds).toBeLessThanOrEqual(10_000);
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('what can be refused takes only a token that is there, and refusing costs nothing', () => {
  const limit = createAttemptLimit();
  const rules = { claimsInBurst: 3, claimsPerMinute: 6 };
  expect([0, 0, 0, 0].map((at) => limit.takeIfFree(at, rules))).toEqual([true, true, true, false]);
  // Ten seconds make one token, however often it was asked for in between.
  expect([3000, 6000, 9000, 9999].map((at) => limit.takeIfFree(at, rules))).toEqual([false, false, false, false]);
  expect(limit.takeIfFree(10_001, rules)).toBe(true);
  expect(limit.takeIfFree(10_002, rules)).toBe(false);
});
