import { randomUUID } from 'node:crypto';
import type { CheckInAnswer, IdentityClaim, Wait } from '../../preload/contract/kiosk';
import { wallTimeSchema } from '../../preload/contract/rules/dates';
import { decide, type Decision } from '../domain/decide';
import { identify } from '../domain/identify';
import { knownPatients, type KnownPatient } from '../domain/patients';
import type { Now, PracticeRules } from '../domain/types';
import { estimateWait } from '../domain/wait';
import { candidates } from '../store/checkIn';
import { addToCount } from '../store/counts';
import type { Reader, Writer } from '../store/schema';
import { sessionArrivals } from '../store/sessionArrivals';
import type { Store } from '../store/store';
import type { ListState } from './listState';
import { recordNotIdentified } from './notIdentified';
import type { Clock, Settings } from './ports';
import { questionsFor } from './questions';
import { recordDecision, type Recorded } from './recordDecision';
import { toAnswer, type Told } from './toAnswer';
import type { HeldEnding, VisitSession } from './visitSession';

/** An answer, with what its ending may still be asked about. */
export interface Answered {
  answer: CheckInAnswer | 'closed';
  ending: HeldEnding | null;
  isAlertRaised: boolean;
}

interface Sources {
  store: Store;
  listState: ListState;
  clock: Clock;
  settings: Settings;
  session: VisitSession;
}

/** Looks a claim up, decides it and writes what came of it, in one transaction: no list can be switched in between. */
export async function answerClaim(sources: Sources, claim: IdentityClaim): Promise<Answered> {
  const state = await sources.listState.read();
  if (state.kind === 'closed') return { answer: 'closed', ending: null, isAlertRaised: false };
  return sources.store.write((db) => decideAndRecord(db, sources, claim, state.site));
}

async function decideAndRecord(
  db: Writer,
  { clock, settings, session }: Sources,
  claim: IdentityClaim,
  site: string,
): Promise<Answered> {
  const now = clock.now();
  const instant = clock.instant();
  const rules = settings.rules();
  const found = await candidates(db, now.day, claim.dateOfBirth);
  const who = identify(claim, knownPatients(found.appointments, found.visits), rules);
  if (who.kind === 'askPostcode') return { answer: { kind: 'askPostcode' }, ending: null, isAlertRaised: false };
  if (who.kind !== 'one') {
    const failed = { failuresInRow: session.noteFailure(), day: now.day, instant };
    const isAlertRaised = await recordNotIdentified(db, who, failed);
    return { answer: { kind: 'reception' }, ending: null, isAlertRaised };
  }
  const { patient } = who;
  const arrivals = patient.visits.flatMap((visit) => visit.arrivals);
  const decision = decide({ appointments: patient.appointments, arrivals, now, site, rules });
  await addToCount(db, now.day, 'claims.found', 1);
  const recorded = await recordDecision(db, { patient, decision, rules, day: now.day, instant });
  const told = await tell(db, { patient, decision, recorded, rules, now });
  return { answer: toAnswer(decision, told), ending: endingOf(decision, recorded, told), isAlertRaised: false };
}

interface ToTell {
  patient: KnownPatient;
  decision: Decision;
  recorded: Recorded;
  rules: PracticeRules;
  now: Now;
}

async function tell(db: Reader, { patient, decision, recorded, rules, now }: ToTell): Promise<Told> {
  const handle = randomUUID();
  if (decision.kind !== 'checkIn' && decision.kind !== 'already') {
    return { handle, ticket: null, wait: null, questions: [] };
  }
  return {
    handle,
    ticket: recorded.ticket,
    // Whoever is being called waits no more, and where nobody calls from here nothing is known of the wait.
    wait:
      rules.calling === 'here' && !decision.isBeingCalled
        ? await waitFor(db, decision.shown[0], recorded.visitId, now)
        : null,
    questions: await questionsFor(db, { patient, rules, now }),
  };
}

/** The wait for the first appointment that the ending names. */
async function waitFor(
  db: Reader,
  first: { time: string; clinician: string } | undefined,
  visitId: string,
  now: Now,
): Promise<Wait | null> {
  if (first === undefined) return null;
  const { clinician } = first;
  const arrivals = await sessionArrivals(db, now.day, clinician);
  return estimateWait({ clinician, start: wallTimeSchema.parse(`${now.day}T${first.time}`), visitId, arrivals, now });
}

function endingOf(
  decision: Decision,
  { visitId, subjectId, arrivalIds }: Recorded,
  { questions }: Told,
): HeldEnding | null {
  switch (decision.kind) {
    case 'checkIn':
    case 'already':
      return { kind: 'good', visitId, subjectId, arrivalIds, questions };
    case 'byPhone':
    case 'byVideo':
    case 'homeVisit':
      return { kind: 'notInPerson', visitId, subjectId };
    default:
      return null;
  }
}
