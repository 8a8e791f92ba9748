import { describe, expect, test } from 'vitest';
import { instantOf } from '../../../main/domain/time';
import { estimateWait } from '../../../main/domain/wait';
import { liveMorning, seeded, type Coming, type Pace } from './support/morning';

const minute = 60_000;
const mornings = 25;

/** Slots of ten minutes, and consultations with their minute of notes as long as those, a little shorter and a little longer. */
const realistic: Pace[] = [9, 10, 11].map((meanMinutes) => ({ slotMinutes: 10, meanMinutes, beginsLate: 5 }));
/** Every patient takes three minutes more than there is. */
const runningAway: Pace = { slotMinutes: 10, meanMinutes: 12, beginsLate: 10 };

const told = (coming: Coming) => estimateWait({ clinician: 'Dr Anita Rao', ...coming });

/** Of those who were told how long: the share called within it, and later than it. */
function outcome(paces: readonly Pace[]): { patients: number; told: number; held: number; later: number } {
  const people = paces.flatMap((pace) =>
    Array.from({ length: mornings }, (_morning, index) => liveMorning(pace, seeded(1000 + index))).flat(),
  );
  const waits = people.flatMap((coming) => {
    const minutes = told(coming)?.minutes ?? null;
    const truth = (coming.calledAt - coming.now.epochMilliseconds) / minute;
    return minutes === null ? [] : [{ ...minutes, truth }];
  });
  const share = (some: unknown[]): number => some.length / waits.length;
  return {
    patients: people.length,
    told: waits.length,
    held: share(waits.filter(({ from, to, truth }) => from <= truth && truth <= to)),
    later: share(waits.filter(({ to, truth }) => truth > to)),
  };
}

describe('what patients of whole mornings were told', () => {
  test('held for seven of ten, and one of seven at most waited longer', () => {
    const { patients, told: spoken, held, later } = outcome(realistic);
    expect(held).toBeGreaterThanOrEqual(0.7);
    expect(later).toBeLessThanOrEqual(1 / 7);
    // Silence would hold always: nearly everybody was told something.
    expect(spoken / patients).toBeGreaterThan(0.85);
  });

  test('held for half of them even where the clinician falls behind without end', () => {
    expect(outcome([runningAway]).held).toBeGreaterThanOrEqual(0.5);
  });

  test('named exactly those who were there and came first', () => {
    for (const pace of [...realistic, runningAway]) {
      for (let seed = 1; seed <= 5; seed += 1) {
        for (const coming of liveMorning(pace, seeded(seed))) {
          expect(told(coming)?.ahead ?? 0).toBe(coming.trulyAhead);
        }
      }
    }
  });

  test('was nothing before the first call, but for the people ahead', () => {
    const [first] = liveMorning(runningAway, seeded(1)).toSorted(
      (one, other) => one.now.epochMilliseconds - other.now.epochMilliseconds,
    );
    expect(first?.trulyAhead).toBe(0);
    expect(first === undefined ? undefined : told(first)).toBeNull();
  });
});

test('a made-up morning is one that could be: late as mornings are, and nobody is called before they come', () => {
  const late = liveMorning({ slotMinutes: 10, meanMinutes: 11, beginsLate: 5 }, seeded(3)).map((coming) => {
    expect(coming.calledAt).toBeGreaterThanOrEqual(coming.now.epochMilliseconds);
    return (coming.calledAt - Math.max(instantOf(coming.start), coming.now.epochMilliseconds)) / minute;
  });
  expect(Math.max(...late)).toBeGreaterThan(5);
  expect(Math.max(...late)).toBeLessThan(90);
});
