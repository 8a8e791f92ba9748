import { Temporal } from 'temporal-polyfill';
import type { DeskRow, RowCall } from '../../../preload/contract/desk/arrivals';
import type { NeedKind } from '../../../preload/contract/kiosk';
import { dateSchema, type Day } from '../../../preload/contract/rules/dates';
import type { PracticeRules } from '../types';
import { arrivalStandings, rowAppointments, type ArrivalStanding } from './rowsAppointments';
import type { CalledFacts, PatientFacts, RowSurroundings, VisitFacts } from './rowsFacts';

/**
 * Who cannot see a board, or not find the way by it, or cannot hear it. Who signs or lip-reads hears no chime and would have to watch the
 * board without a break, so they are not left to it. Who asks for a hearing loop hears with it and sees the board; an interpreter,
 * Easy Read, more time or company do not keep anybody from following a ticket.
 */
const fetchedFor: readonly NeedKind[] = ['signLanguage', 'lipReading', 'braille', 'audio', 'guideToRoom'];

/**
 * Whether a patient cannot be expected to see or hear a board, so that somebody goes to them (hazard: called and never came). Large print
 * alone: they hear their ticket, unless the practice's boards do not speak.
 */
export function isToFetch(
  needs: readonly NeedKind[],
  { isBoardSpoken }: Pick<PracticeRules, 'isBoardSpoken'>,
): boolean {
  return needs.some((need) => fetchedFor.includes(need)) || (!isBoardSpoken && needs.includes('largePrint'));
}

/**
 * The first day on which an answer about needs still speaks for today: the kiosk does not ask again of who answered since then. Null: asked
 * on every day, so no earlier one counts.
 */
export function needsKnownSince(
  today: Day,
  { needsQuestionAgainDays }: Pick<PracticeRules, 'needsQuestionAgainDays'>,
): Day | null {
  if (needsQuestionAgainDays === 0) return null;
  const first = Temporal.PlainDate.from(today).subtract({ days: needsQuestionAgainDays - 1 });
  return dateSchema.parse(first.toString());
}

/** A row with what only this side needs of it. */
export interface SeenRow {
  row: DeskRow;
  /** Arrivals that the patient waits for, or is being called to; empty for who is done or not checked in. */
  awaited: readonly string[];
}

/**
 * The row of a visit at the desk; null where there is nothing of it to be seen: it was looked after, or its arrivals were taken back. In this
 * order: done by staff and not come back since · a call is open · here for something (waiting, or called in) · come back, or never
 * checked in · done, as lists or calls say.
 */
export function deskRow(facts: VisitFacts, patient: PatientFacts, around: RowSurroundings): SeenRow | null {
  const { visit, staff, needs, ownAnswer } = facts;
  const standings = arrivalStandings(facts, patient.listed);
  const placed = stageOf(facts, standings);
  if (placed === null) return null;
  const { stage, doneAs, awaited } = placed;
  const isFetched = isToFetch(needs?.needs ?? [], around.rules);
  const isDisputed = visit.arrivals.some(({ state }) => state === 'disputed');
  const call = facts.calls.findLast(({ outcome }) => outcome !== 'cancelled');
  const { patient: person } = visit;
  const row: DeskRow = {
    visitId: visit.id,
    version: staff?.version ?? 0,
    stage,
    lastName: person.lastName,
    firstName: person.firstName,
    dateOfBirth: person.dateOfBirth,
    nhsNumber:
      person.nhsNumber ?? patient.listed.find((listed) => listed.patient.nhsNumber !== null)?.patient.nhsNumber ?? null,
    ticket: visit.ticket,
    since: stage === 'notCheckedIn' ? visit.lastSeenAt : firstArrival(facts),
    reason: visit.notCheckedIn ?? (stage === 'notCheckedIn' && isDisputed ? 'disputed' : null),
    opensAt: visit.notCheckedIn === 'tooEarly' ? visit.opensAt : null,
    appointments: rowAppointments(facts, patient, around),
    call: call === undefined ? null : toRowCall(call, isFetched, around),
    doneAs,
    needs: [...(needs?.needs ?? [])],
    interpreter: needs?.language ?? null,
    hasListedNeed: patient.listed.some(({ hasNeed }) => hasNeed),
    isToFetch: isFetched,
    ownAnswer,
    isFlagged: staff?.isFlagged ?? false,
    note: staff?.note ?? null,
    lastChange:
      staff === null || staff.changedBy === null ? null : { by: around.nameOf(staff.changedBy), at: staff.changedAt },
  };
  return { row, awaited };
}

/** A call as a row, or the entry of a ticket, shows it. */
export function toRowCall(call: CalledFacts, isFetched: boolean, { nameOf }: Pick<RowSurroundings, 'nameOf'>): RowCall {
  return {
    callId: call.id,
    kind: call.kind,
    at: call.calledAt,
    lastAt: call.lastCalledAt,
    times: call.times,
    by: nameOf(call.calledBy),
    clinician: call.clinician,
    room: call.room,
    outcome: call.outcome,
    needsLook: isFetched,
    lookedAt: call.lookedAt,
  };
}

type Placed = Pick<DeskRow, 'stage' | 'doneAs'> & Pick<SeenRow, 'awaited'>;

function stageOf({ visit, staff, calls }: VisitFacts, standings: readonly ArrivalStanding[]): Placed | null {
  const hasReason = visit.notCheckedIn !== null || visit.arrivals.some(({ state }) => state === 'disputed');
  const lookedAfterAt = staff?.lookedAfterAt ?? null;
  // Both are UTC instants with milliseconds: they sort as text.
  const isAttended = lookedAfterAt !== null && lookedAfterAt >= visit.lastSeenAt;
  const isUnattended = hasReason && !isAttended;
  if (staff !== null && staff.doneAs !== null) {
    const isBack = isUnattended && staff.doneAt !== null && visit.lastSeenAt > staff.doneAt;
    return isBack ? notCheckedIn : { stage: 'done', doneAs: staff.doneAs, awaited: [] };
  }
  const awaited = awaitedOf(standings, calls);
  const ids = awaited.map(({ arrival }) => arrival.id);
  if (calls.some(({ outcome }) => outcome === 'open')) return { stage: 'called', doneAs: null, awaited: ids };
  if (awaited.length > 0) {
    const isIn = awaited.some(({ call }) => call === 'sentIn') || awaited.every(({ call }) => call === 'called');
    return { stage: isIn ? 'called' : 'waiting', doneAs: null, awaited: ids };
  }
  if (isUnattended) return notCheckedIn;
  if (standings.length === 0) return null;
  const isByList = standings.some(({ through }) => through === 'byList');
  return { stage: 'done', doneAs: isByList ? 'finishedByList' : 'seen', awaited: [] };
}

const notCheckedIn: Placed = { stage: 'notCheckedIn', doneAs: null, awaited: [] };

/** What the patient is here for now. Who was called to one appointment before and waits for the next has the first behind them. */
function awaitedOf(standings: readonly ArrivalStanding[], calls: readonly CalledFacts[]): ArrivalStanding[] {
  const here = standings.filter(({ through }) => through === null);
  const open = calls.find(({ outcome }) => outcome === 'open');
  const now = here.filter(({ call, arrival }) => call !== 'called' || arrival.calledAt === open?.calledAt);
  return now.length > 0 ? now : here;
}

/** What only the clinical system knew before has no first arrival of its own, but the instant at which it was taken over. */
function firstArrival({ visit }: VisitFacts): string {
  const [first] = visit.arrivals.map(({ arrivedAt }) => arrivedAt).sort();
  return visit.firstArrivedAt ?? first ?? visit.lastSeenAt;
}
