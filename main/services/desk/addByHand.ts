import { randomUUID } from 'node:crypto';
import { wallTimeSchema, type ClockTime, type DateOfBirth } from '../../../preload/contract/rules/dates';
import type { FoldedPostcode } from '../../../preload/contract/rules/postcode';
import { identityOf, isSameSlot } from '../../domain/addedByHand';
import { isOff } from '../../domain/afterImport';
import { foldLabel } from '../../domain/names';
import type { Appointment, ListedAppointment } from '../../domain/types';
import { nobodyByName, readClinician } from '../../lists/clinicianName';
import { isLedByNurse } from '../../lists/nurseLed';
import { addRow, removeAddedRow, type NotRemoved } from '../../store/addedRows';
import { appointmentsBornOn } from '../../store/appointments';
import { appendAudit } from '../../store/audit';
import type { Store } from '../../store/store';
import type { Changes, Clock } from '../ports';
import { actorOf, type Caller } from './caller';
import type { ListedClinician } from './listsState';

export interface AddParts {
  store: Store;
  clock: Clock;
  changes: Changes;
}

/** What staff type for somebody who has only just booked. */
export interface TypedRow {
  start: ClockTime;
  clinician: string;
  lastName: string;
  firstName: string;
  dateOfBirth: DateOfBirth;
  postcode?: FoldedPostcode | undefined;
}

/**
 * Adds a row to today's list by hand: the patient can check in at once. What the lists say of this patient already goes with it.
 * @param clinicians those of today's lists, by whose spelling the name is taken.
 * @returns its number, or null when the lists hold this appointment already.
 */
export async function addByHand(
  { store, clock, changes }: AddParts,
  typed: TypedRow,
  clinicians: readonly ListedClinician[],
  caller: Caller,
): Promise<number | null> {
  const { day } = clock.now();
  const added = await store.write(async (db) => {
    const born = await appointmentsBornOn(db, day, typed.dateOfBirth);
    const row = rowOf(typed, `${day}T${typed.start}`, clinicians, born);
    if (born.some((listed) => isSameSlot(row, listed) && !isOff(listed.status))) return null;
    const at = clock.instant();
    const appointmentId = await addRow(db, { row, importId: randomUUID(), day, at });
    const detail = { role: caller.role, appointmentId };
    await appendAudit(db, { at, actor: actorOf(caller), action: 'list.rowAdded', subjectId: null, detail });
    return appointmentId;
  });
  if (added !== null) for (const topic of ['list', 'visits'] as const) changes.publish(topic);
  return added;
}

/** Takes a row that was added by hand out again. Returns null when it is out, or why it is not. */
export async function removeAdded(
  { store, clock, changes }: AddParts,
  appointmentId: number,
  caller: Caller,
): Promise<NotRemoved | null> {
  const { day } = clock.now();
  const why = await store.write(async (db) => {
    const refused = await removeAddedRow(db, day, appointmentId);
    if (refused !== null) return refused;
    const detail = { role: caller.role, appointmentId };
    const entry = { at: clock.instant(), actor: actorOf(caller), subjectId: null, detail };
    await appendAudit(db, { ...entry, action: 'list.rowRemoved' });
    return null;
  });
  if (why === null) for (const topic of ['list', 'visits'] as const) changes.publish(topic);
  return why;
}

function rowOf(
  typed: TypedRow,
  start: string,
  clinicians: readonly ListedClinician[],
  born: readonly Appointment[],
): ListedAppointment {
  const listed = clinicians.find(({ name }) => foldLabel(name) === foldLabel(typed.clinician));
  // A name that is shown to the public: a role or a clinic may give away why somebody is here.
  const read = listed?.name ?? readClinician(typed.clinician);
  const clinician = read === '' ? nobodyByName : read;
  const { lastName, firstName, dateOfBirth, postcode = null } = typed;
  const known = identityOf({ lastName, firstName, dateOfBirth }, born);
  return {
    patient: {
      nhsNumber: known?.patient.nhsNumber ?? null,
      // Patient ids are of the system that gave them.
      sourcePatientId: null,
      lastName,
      firstName: known?.patient.firstName ?? firstName,
      dateOfBirth,
      postcode: known?.patient.postcode ?? postcode,
    },
    sourceAppointmentId: null,
    start: wallTimeSchema.parse(start),
    durationMinutes: null,
    clinician,
    isNurseLed: listed?.isNurseLed ?? isLedByNurse('', typed.clinician, ''),
    // A row without a place is here.
    location: null,
    slotType: null,
    mode: 'inPerson',
    status: 'booked',
    marking: 'none',
    patientMarking: known?.patientMarking ?? 'none',
    hasNeed: known?.hasNeed ?? false,
    hasOnlineAccount: known?.hasOnlineAccount ?? null,
    line: 0,
  };
}
