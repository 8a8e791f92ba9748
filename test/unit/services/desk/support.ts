import { randomUUID } from 'node:crypto';
import type { Role } from '../../../../preload/contract/desk/roles';
import type { ListedAppointment, PracticeRules, Visit } from '../../../../main/domain/types';
import type { Caller } from '../../../../main/services/desk/caller';
import type { Store } from '../../../../main/store/store';
import { byLetter, clinician, openCheckIn, tenOClock } from '../support';

/** A member of staff who is signed in and acts in `role`; the account is in the store, so that its name can be told. */
export async function addStaff(store: Store, displayName: string, role: Role, change: Partial<Caller> = {}) {
  const username = displayName.toLowerCase().replace(/[^a-z]/g, '');
  const caller: Caller = {
    sessionId: randomUUID(),
    staffId: randomUUID(),
    username,
    displayName,
    roles: [role],
    clinician: null,
    isLocked: false,
    hasPin: false,
    role,
    ...change,
  };
  await store.write((db) =>
    db
      .insertInto('staff')
      .values({
        id: caller.staffId,
        username,
        displayName: caller.displayName,
        roles: JSON.stringify(caller.roles),
        clinician: caller.clinician,
        passphrase: null,
        isActive: 1,
        failedSignIns: 0,
        lockedUntil: null,
        lastSignedInAt: null,
        createdAt: tenOClock,
      })
      .execute(),
  );
  return caller;
}

interface DeskTest {
  rows?: readonly ListedAppointment[];
  rules?: Partial<PracticeRules>;
  /** London wall time. */
  now?: string;
  listAsOf?: string;
  /** Wraps the store that check-in is given. */
  store?: (real: Store) => Store;
}

/**
 * A practice with a real store, its kiosk, and staff: two receptionists, a manager, and the clinician of `row`. Time stands still
 * until a test moves it. `arrive` checks a patient in at the kiosk, whom nothing but the list must make unique.
 */
export async function openDesk(options: DeskTest = {}) {
  const desk = await openCheckIn(options);
  const { store } = desk;
  const jo = await addStaff(store, 'Jo Bloggs', 'receptionist');
  const sam = await addStaff(store, 'Sam Carter', 'receptionist');
  const max = await addStaff(store, 'Max Field', 'manager');
  const rao = await addStaff(store, 'Anita Rao', 'clinician', { clinician });
  /** The visit of `row`'s patient. Fails the test where there is none. */
  const visitOf = async ({ patient }: ListedAppointment): Promise<Visit> => {
    const found = (await desk.visits()).find(
      (visit) =>
        visit.patient.lastName === patient.lastName &&
        visit.patient.firstName === patient.firstName &&
        visit.patient.dateOfBirth === patient.dateOfBirth,
    );
    if (found === undefined) throw new Error('This patient has no visit');
    return found;
  };
  /** Checks the patient of `row` in at the kiosk, or finds why not; their visit as it stands then. */
  const arrive = async (row: ListedAppointment): Promise<Visit> => {
    await desk.claim(byLetter(row));
    return visitOf(row);
  };
  return { ...desk, jo, sam, max, rao, visitOf, arrive };
}

export {
  byBarcode,
  byLetter,
  byPostcode,
  clinician,
  day,
  handleOf,
  importRows,
  nobody,
  row,
  tenOClock,
} from '../support';
