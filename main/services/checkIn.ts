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

export function createCheckIn(options: CheckInOptions): CheckInService {
  const { store, clock, timers, changes, settings, session, log } = options;
  const limit = createAttemptLimit();
  // One after the other: with the fixed time of each, a page that has been taken over cannot try the whole list in a moment.
  let last: Promise<unknown> = Promise.resolve();
  let newest = 0;
  return {
    claim(claim) {
      newest += 1;
      const number = newest;
      const answer = last.then(() => answerInTurn(claim, () => number !== newest));
      last = answer.catch(() => undefined);
      return answer;
    },
    async dispute(handle) {
      const held = session.find(handle);
      if (held?.kind !== 'good') return false;
      await store.write((db) => disputeArrivals(db, held, clock.now().day, clock.instant()));
      session.forget(handle);
      changes.publish('visits');
      changes.publish('alerts');
      return true;
    },
    async answer(handle, answer) {
      const held = session.find(handle);
      if (held?.kind !== 'good') return false;
      const kept = answerToKeep(held.questions, answer, settings.rules());
      if (kept === null) return false;
      await store.write((db) => keepAnswer(db, held, kept, clock.instant()));
      changes.publish('visits');
      log.info('checkIn.questionAnswered', { kind: questionOf(kept) });
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
   * A page with a patient before it never waits for two answers. So when a newer claim comes, the one still waiting is dropped without
   * being looked up, and nobody stands behind a queue of them (hazard H-014).
   */
  async function answerInTurn(claim: IdentityClaim, isDropped: () => boolean): Promise<CheckInAnswer | 'closed'> {
    if (!isDropped()) await holdBack();
    return isDropped() ? { kind: 'reception' } : answerInTime(claim);
  }

  async function answerInTime(claim: IdentityClaim): Promise<CheckInAnswer | 'closed'> {
    const startedAt = timers.monotonic();
    const { answer, ending, isAlertRaised } = await answerClaim(options, claim);
    if (answer !== 'closed') {
      if ('handle' in answer && ending !== null) session.hold(answer.handle, ending);
      if (ending?.kind === 'good') session.noteSuccess();
      if (answer.kind !== 'askPostcode') changes.publish('visits');
    }
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
    await timers.sleep(milliseconds);
  }
}
