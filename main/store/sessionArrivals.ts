import { sql } from 'kysely';
import type { WallTime } from '../../preload/contract/rules/dates';
import { isCalledIn, isNewsOf, isOff } from '../domain/afterImport';
import { byStart } from '../domain/appointments';
import { bookedNow } from '../domain/desk/rowsAppointments';
import { instantOf, minute } from '../domain/time';
import type { AppointmentStatus } from '../domain/types';
import type { SessionArrival } from '../domain/wait';
import type { Day, Reader } from './schema';

/** All that is of one patient: they are not ahead of themselves. */
export interface Own {
  visitIds: readonly string[];
  /** Rows of the lists in use. */
  appointmentIds: readonly number[];
}

/**
 * Everybody who has arrived for `clinician` (exactly as the list writes the name) on `day`, by start: checked in here or moved to them by
 * staff, and those whom only the list calls arrived. Whom staff have seen or know to have left waits no more. For what can be said of the wait. Slots in a row of one patient are one: a person waits once.
 * A private appointment counts, as somebody waits for it and a number names nobody.
 * @param own of the patient who asks; left out.
 */
export async function sessionArrivals(
  db: Reader,
  day: Day,
  clinician: string,
  own: Own = { visitIds: [], appointmentIds: [] },
): Promise<SessionArrival[]> {
  const here = await arrivedHere(db, day, clinician, own);
  const arrivals = [...here, ...(await arrivedByList(db, day, clinician, own))];
  return arrivals.sort((one, other) => (one.start < other.start ? -1 : Number(one.start > other.start)));
}

/** A slot that a patient was checked in to, with what the list in use says of it; null where it does not hold it, or is older. */
interface ArrivedSlot {
  visitId: string;
  start: WallTime;
  arrivedAt: string;
  calledAt: string | null;
  status: AppointmentStatus | null;
  durationMinutes: number | null;
  /** By staff, for the whole visit. */
  doneAs: 'seen' | 'left' | null;
}

async function arrivedHere(db: Reader, day: Day, clinician: string, own: Own): Promise<SessionArrival[]> {
  const slots = await db
    .selectFrom('visits')
    .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
    .leftJoin('appointments', 'appointments.id', 'arrivals.appointmentId')
    .leftJoin('imports', 'imports.number', 'appointments.importNumber')
    .leftJoin('clinicians', 'clinicians.id', 'appointments.clinicianId')
    .leftJoin('deskVisits', 'deskVisits.visitId', 'visits.id')
    .leftJoin('deskArrivals', 'deskArrivals.arrivalId', 'arrivals.id')
    .where('visits.day', '=', day)
    .where('arrivals.state', '=', 'arrived')
    .select([
      'arrivals.visitId',
      'arrivals.start',
      'arrivals.clinician',
      'arrivals.arrivedAt',
      'arrivals.calledAt',
      'deskArrivals.movedTo',
      'appointments.start as listedStart',
      'clinicians.name as listedClinician',
      'appointments.status',
      'appointments.durationMinutes',
      'imports.listAsOf',
      'deskVisits.doneAs',
    ])
    .execute();
  const others = slots.filter(({ visitId }) => !own.visitIds.includes(visitId)).map(asBookedNow);
  const here = others.filter((slot) => slot.clinician === clinician).sort(byStart);
  return inRows(here.map(newsOnly)).map(oneOf);
}

/** With whom and when they are booked by now, and who sees them; as `slotsOfVisit`. */
function asBookedNow<
  Slot extends Pick<ArrivedSlot, 'start' | 'arrivedAt' | 'status'> & {
    clinician: string;
    movedTo: string | null;
    listedStart: WallTime | null;
    listedClinician: string | null;
    listAsOf: string | null;
  },
>(slot: Slot): Slot {
  const { listedStart, listedClinician, listAsOf, status, movedTo } = slot;
  const isListed = listedStart !== null && listedClinician !== null && listAsOf !== null && status !== null;
  const listed = isListed ? { start: listedStart, clinician: listedClinician, status, listAsOf } : null;
  const booked = bookedNow<{ start: WallTime; clinician: string }>(slot, listed);
  return { ...slot, start: booked.start, clinician: movedTo ?? booked.clinician };
}

