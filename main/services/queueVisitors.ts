import { createAttemptLimit } from '../domain/attempts';
import type { Timers } from './ports';
import type { VisitSession } from './visitSession';

/** Tickets that are given in a burst, and in a minute after that: more than any queue of people takes from one screen. */
const ticketRules = { claimsInBurst: 30, claimsPerMinute: 6 };

/** Who stands at the screen and asks for a place in one queue. */
export interface QueueVisitor {
  /** What they chose before in this visit. */
  readonly chosen: Set<string>;
  /** The ticket they were given before in this visit: nobody stands in a queue twice. */
  ticket: string | null;
  /** Their visit has ended meanwhile: nothing may be written for them any more. */
  isGone(): boolean;
  /** Whether they may be given a ticket now; yes counts as one given. */
  mayTakeTicket(): boolean;
}

/**
 * Runs what visitors ask of one queue, one request after the other: of two quick touches, the second finds what the first was given.
 * Whoever plays with the screen cannot use up the tickets of the day: beyond a burst there are no more than a few a minute.
 */
export type QueueVisitors = <Result>(work: (visitor: QueueVisitor) => Promise<Result>) => Promise<Result>;

/** @param session says by its generation who is the same visitor. */
export function createQueueVisitors(options: {
  timers: Pick<Timers, 'monotonic'>;
  session: Pick<VisitSession, 'generation'>;
}): QueueVisitors {
  const { timers, session } = options;
  const limit = createAttemptLimit();
  let known: { visit: number; visitor: QueueVisitor } | null = null;
  const visitorOf = (visit: number): QueueVisitor => {
    if (known?.visit === visit) return known.visitor;
    const visitor: QueueVisitor = {
      chosen: new Set(),
      ticket: null,
      isGone: () => session.generation() !== visit,
      mayTakeTicket: () => limit.takeIfFree(timers.monotonic(), ticketRules),
    };
    known = { visit, visitor };
    return visitor;
  };
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const visit = session.generation();
    const done = last.then(() => work(visitorOf(visit)));
    last = done.catch(() => undefined);
    return done;
  };
}
