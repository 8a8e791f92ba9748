import { randomUUID } from 'node:crypto';
import type { CheckInAnswer, IdentityClaim } from '../../../preload/contract/kiosk';
import { dateOfBirthSchema, dateSchema, wallTimeSchema, type Day } from '../../../preload/contract/rules/dates';
import { barcodeSchema } from '../../../preload/contract/rules/barcode';
import { letterSchema } from '../../../preload/contract/rules/letter';
import { postcodeSchema } from '../../../preload/contract/rules/postcode';
import type { ListedAppointment, ListedPatient, PracticeRules } from '../../../main/domain/types';
import { defaultMachineSettings } from '../../../main/services/machineDefaults';
import { createCheckIn } from '../../../main/services/checkIn';
import { createListState } from '../../../main/services/listState';
import { relinkFor } from '../../../main/services/relinkFor';
import { createVisitSession } from '../../../main/services/visitSession';
import { openAlerts } from '../../../main/store/alerts';
import { countsOfDay } from '../../../main/store/counts';
import { startImport } from '../../../main/store/lists';
import { stageList } from '../../../main/store/stage';
import type { Store } from '../../../main/store/store';
import { switchIn } from '../../../main/store/switchIn';
import { visitsOfDay } from '../../../main/store/visits';
import { openPractice, settle } from '../../support/practice';
import { sampleAppointment, samplePatient } from '../../store/support/samples';

/** The day of all tests of check-in; the clock stands at 10 o'clock unless a test sets it. */
export const day = dateSchema.parse('2026-11-23');
export const tenOClock = '2026-11-23T10:00:00.000Z';
export const clinician = 'Dr Anita Rao';
export const site = 'Main Surgery';
export const idle = { warnAfterSeconds: 60, warningStandsSeconds: 20, endingStandsSeconds: 15 };

type Change = Partial<Omit<ListedAppointment, 'patient' | 'start'>> & { patient?: Partial<ListedPatient> };

/** The appointment of the `number`th made-up patient at `time` with `clinician` here; `change` replaces what a test cares about. */
export function row(number: number, time: string, change: Change = {}): ListedAppointment {
  const { patient, ...rest } = change;
  return sampleAppointment(number, {
    start: wallTimeSchema.parse(`${day}T${time}`),
    sourceAppointmentId: `A${number}-${time.replace(':', '')}`,
    clinician,
    isNurseLed: false,
    location: site,
    ...rest,
    patient: samplePatient(number, patient),
  });
}

/** What the patient of `row` answers: date of birth and first letter, and the postcode if it is given here. */
export function byLetter({ patient }: ListedAppointment, postcode?: string): IdentityClaim {
  const letter = letterSchema.parse(patient.lastName.charAt(0).toUpperCase());
  const claim = { by: 'letter' as const, dateOfBirth: patient.dateOfBirth, letter };
  return postcode === undefined ? claim : { ...claim, postcode: postcodeSchema.parse(postcode) };
}

export function byPostcode({ patient }: ListedAppointment): IdentityClaim {
  return { by: 'postcode', dateOfBirth: patient.dateOfBirth, postcode: postcodeSchema.parse(patient.postcode) };
}

export function byBarcode({ patient, sourceAppointmentId }: ListedAppointment): IdentityClaim {
  return {
    by: 'barcode',
    dateOfBirth: patient.dateOfBirth,
    appointmentId: barcodeSchema.parse(sourceAppointmentId),
  };
}

/** Somebody whom no list of these tests holds. */
export const nobody: IdentityClaim = {
  by: 'letter',
  dateOfBirth: dateOfBirthSchema.parse('1951-02-03'),
  letter: letterSchema.parse('X'),
};

/** Puts a list into use, as an import does. */
export async function importRows(
  store: Store,
  rows: readonly ListedAppointment[],
  options: { rules: PracticeRules; listAsOf?: string; source?: string; on?: Day },
): Promise<void> {
  const { rules, listAsOf = tenOClock, source = 'emis', on = day } = options;
  const id = randomUUID();
  await store.write((db) => startImport(db, { id, source, day: on, startedAt: listAsOf, listAsOf }));
  await stageList(store, id, rows);
  const relink = relinkFor([source], rules);
  await store.write((db) => switchIn(db, { importIds: [id], day: on, at: listAsOf, relink, newId: randomUUID }));
}

interface CheckInTest {
  rows?: readonly ListedAppointment[];
  rules?: Partial<PracticeRules>;
  now?: string;
  listAsOf?: string;
  /** Wraps the store that check-in is given. */
  store?: (real: Store) => Store;
}

/** Check-in on a real store with a list in use (none without `rows`); time stands still until a test moves it. */
export async function openCheckIn({ rows, rules = {}, now, listAsOf, store }: CheckInTest = {}) {
  const practice = await openPractice({ rules, ...(now === undefined ? {} : { now }) });
  const { timers, changes, log } = practice;
  const list = async (listed: readonly ListedAppointment[], asOf = listAsOf): Promise<void> =>
    importRows(practice.store, listed, {
      rules: practice.settings.rules(),
      ...(asOf === undefined ? {} : { listAsOf: asOf }),
    });
  if (rows !== undefined) await list(rows);
  practice.published.length = 0;
  const session = createVisitSession({ idle, timers, changes, log });
  const settings = { ...practice.settings, machine: () => ({ ...defaultMachineSettings, site }) };
  const listState = createListState({ ...practice, settings });
  const checkIn = createCheckIn({
    ...practice,
    listState,
    session,
    ...(store === undefined ? {} : { store: store(practice.store) }),
  });
  /** Makes a claim and lets the fixed time pass. */
  const claim = async (asked: IdentityClaim): Promise<CheckInAnswer | 'closed'> => {
    const answering = checkIn.claim(asked);
    await settle();
    timers.advance(50);
    return answering;
  };
  return {
    ...practice,
    session,
    checkIn,
    claim,
    list,
    visits: () => visitsOfDay(practice.store.db, day),
    alerts: () => openAlerts(practice.store.db, day),
    counts: () => countsOfDay(practice.store.db, day),
  };
}

/** A store whose disk is full at the commit, while `isFull` says so: the work is done, and then undone. */
export function failingAtCommit(real: Store, isFull: () => boolean = () => true): Store {
  const write: Store['write'] = (work) =>
    real.write(async (db) => {
      const done = await work(db);
      if (isFull()) throw new Error('disk full');
      return done;
    });
  return new Proxy(real, { get: (of, name) => (name === 'write' ? write : Reflect.get(of, name)) });
}

/** The handle of an ending that has one. Fails the test otherwise. */
export function handleOf(answer: CheckInAnswer | 'closed'): string {
  if (answer === 'closed' || !('handle' in answer)) throw new Error('This ending has no handle');
  return answer.handle;
}
