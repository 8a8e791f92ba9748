import type { Decision } from '../../domain/decide';
import { arrivalsCalled } from '../../domain/desk/calling';
import type { KnownPatient } from '../../domain/patients';
import type { StaffKnown } from '../../domain/standing';
import type { Visit } from '../../domain/types';
import { callsOfVisit, openCallOf } from '../../store/calls';
import { slotsOfVisit, takeCallsBack } from '../../store/deskArrivals';
import { changeDeskVisit, touchedVisits, type ChangedBy, type DeskVisit } from '../../store/deskVisits';
import type { Day, Reader, Writer } from '../../store/schema';
import { setArrivalCalls } from '../../store/visits';

/** Somebody who has just been identified, at the kiosk or by staff. */
interface Identified {
  /** As they were known before. */
  patient: KnownPatient;
  decision: Decision;
  /** Their visit before and after; null: it is new. */
  changed: { before: Visit; after: Visit } | null;
  changedBy: ChangedBy;
}

/** What the kiosk must know of what staff did since a patient was checked in: who sees them now, and whether they are being called. */
export async function staffKnownOf(
  db: Reader,
  day: Day,
  { visits }: Pick<KnownPatient, 'visits'>,
): Promise<StaffKnown> {
  const movedTo = new Map<string, string>();
  const calledTo = new Map<string, string | null>();
  for (const { id: visitId, arrivals } of visits) {
    if (arrivals.length === 0) continue;
    const slots = await slotsOfVisit(db, visitId);
    const clinicianOf = new Map(slots.map(({ arrivalId, clinician }) => [arrivalId, clinician]));
    for (const { id, clinician } of arrivals) {
      const now = clinicianOf.get(id) ?? clinician;
      if (now !== clinician) movedTo.set(id, now);
    }
    const call = await openCallOf(db, day, { visitId });
    if (call === null) continue;
    for (const { arrivalId } of arrivalsCalled(slots, call)) calledTo.set(arrivalId, call.room);
  }
  return { movedTo, calledTo };
}

/**
 * Raises the version of every visit of the patient that this changes, so that a desk which acts on what it saw before is told. Who was seen
 * or has left and is checked in again is here again; who was looked after without a check-in and comes again is to be looked after again.
 * A visit that is new needs none of that: no desk has seen it.
 */
export async function tellDesks(db: Writer, { patient, decision, changed, changedBy }: Identified): Promise<void> {
  const isGood = decision.kind === 'checkIn' || decision.kind === 'already';
  const touched = await touchedVisits(
    db,
    patient.visits.map(({ id }) => id),
  );
  const isAdded = isGood && decision.appointments.length > 0;
  if (changed !== null && (isAdded || isOtherRow(changed.before, changed.after))) {
    await changeDeskVisit(db, changed.after.id, {}, changedBy);
  }
  for (const { visitId, doneAs, doneAt, lookedAfterAt } of touched) {
    const isBack = isGood && doneAs !== null;
    if (!isBack && lookedAfterAt === null) continue;
    if (isBack) await waitAnew(db, decision.kind, patient, { visitId, doneAs, doneAt });
    const reopened = isBack ? { doneAs: null, doneAt: null } : {};
    await changeDeskVisit(db, visitId, { ...reopened, lookedAfterAt: null }, changedBy);
  }
}

/** What a row of the desk says of a visit itself. */
function isOtherRow(before: Visit, after: Visit): boolean {
  return (
    before.firstArrivedAt !== after.firstArrivedAt ||
    before.ticket !== after.ticket ||
    before.notCheckedIn !== after.notCheckedIn ||
    before.opensAt !== after.opensAt ||
    before.hasPrivate !== after.hasPrivate
  );
}

/**
 * Somebody is back who was done. For the same appointment: they wait for it again, as if they had not been called. For another: what they
 * were seen for stays behind them, and by the time they were seen they had been called to it.
 */
async function waitAnew(
  db: Writer,
  kind: Decision['kind'],
  { visits }: KnownPatient,
  { visitId, doneAs, doneAt }: Pick<DeskVisit, 'visitId' | 'doneAs' | 'doneAt'>,
): Promise<void> {
  if (kind === 'already') {
    for (const { calledAt } of await callsOfVisit(db, visitId)) await takeCallsBack(db, visitId, calledAt);
    return;
  }
  const behind = visits
    .flatMap(({ arrivals }) => arrivals)
    .filter((arrival) => arrival.visitId === visitId && arrival.state === 'arrived' && arrival.calledAt === null);
  if (doneAs !== 'seen' || doneAt === null) return;
  await setArrivalCalls(
    db,
    behind.map(({ id }) => ({ arrivalId: id, calledAt: doneAt })),
  );
}
