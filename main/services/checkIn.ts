import type { CheckInAnswer, IdentityClaim, QuestionAnswer } from '../../preload/contract/kiosk';
import { createAttemptLimit } from '../domain/attempts';
import type { Store } from '../store/store';
import { answerClaim } from './answerClaim';
import { noteAskedToCome } from './askedToCome';
import { disputeArrivals } from './dispute';
import type { ListState } from './listState';
import type { Changes, Clock, Log, Settings, Timers } from './ports';
import { answerToKeep, keepAnswer, questionOf } from './questions';
import type { VisitSession } from './visitSession';

/** Every answer takes this long, so that its time tells nothing about who is on the list (design §6). */
const answerMilliseconds = 50;

export interface CheckInService {
  /** Answers a claim; a good answer only after the arrival is on disk. `closed` when check-in is not open now. */
  claim(claim: IdentityClaim): Promise<CheckInAnswer | 'closed'>;
  /** "This is not my appointment". False when no such ending is open. */
  dispute(handle: string): Promise<boolean>;
  /** Keeps what a patient who is checked in says to a question. False when no such ending is open, or it did not ask that. */
  answer(handle: string, answer: QuestionAnswer): Promise<boolean>;
  /** "I was asked to come in". False when no such ending is open. */
  askedToCome(handle: string): Promise<boolean>;
}

interface CheckInOptions {
  store: Store;
  listState: ListState;
  clock: Clock;
  timers: Timers;
  changes: Changes;
  settings: Settings;
  session: VisitSession;
  log: Log;
}

/** A claim's place in the queue. */
interface Turn {
  /** The visit in which it was made has ended. */
  isVisitOver(): boolean;
  /** Nobody waits for its answer any more. */
  isDropped(): boolean;
}

export function createCheckIn(options: CheckInOptions): CheckInService {
  const { store, clock, timers, changes, settings, session, log } = options;
  const limit = createAttemptLimit();
  // One after the other: with the fixed time of each, a page that has been taken over cannot try the whole list in a moment.
  let last: Promise<unknown> = Promise.resolve();
  let newest = 0;
  let stopHolding: () => void = () => undefined;
  return {
    claim(claim) {
      newest += 1;
      const number = newest;
      const visit = session.generation();
      const isVisitOver = (): boolean => session.generation() !== visit;
      // What is held back and no longer waited for holds nobody else up.
      stopHolding();
      const turn: Turn = { isVisitOver, isDropped: () => number !== newest || isVisitOver() };
      const answer = last.then(() => answerInTurn(claim, turn));
      last = answer.catch(() => undefined);
      return answer;
    },
    async dispute(handle) {
      const held = session.find(handle);
      if (held?.kind !== 'good') return false;
      await store.write((db) => disputeArrivals(db, held, clock.now().day, clock.instant()));
      session.forget(handle);
      // Boards may have been calling them.
      for (const topic of ['visits', 'alerts', 'calls'] as const) changes.publish(topic);
      return true;
    },
    async answer(handle, answer) {
      const held = session.find(handle);
      if (held?.kind !== 'good') return false;
      const kept = answerToKeep(held.questions, answer, settings.rules());
      if (kept === null) return false;
      await store.write((db) => keepAnswer(db, held, questionOf(answer), kept, clock.instant()));
      changes.publish('visits');
      log.info('checkIn.questionAnswered', { kind: questionOf(answer) });
      return true;
    },
    async askedToCome(handle) {
      const held = session.find(handle);
      if (held?.kind !== 'notInPerson') return false;
      await store.write((db) => noteAskedToCome(db, held, clock.now().day, clock.instant()));
      changes.publish('visits');
      changes.publish('alerts');
      return true;
    },
  };

  /**
   * A page with a patient before it never waits for two answers, and for none once its visit is over. So when a newer claim comes or the
   * visit ends, the one still waiting is dropped without being looked up: nobody stands behind a queue of them (hazard H-014), and nobody
   * who has been told "You are not checked in" is checked in after all (hazard H-002).
   */
  async function answerInTurn(claim: IdentityClaim, turn: Turn): Promise<CheckInAnswer | 'closed'> {
    if (!turn.isDropped()) await holdBack();
    return turn.isDropped() ? { kind: 'reception' } : answerInTime(claim, turn);
  }

  async function answerInTime(
    claim: IdentityClaim,
    { isVisitOver, isDropped }: Turn,
  ): Promise<CheckInAnswer | 'closed'> {
    const startedAt = timers.monotonic();
    const answered = await answerClaim(options, claim, isDropped);
    if (answered === 'dropped') return { kind: 'reception' };
    const { answer, ending, isFailure, isAlertRaised } = answered;
    // The visit may have ended while this was being written: that stands, and says nothing of whoever comes next.
    if (!isVisitOver()) {
      if (answer !== 'closed' && 'handle' in answer && ending !== null) session.hold(answer.handle, ending);
      if (ending?.kind === 'good') session.noteSuccess();
      if (isFailure) session.noteFailure();
    }
    if (answer !== 'closed' && answer.kind !== 'askPostcode') changes.publish('visits');
    if (isAlertRaised) changes.publish('alerts');
    await timers.sleep(Math.max(0, answerMilliseconds - (timers.monotonic() - startedAt)));
    // Only the kind, and every "no" is one kind: the log does not tell who was found either, nor does a time that is the same for all.
    const milliseconds = Math.round(timers.monotonic() - startedAt);
    log.info('checkIn.answered', { kind: answer === 'closed' ? 'closed' : answer.kind, milliseconds });
    return answer;
  }

  /** Claims faster than any queue of people makes them wait before they are looked at (hazard H-014). */
  async function holdBack(): Promise<void> {
    const milliseconds = limit.take(timers.monotonic(), settings.rules());
    if (milliseconds <= 0) return;
    log.warn('checkIn.held', { milliseconds: Math.round(milliseconds) });
    const dropped = new Promise<void>((resolve) => (stopHolding = resolve));
    await Promise.race([timers.sleep(milliseconds), dropped]);
  }
}
