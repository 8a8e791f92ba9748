import { randomUUID } from 'node:crypto';
import type { Day } from '../../preload/contract/rules/dates';
import type { Decision } from '../domain/decide';
import type { KnownPatient } from '../domain/patients';
import type { Appointment, Arrival, ListedPatient, NotCheckedInReason, Visit } from '../domain/types';
import { appendAudit } from '../store/audit';
import type { Writer } from '../store/schema';
import { addArrivals, saveVisit } from '../store/visits';
import type { HeldEnding } from './visitSession';

interface Decided {
  patient: KnownPatient;
  decision: Decision;
  day: Day;
  /** UTC instant of the claim. */
  instant: string;
}

/**
 * Writes what was decided about an identified patient, in the caller's transaction: the visit, and its arrivals with their audit entry.
 * Everybody identified leaves a row, checked in or not (design §6).
 * @returns what a good ending may still be disputed by, or null where nobody was checked in.
 */
export async function recordDecision(
  db: Writer,
  { patient, decision, day, instant }: Decided,
): Promise<HeldEnding | null> {
  const known = firstOf(patient.visits);
  const isGood = decision.kind === 'checkIn' || decision.kind === 'already';
  const isArrived = isGood || patient.visits.some((visit) => visit.arrivals.some(({ state }) => state === 'arrived'));
  const visit: Visit = {
    ...(known ?? newVisit(patient, day)),
    // The first arrival stands; one that only the clinical system knows has no time we could claim.
    firstArrivedAt: known?.firstArrivedAt ?? (decision.kind === 'checkIn' ? instant : null),
    notCheckedIn: isArrived ? null : reasonOf(decision),
    lastSeenAt: instant,
  };
  await saveVisit(db, visit);
  if (!isGood) return null;
  const added = decision.appointments.map((appointment) => arrivalAt(appointment, visit.id, instant));
  await addArrivals(db, added);
  const detail = { appointments: added.map(({ appointmentId }) => appointmentId) };
  const action = decision.kind === 'checkIn' ? 'arrival.recorded' : 'arrival.repeated';
  await appendAudit(db, { at: instant, actor: 'kiosk', action, subjectId: visit.subjectId, detail });
  const standing = patient.visits.flatMap((one) => one.arrivals).filter(({ state }) => state === 'arrived');
  // On "already checked in" the patient disowns what the screen shows; on a new check-in, only what was just added.
  const shown = decision.kind === 'checkIn' ? added : [...standing, ...added];
  return { visitId: visit.id, subjectId: visit.subjectId, arrivalIds: shown.map(({ id }) => id) };
}

/** The visit that checked in first, else the oldest. */
function firstOf(visits: readonly Visit[]): Visit | undefined {
  return visits.find((visit) => visit.firstArrivedAt !== null) ?? visits[0];
}

function newVisit({ appointments }: KnownPatient, day: Day): Visit {
  const row = appointments.find(({ patient }) => patient.nhsNumber !== null) ?? appointments[0];
  if (row === undefined) throw new Error('A patient without a visit has at least one appointment');
  return {
    id: randomUUID(),
    day,
    subjectId: randomUUID(),
    source: row.source,
    patient: copyOf(row.patient),
    firstArrivedAt: null,
    ticket: null,
    notCheckedIn: null,
    lastSeenAt: '',
    arrivals: [],
  };
}

function copyOf({
  nhsNumber,
  sourcePatientId,
  lastName,
  firstName,
  dateOfBirth,
  postcode,
}: ListedPatient): ListedPatient {
  return { nhsNumber, sourcePatientId, lastName, firstName, dateOfBirth, postcode };
}

function arrivalAt(appointment: Appointment, visitId: string, instant: string): Arrival {
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
    isToCheck: false,
  };
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
