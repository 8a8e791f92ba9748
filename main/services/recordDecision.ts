import { randomUUID } from 'node:crypto';
import type { Day } from '../../preload/contract/rules/dates';
import type { Decision } from '../domain/decide';
import type { KnownPatient } from '../domain/patients';
import { pickTicket } from '../domain/ticket';
import type { Appointment, Arrival, NotCheckedInReason, PracticeRules, Visit } from '../domain/types';
import { appendAudit } from '../store/audit';
import type { Writer } from '../store/schema';
import { ticketsTaken } from '../store/tickets';
import { addArrivals, saveVisit } from '../store/visits';
import { tellDesks } from './desk/actionsAtKiosk';
import { newVisit } from './newVisit';
import { unforeseeable } from './random';

interface Decided {
  patient: KnownPatient;
  /** All visits of the day and of the patient's date of birth. */
  ofBirth: readonly Visit[];
  decision: Decision;
  rules: PracticeRules;
  day: Day;
  /** UTC instant of the claim. */
  instant: string;
  /** A member of staff who does it by hand, as the audit trail names them, and in which role; the kiosk without. */
  staff?: { actor: string; staffId: string; role: string | null };
}

/** What now stands in the store about the patient. */
export interface Recorded {
  visitId: string;
  subjectId: string;
  /** The arrivals that a good ending tells of, and that its reader may disown; empty for every other. */
  arrivals: Arrival[];
  /** Only on a good ending, and only where the practice calls from this system. */
  ticket: string | null;
}

/**
 * Writes what was decided about an identified patient, in the caller's transaction: the visit, and its arrivals with their audit entry.
 * Everybody identified leaves a row, checked in or not (design §6).
 */
export async function recordDecision(db: Writer, decided: Decided): Promise<Recorded> {
  const { patient, ofBirth, decision, rules, day, instant, staff } = decided;
  const known = firstOf(patient.visits);
  const before = known ?? newVisit(patient, ofBirth, day);
  const isGood = decision.kind === 'checkIn' || decision.kind === 'already';
  const notCheckedIn = isGood ? null : reasonToKeep(decision, patient.visits);
  const given = patient.visits.find(({ ticket }) => ticket !== null)?.ticket ?? null;
  const fresh = isGood && rules.calling === 'here' && given === null ? await newTicket(db, day) : null;
  const visit: Visit = {
    ...before,
    // The first arrival stands; one that only the clinical system knows has no time we could claim.
    firstArrivedAt: before.firstArrivedAt ?? (decision.kind === 'checkIn' ? instant : null),
    ticket: before.ticket ?? fresh,
    notCheckedIn,
    opensAt: decision.kind === 'tooEarly' && notCheckedIn === 'tooEarly' ? decision.opensAt : null,
    hasPrivate: before.hasPrivate || decision.hasPrivate,
    lastSeenAt: instant,
  };
  await saveVisit(db, visit);
  await tellDesks(db, {
    patient,
    decision,
    changed: known === undefined ? null : { before: known, after: visit },
    changedBy: { by: staff?.staffId ?? null, at: instant },
  });
  const { id: visitId, subjectId } = visit;
  if (!isGood) return { visitId, subjectId, arrivals: [], ticket: null };
  await clearReasons(
    db,
    patient.visits.filter((other) => other !== known),
  );
  const lateIds = new Set(decision.lateIds);
  const added = decision.appointments.map((row) => arrivalAt(row, visitId, instant, lateIds.has(row.id)));
  await addArrivals(db, added);
  const appointments = added.map(({ appointmentId }) => appointmentId);
  const detail = staff === undefined ? { appointments } : { appointments, role: staff.role };
  const action = decision.kind === 'checkIn' ? 'arrival.recorded' : 'arrival.repeated';
  await appendAudit(db, { at: instant, actor: staff?.actor ?? 'kiosk', action, subjectId, detail });
  // Neither what was seen this morning nor what is private: whoever says "not mine" has read of neither.
  const shown = patient.visits.flatMap((one) => one.arrivals).filter(({ id }) => decision.shownArrivalIds.includes(id));
  return {
    visitId,
    subjectId,
    arrivals: [...shown, ...added],
    ticket: rules.calling === 'here' ? (given ?? fresh) : null,
  };
}

/** Reasons about an appointment that is still to come, or that staff must look at: they make a desk row even of somebody who was here before. */
const reasonsOfAnother: readonly NotCheckedInReason[] = [
  'tooEarly',
  'tooLate',
  'byPhone',
  'byVideo',
  'homeVisit',
  'otherSite',
  'flagged',
  'unknownStatus',
  'contradicted',
  'disputed',
];

/**
 * Why an identified patient is not checked in, as the desk shall read it. A visit with an arrival keeps none but what is about
 * another appointment; and "I was asked to come in" stands until something else is decided.
 */
function reasonToKeep(decision: Decision, visits: readonly Visit[]): NotCheckedInReason | null {
  const reason = reasonOf(decision);
  if (reason === null) return null;
  const isArrived = visits.some(({ arrivals }) => arrivals.some(({ state }) => state === 'arrived'));
  if (isArrived && !reasonsOfAnother.includes(reason)) return null;
  const isNotInPerson = reason === 'byPhone' || reason === 'byVideo' || reason === 'homeVisit';
  if (isNotInPerson && visits.some(({ notCheckedIn }) => notCheckedIn === 'askedToComeIn')) return 'askedToComeIn';
  return reason;
}

function reasonOf(decision: Decision): NotCheckedInReason | null {
  switch (decision.kind) {
    case 'checkIn':
    case 'already':
      return null;
    case 'reception':
      return decision.reason;
    default:
      return decision.kind;
  }
}

/** Another visit of a patient who is checked in now (two records that a newer list has shown to be one) is no row of its own to look after. */
async function clearReasons(db: Writer, visits: readonly Visit[]): Promise<void> {
  for (const visit of visits) {
    if (visit.notCheckedIn !== null) await saveVisit(db, { ...visit, notCheckedIn: null, opensAt: null });
  }
}

/** By chance, so that it tells neither how many came nor who came after whom; null if all are taken. */
async function newTicket(db: Writer, day: Day): Promise<string | null> {
  return pickTicket(await ticketsTaken(db, day), unforeseeable);
}

/** The visit that checked in first, else the one that holds a ticket, else the oldest. */
function firstOf(visits: readonly Visit[]): Visit | undefined {
  return (
    visits.find(({ firstArrivedAt }) => firstArrivedAt !== null) ??
    visits.find(({ ticket }) => ticket !== null) ??
    visits[0]
  );
}

function arrivalAt(appointment: Appointment, visitId: string, instant: string, isLate: boolean): Arrival {
  return {
    id: randomUUID(),
    visitId,
    appointmentId: appointment.id,
    sourceAppointmentId: appointment.sourceAppointmentId,
    source: appointment.source,
    start: appointment.start,
    clinician: appointment.clinician,
    location: appointment.location,
    arrivedAt: instant,
    state: 'arrived',
    // The list in use is the first that could say so of this arrival.
    calledAt: appointment.status === 'sentIn' ? appointment.listAsOf : null,
    isLate,
    isToCheck: false,
  };
}
