import { randomUUID } from 'node:crypto';
import type { CheckInAnswer, IdentityClaim } from '../../preload/contract/kiosk';
import { decide, type Decision } from '../domain/decide';
import { identify } from '../domain/identify';
import { knownPatients } from '../domain/patients';
import { candidates } from '../store/checkIn';
import { addToCount } from '../store/counts';
import type { Writer } from '../store/schema';
import type { Store } from '../store/store';
import { disputeArrivals } from './dispute';
import type { ListState } from './listState';
import type { Changes, Clock, Log, Settings, Timers } from './ports';
import { recordDecision } from './recordDecision';
import type { HeldEnding, VisitSession } from './visitSession';

/** Every answer takes this long, so that its time tells nothing about who is on the list (design §6). */
const answerMilliseconds = 50;

export interface CheckInService {
  /** Answers a claim; a good answer only after the arrival is on disk. `closed` when check-in is not open now. */
  claim(claim: IdentityClaim): Promise<CheckInAnswer | 'closed'>;
  /** "This is not my appointment". False when no such ending is open. */
  dispute(handle: string): Promise<boolean>;
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
  const { store, clock, timers, changes, session, log } = options;
  // One after the other: with the fixed time of each, a page that has been taken over cannot try the whole list in a moment.
  let last: Promise<unknown> = Promise.resolve();
  return {
    claim(claim) {
      const answer = last.then(() => answerInTime(claim));
      last = answer.catch(() => undefined);
      return answer;
    },
    async dispute(handle) {
      const held = session.find(handle);
      if (held === null) return false;
      await store.write((db) => disputeArrivals(db, held, clock.now().day, clock.instant()));
      session.forget(handle);
      changes.publish('visits');
      changes.publish('alerts');
      return true;
    },
  };

  async function answerInTime(claim: IdentityClaim): Promise<CheckInAnswer | 'closed'> {
    const startedAt = timers.monotonic();
    const { answer, held } = await answerClaim(options, claim);
    if (answer !== 'closed' && 'handle' in answer && held !== null) session.hold(answer.handle, held);
    if (answer !== 'closed' && answer.kind !== 'askPostcode') changes.publish('visits');
    await timers.sleep(Math.max(0, answerMilliseconds - (timers.monotonic() - startedAt)));
    // Only the kind, and every "no" is one kind: the log does not tell who was found either, nor does a time that is the same for all.
    const milliseconds = Math.round(timers.monotonic() - startedAt);
    log.info('checkIn.answered', { kind: answer === 'closed' ? 'closed' : answer.kind, milliseconds });
    return answer;
  }
}

interface Answered {
  answer: CheckInAnswer | 'closed';
  held: HeldEnding | null;
}

async function answerClaim(options: CheckInOptions, claim: IdentityClaim): Promise<Answered> {
  const { store, listState, clock } = options;
  const state = await listState.read();
  if (state.kind === 'closed') return { answer: 'closed', held: null };
  // Looked up, decided and written in one transaction: no list can be switched in between.
  return store.write((db) => decideAndRecord(db, options, claim, state.site, clock.instant()));
}

async function decideAndRecord(
  db: Writer,
  { clock, settings }: CheckInOptions,
  claim: IdentityClaim,
  site: string,
  instant: string,
): Promise<Answered> {
  const now = clock.now();
  const rules = settings.rules();
  const found = await candidates(db, now.day, claim.dateOfBirth);
  const who = identify(claim, knownPatients(found.appointments, found.visits), rules);
  if (who.kind === 'askPostcode') return { answer: { kind: 'askPostcode' }, held: null };
  if (who.kind !== 'one') {
    // Counted on disk, as everybody found is written to disk: on a slow disk the two must take the same time.
    await addToCount(db, now.day, `claims.${who.kind}`, 1);
    return { answer: { kind: 'reception' }, held: null };
  }
  const { patient } = who;
  const arrivals = patient.visits.flatMap((visit) => visit.arrivals);
  const decision = decide({ appointments: patient.appointments, arrivals, now, site, rules });
  const held = await recordDecision(db, { patient, decision, day: now.day, instant });
  return { answer: toAnswer(decision), held };
}

function toAnswer(decision: Decision): CheckInAnswer {
  switch (decision.kind) {
    case 'checkIn':
    case 'already':
      return {
        kind: decision.kind === 'checkIn' ? 'checkedIn' : 'alreadyCheckedIn',
        handle: randomUUID(),
        appointments: decision.shown,
        also: decision.also,
      };
    case 'reception':
      return { kind: 'reception' };
    default:
      return decision;
  }
}
