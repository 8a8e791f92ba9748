import { knownPatients, type KnownPatient } from '../../domain/patients';
import { markingOf } from '../../domain/marking';
import type { Appointment, Arrival, Visit } from '../../domain/types';
import { openingOf, timelinessOf } from '../../domain/window';
import { candidates } from '../../store/checkIn';
import { listedRows, noteCheckedInBy, reinstateArrivals } from '../../store/deskArrivals';
import { changeDeskVisit, type ChangedBy } from '../../store/deskVisits';
import type { Day, Reader, Writer } from '../../store/schema';
import { withLoneVisit } from '../newVisit';
import { recordDecision } from '../recordDecision';
import { visitById, saveVisit } from '../../store/visits';
import { settleWhatBroughtThem, type ActionParts, type Refusal } from './actionsOnVisit';
import { actorOf, type Caller } from './caller';

/**
 * Checks a patient in to rows of the lists in use, whatever their window, status or marking: staff see who stands before them. All rows must
 * be of one patient. Whoever is here already keeps their visit; what they disputed is theirs after all.
 */
export type CheckInByHand = (
  caller: Caller,
  appointmentIds: readonly number[],
) => Promise<{ kind: 'here'; visitId: string } | Refusal>;

export function createCheckInByHand(parts: ActionParts): CheckInByHand {
  const { store, clock, changes, log } = parts;
  return async (caller, appointmentIds) => {
    const result = await store.write((db) => checkIn(db, parts, caller, appointmentIds));
    if (result.kind !== 'here') return result;
    for (const topic of ['visits', 'alerts'] as const) changes.publish(topic);
    log.info('desk.acted', { kind: 'arrival.recorded' });
    return result;
  };

  async function checkIn(
    db: Writer,
    { settings }: ActionParts,
    caller: Caller,
    ids: readonly number[],
  ): Promise<{ kind: 'here'; visitId: string } | Refusal> {
    const now = clock.now();
    const instant = clock.instant();
    const rules = settings.rules();
    const found = await find(db, now.day, new Set(ids));
    if (found.kind !== 'one') return found;
    const { patient, ofBirth, rows } = found;
    const arrivals = patient.visits.flatMap((visit) => visit.arrivals);
    const own = arrivals.filter(({ appointmentId }) => rows.some(({ id }) => id === appointmentId));
    const staff = { actor: actorOf(caller), staffId: caller.staffId, role: caller.role };
    const missing = rows.filter(({ id }) => !own.some(({ appointmentId }) => appointmentId === id));
    const late = missing.filter((row) => ['late', 'acceptedLate'].includes(timelinessOf(openingOf(row, rules), now)));
    const disputed = own.filter(({ state }) => state === 'disputed');
    const recorded = await recordDecision(db, {
      patient,
      ofBirth,
      decision: {
        kind: missing.length > 0 ? 'checkIn' : 'already',
        appointments: missing,
        lateIds: late.map(({ id }) => id),
        shown: [],
        shownArrivalIds: [],
        also: [],
        isLate: late.length > 0,
        isBeingCalled: false,
        hasPrivate: rows.some((row) => row.patientMarking === 'private' || markingOf(row, rules) === 'private'),
      },
      rules,
      day: now.day,
      instant,
      staff,
    });
    await noteCheckedInBy(
      db,
      recorded.arrivals.map(({ id }) => id),
      caller.staffId,
    );
    const by = { by: caller.staffId, at: instant };
    await accept(db, disputed, by);
    // Of a patient with two visits, the one that holds these appointments.
    const visitId = missing.length > 0 ? recorded.visitId : (own[0]?.visitId ?? recorded.visitId);
    await settleWhatBroughtThem(db, visitId, by);
    return { kind: 'here', visitId };
  }
}

type Found = { kind: 'one'; patient: KnownPatient; ofBirth: Visit[]; rows: Appointment[] } | Refusal;

/** The one patient whom all these rows are of. */
async function find(db: Reader, day: Day, ids: ReadonlySet<number>): Promise<Found> {
  const listed = await listedRows(db, day, [...ids]);
  const [first] = listed;
  if (first === undefined || listed.length < ids.size) return { kind: 'gone' };
  const { appointments, visits } = await candidates(db, day, first.dateOfBirth);
  const known = knownPatients(appointments, visits);
  const owner = known.find((one) => one.appointments.some(({ id }) => id === first.id));
  const rows = owner?.appointments.filter(({ id }) => ids.has(id)) ?? [];
  if (owner === undefined || rows.length < ids.size) {
    return { kind: 'notNow', why: 'These appointments are not all of one patient.' };
  }
  return { kind: 'one', patient: withLoneVisit(owner, visits, known), ofBirth: visits, rows };
}

/** What the patient said is not theirs is theirs after all: staff have just checked them in to it. */
async function accept(db: Writer, disputed: readonly Arrival[], by: ChangedBy): Promise<void> {
  if (disputed.length === 0) return;
  await reinstateArrivals(
    db,
    disputed.map(({ id }) => id),
  );
  for (const visitId of new Set(disputed.map((arrival) => arrival.visitId))) {
    const visit = await visitById(db, visitId);
    if (visit?.notCheckedIn === 'disputed') await saveVisit(db, { ...visit, notCheckedIn: null, opensAt: null });
    await changeDeskVisit(db, visitId, {}, by);
  }
}
