import { randomUUID } from 'node:crypto';
import type { CheckInAnswer, IdentityClaim, Wait } from '../../preload/contract/kiosk';
import { wallTimeSchema } from '../../preload/contract/rules/dates';
import { decide, type Decision } from '../domain/decide';
import { identify } from '../domain/identify';
import { knownPatients, type KnownPatient } from '../domain/patients';
import type { Now, PracticeRules } from '../domain/types';
import type { StaffKnown } from '../domain/standing';
import { estimateWait } from '../domain/wait';
import { candidates } from '../store/checkIn';
import { addToCount } from '../store/counts';
import type { Reader, Writer } from '../store/schema';
import { sessionArrivals } from '../store/sessionArrivals';
import type { Store } from '../store/store';
import { staffKnownOf } from './desk/actionsAtKiosk';
import type { ListState } from './listState';
import { withLoneVisit } from './newVisit';
import { recordNotIdentified } from './notIdentified';
import type { Clock, Settings } from './ports';
import { keepShown, questionsFor } from './questions';
import { recordDecision, type Recorded } from './recordDecision';
import { inviteOnce } from './signUpInvitation';
import { toAnswer, type Told } from './toAnswer';
import type { HeldEnding, VisitSession } from './visitSession';

/** An answer, with what its ending may still be asked about. */
export interface Answered {
  answer: CheckInAnswer | 'closed';
  ending: HeldEnding | null;
  /** It named nobody, or several: counts in the visitor's row of failures. */
  isFailure: boolean;
  isAlertRaised: boolean;
}

interface Sources {
  store: Store;
  listState: ListState;
  clock: Clock;
  settings: Settings;
  session: VisitSession;
}

/**
 * Looks a claim up, decides it and writes what came of it, in one transaction: no list can be switched in between.
 * @param isDropped nobody waits for the answer any more. Asked once more as the first thing in the transaction, which may have waited for
 *   another: then nobody is looked up and nothing is written. From there on the claim stands.
 */
export async function answerClaim(
  sources: Sources,
  claim: IdentityClaim,
  isDropped: () => boolean,
): Promise<Answered | 'dropped'> {
  const state = await sources.listState.read();
  if (state.kind === 'closed') return { ...nothing, answer: 'closed' };
  return sources.store.write<Answered | 'dropped'>(async (db) =>
    isDropped() ? 'dropped' : decideAndRecord(db, sources, claim, state.site),
  );
}

/** An answer after which nothing can be asked, and that nobody needs to hear of. */
const nothing = { ending: null, isFailure: false, isAlertRaised: false } as const;

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
  const known = knownPatients(found.appointments, found.visits);
  const who = identify(claim, known, rules);
  if (who.kind === 'askPostcode') return { ...nothing, answer: { kind: 'askPostcode' } };
  if (who.kind !== 'one') {
    const failed = { failuresBefore: session.failuresInRow(), day: now.day, instant };
    const isAlertRaised = await recordNotIdentified(db, who, failed);
    return { answer: { kind: 'reception' }, ending: null, isFailure: true, isAlertRaised };
  }
  const patient = withLoneVisit(who.patient, found.visits, known);
  const arrivals = patient.visits.flatMap((visit) => visit.arrivals);
  const staff = await staffKnownOf(db, now.day, patient);
  const decision = decide({ appointments: patient.appointments, arrivals, staff, now, site, rules });
  await addToCount(db, now.day, 'claims.found', 1);
  const recorded = await recordDecision(db, { patient, ofBirth: found.visits, decision, rules, day: now.day, instant });
  const told = await tell(db, { patient, staff, decision, recorded, rules, now, instant });
  return { ...nothing, answer: toAnswer(decision, told), ending: endingOf(decision, recorded, told) };
}

interface ToTell {
  patient: KnownPatient;
  staff: StaffKnown;
  decision: Decision;
  recorded: Recorded;
  rules: PracticeRules;
  now: Now;
  instant: string;
}

async function tell(db: Writer, toTell: ToTell): Promise<Told> {
  const { patient, decision, recorded, rules, now, instant } = toTell;
  const handle = randomUUID();
  if (decision.kind !== 'checkIn' && decision.kind !== 'already') {
    return { handle, ticket: null, wait: null, questions: [], isInvited: false };
  }
  const questions = await questionsFor(db, { patient, rules, now });
  await keepShown(db, recorded.visitId, questions, instant);
  return {
    handle,
    ticket: recorded.ticket,
    // Whoever is being called waits no more, and where nobody calls from here nothing is known of the wait.
    wait: rules.calling === 'here' && !decision.isBeingCalled ? await waitFor(db, decision.shown[0], toTell) : null,
    questions,
    // Whoever is being called has somewhere to go.
    isInvited:
      !decision.isBeingCalled && (await inviteOnce(db, { patient, visitId: recorded.visitId, rules, now, instant })),
  };
}

/** The wait for the first appointment that the ending names. */
async function waitFor(
  db: Reader,
  first: { time: string; clinician: string } | undefined,
  { patient, staff: { movedTo }, recorded: { visitId, arrivals: told }, now, instant }: ToTell,
): Promise<Wait | null> {
  if (first === undefined) return null;
  const { clinician } = first;
  const start = wallTimeSchema.parse(`${now.day}T${first.time}`);
  // All that is theirs: nobody is ahead of themselves, and what is private of them moves no figure on their screen.
  const own = {
    visitIds: [visitId, ...patient.visits.map(({ id }) => id)],
    appointmentIds: patient.appointments.map(({ id }) => id),
  };
  const others = await sessionArrivals(db, now.day, clinician, own);
  const came = told.filter((arrival) => (movedTo.get(arrival.id) ?? arrival.clinician) === clinician);
  const arrivedAt = came.map((arrival) => arrival.arrivedAt).sort()[0] ?? instant;
  const arrivals = [...others, { visitId, start, arrivedAt, calledAt: null, isWaiting: true }];
  return estimateWait({ clinician, start, visitId, arrivals, now });
}

function endingOf(
  decision: Decision,
  { visitId, subjectId, arrivals }: Recorded,
  { questions }: Told,
): HeldEnding | null {
  switch (decision.kind) {
    case 'checkIn':
    case 'already':
      return { kind: 'good', visitId, subjectId, arrivalIds: arrivals.map(({ id }) => id), questions };
    case 'byPhone':
    case 'byVideo':
    case 'homeVisit':
      return { kind: 'notInPerson', visitId, subjectId };
    default:
      return null;
  }
}
