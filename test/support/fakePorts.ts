import { Temporal } from 'temporal-polyfill';
import type { ClockTime, Day } from '../../preload/contract/rules/dates';
import type { Clock, Log, LogEvent, LogFields, Timers } from '../../main/services/ports';

/** Timers that stand still until a test moves them. */
export function createFakeTimers(): Timers & { advance(milliseconds: number): void } {
  let now = 0;
  const repeats = new Set<{ every: number; next: number; work: () => void }>();
  const sleepers = new Set<{ at: number; wake: () => void }>();
  return {
    monotonic: () => now,
    sleep: (milliseconds) =>
      new Promise((resolve) => {
        sleepers.add({ at: now + milliseconds, wake: resolve });
      }),
    every(milliseconds, work) {
      const repeat = { every: milliseconds, next: now + milliseconds, work };
      repeats.add(repeat);
      return () => repeats.delete(repeat);
    },
    advance(milliseconds) {
      const end = now + milliseconds;
      for (;;) {
        const next = [...repeats].filter((one) => one.next <= end).sort((a, b) => a.next - b.next)[0];
        if (next === undefined) break;
        now = next.next;
        next.next += next.every;
        next.work();
      }
      now = end;
      for (const sleeper of sleepers) {
        if (sleeper.at > now) continue;
        sleepers.delete(sleeper);
        sleeper.wake();
      }
    },
  };
}

/** A wall clock that a test sets (London wall time), or lets jump by `seconds`, back too. */
export function createFakeClock(
  wallTime: string,
): Clock & { set(wallTime: string): void; jump(seconds: number): void } {
  let london = Temporal.PlainDateTime.from(wallTime).toZonedDateTime('Europe/London');
  return {
    now: () => ({
      day: london.toPlainDate().toString() as Day,
      time: london.toPlainTime().toString({ smallestUnit: 'minute' }) as ClockTime,
      epochMilliseconds: london.epochMilliseconds,
    }),
    instant: () => new Date(london.epochMilliseconds).toISOString(),
    set(next) {
      london = Temporal.PlainDateTime.from(next).toZonedDateTime('Europe/London');
    },
    jump(seconds) {
      london = london.add({ seconds });
    },
  };
}

/** A log that remembers what was logged. */
export function createSilentLog(): Log & { events: LogEvent[]; entries: { event: LogEvent; fields: LogFields }[] } {
  const events: LogEvent[] = [];
  const entries: { event: LogEvent; fields: LogFields }[] = [];
  const write = (event: LogEvent, fields: LogFields = {}): void => {
    events.push(event);
    entries.push({ event, fields });
  };
  return { events, entries, info: write, warn: write, error: write };
}