/** An older list never overrides what happened at the kiosk (design §6). */
function newsOnly({ listAsOf, status, ...slot }: ArrivedSlot & { listAsOf: string | null }): ArrivedSlot {
  return { ...slot, status: listAsOf !== null && isNewsOf(slot, { listAsOf }) ? status : null };
}

/** Slots in a row of one visit, put together (design §6: adjacent slots with one clinician are one). `slots` are in order of start. */
function inRows(slots: readonly ArrivedSlot[]): [ArrivedSlot, ...ArrivedSlot[]][] {
  const rows: [ArrivedSlot, ...ArrivedSlot[]][] = [];
  for (const slot of slots) {
    const before = rows.find(
      (row) => row[0].visitId === slot.visitId && row.some((one) => endOf(one) >= instantOf(slot.start)),
    );
    if (before === undefined) rows.push([slot]);
    else before.push(slot);
  }
  return rows;
}

/** Milliseconds since the epoch. A slot of unknown length ends as it begins. */
function endOf({ start, durationMinutes }: ArrivedSlot): number {
  return instantOf(start) + (durationMinutes ?? 0) * minute;
}

/** The clinician marks one slot of several: who is called to one of them waits for none; who has one that is not cancelled still waits. */
function oneOf(slots: readonly [ArrivedSlot, ...ArrivedSlot[]]): SessionArrival {
  const [{ visitId, start }] = slots;
  const isIn = slots.some(({ calledAt, status }) => calledAt !== null || (status !== null && isCalledIn(status)));
  const isDone = slots.some(({ doneAs }) => doneAs !== null);
  const isAllOff = slots.every(({ status }) => status !== null && isOff(status));
  return {
    visitId,
    start,
    arrivedAt: earliest(slots.map(({ arrivedAt }) => arrivedAt)) ?? slots[0].arrivedAt,
    calledAt: earliest(slots.flatMap(({ calledAt }) => calledAt ?? [])),
    isWaiting: !isIn && !isDone && !isAllOff,
  };
}

function earliest(instants: readonly string[]): string | null {
  return [...instants].sort()[0] ?? null;
}

/**
 * Patients who have no arrival here: checked in by reception. They have no visit, so the id of their row stands for one, and as the time of
 * their coming is not known, that of their list. `arrived` is written into the query, not handed over: else SQLite cannot use the index of arrived rows, and reads the whole list.
 */
async function arrivedByList(db: Reader, day: Day, clinician: string, own: Own): Promise<SessionArrival[]> {
  const rows = await db
    .selectFrom('imports')
    .innerJoin('appointments', 'appointments.importNumber', 'imports.number')
    .innerJoin('clinicians', 'clinicians.id', 'appointments.clinicianId')
    .where('imports.state', '=', 'current')
    .where('imports.day', '=', day)
    .where('clinicians.name', '=', clinician)
    .where('appointments.status', '=', sql.lit('arrived'))
    .where('appointments.mode', '=', 'inPerson')
    .where('appointments.id', 'not in', (linked) =>
      linked
        .selectFrom('visits')
        .innerJoin('arrivals', 'arrivals.visitId', 'visits.id')
        .where('visits.day', '=', day)
        .where('arrivals.appointmentId', 'is not', null)
        .select((arrival) => arrival.ref('arrivals.appointmentId').$notNull().as('appointmentId')),
    )
    .select([
      'appointments.id',
      'imports.source',
      'imports.listAsOf',
      'appointments.start',
      'appointments.nhsNumber',
      'appointments.sourcePatientId',
      'appointments.lastName',
      'appointments.firstName',
      'appointments.dateOfBirth',
    ])
    .orderBy('appointments.start')
    .execute();
  const byPatient = new Map<string, SessionArrival>();
  for (const { id, start, listAsOf, ...patient } of rows) {
    if (own.appointmentIds.includes(id)) continue;
    const key = JSON.stringify(patient);
    if (!byPatient.has(key)) {
      byPatient.set(key, { visitId: `listed ${id}`, start, arrivedAt: listAsOf, calledAt: null, isWaiting: true });
    }
  }
  return [...byPatient.values()];
}
