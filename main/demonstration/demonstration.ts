import { readBarcode, type Barcode } from '../../preload/contract/rules/barcode';
import type { ListedAppointment, ListedPatient, Now } from '../domain/types';
import { makeNhsNumbers } from './nhsNumbers';
import { makeOrdinaryDay, minutesOf, slotMinutes, type OrdinaryAppointment } from './ordinaryDay';
import { placeAround } from './placement';
import { plantAppointments, type PlantedAppointment } from './plantedAppointments';
import { describeCases } from './plantedCases';
import { plantPeople, type PersonKey, type PlantedPerson } from './plantedPeople';
import { branchSite, mainSite, practiceName, sessionOf, sessions } from './practice';
import type { DemonstrationDay } from './types';

export type { DemonstrationDay } from './types';

/** About as many as a practice of this size sees on a day. */
const appointmentCount = 200;
const firstPatientId = 40_001;

/** A row before it has its place in the list. */
type Row = Omit<ListedAppointment, 'line'>;

/**
 * A synthetic practice with its day list for the day of `now`: about 200 appointments, most of them ordinary, and the planted
 * cases placed around `now`. The same minute always gives the same day; at another minute of the same day everybody
 * keeps their numbers and appointment ids, so a restarted demonstration finds its arrivals again. Everybody is made up.
 * Throws if `now.day` is not the London day of `now.epochMilliseconds`.
 */
export function createDemonstration(now: Now): DemonstrationDay {
  const people = plantPeople(now.day);
  const keys = Object.keys(people) as PersonKey[];
  const plantedPeople: PlantedPerson[] = Object.values(people);
  const ordinary = makeOrdinaryDay(now, new Set(plantedPeople.map(({ dateOfBirth }) => dateOfBirth)));
  const listed = numberPatients([...plantedPeople, ...ordinary.map(({ patient }) => patient)]);
  const patients = new Map(keys.map((who, index) => [who, listed[index]] as const));

  const placement = placeAround(now);
  const planted = plantAppointments(placement).flatMap((appointment, index) =>
    toPlantedRow(appointment, index, patients.get(appointment.who)),
  );
  const filled = ordinary
    .flatMap((appointment, index) => toOrdinaryRow(appointment, listed[keys.length + index]))
    .filter((row) => !planted.some((other) => overlaps(row, other)))
    .slice(0, appointmentCount - planted.length);
  const barcodeOf = (who: PersonKey): Barcode | null => {
    const row = planted.find(({ patient }) => patient === patients.get(who));
    return readBarcode(row?.sourceAppointmentId ?? '');
  };

  return {
    practice: practiceName,
    site: mainSite,
    sites: [mainSite, branchSite],
    clinicians: sessions.map(({ clinician }) => clinician),
    appointments: [...planted, ...filled].sort(byTime).map((row, index) => ({ ...row, line: index + 1 })),
    cases: describeCases(people, barcodeOf, placement.isOpen),
  };
}

type PatientBeforeNumbers = OrdinaryAppointment['patient'];

/** Gives everybody the NHS number and the patient id of their place in the order: the same ones on every run. */
function numberPatients(people: readonly PatientBeforeNumbers[]): ListedPatient[] {
  const nhsNumbers = makeNhsNumbers(people.length);
  return people.map((person, index) => ({
    ...person,
    nhsNumber: nhsNumbers[index] ?? null,
    sourcePatientId: String(firstPatientId + index),
  }));
}

function toPlantedRow(appointment: PlantedAppointment, index: number, patient: ListedPatient | undefined): Row[] {
  const { start, clinician, mode, status, marking, patientMarking, hasNeed, hasOnlineAccount } = appointment;
  if (start === null || patient === undefined) return [];
  const { site, isNurseLed, slotType } = sessionOf(clinician);
  const sourceAppointmentId = `DEMO-0-${index}`;
  const location = mode === 'homeVisit' ? null : site;
  const durationMinutes = slotMinutes;
  return [
    {
      patient,
      sourceAppointmentId,
      start,
      durationMinutes,
      clinician,
      isNurseLed,
      location,
      slotType,
      mode,
      status,
      marking,
      patientMarking,
      hasNeed,
      hasOnlineAccount,
    },
  ];
}

function toOrdinaryRow(appointment: OrdinaryAppointment, patient: ListedPatient | undefined): Row[] {
  if (patient === undefined) return [];
  const { id, session, start, mode, status } = appointment;
  const { clinician, isNurseLed, site, slotType } = session;
  const durationMinutes = slotMinutes;
  return [
    {
      patient,
      sourceAppointmentId: id,
      start,
      durationMinutes,
      clinician,
      isNurseLed,
      location: site,
      slotType,
      mode,
      status,
      marking: 'none',
      patientMarking: 'none',
      hasNeed: false,
      hasOnlineAccount: null,
    },
  ];
}

function overlaps(one: Row, other: Row): boolean {
  return one.clinician === other.clinician && Math.abs(minutesOf(one.start) - minutesOf(other.start)) < slotMinutes;
}

function byTime(one: Row, other: Row): number {
  return one.start < other.start
    ? -1
    : one.start > other.start
      ? 1
      : one.clinician.localeCompare(other.clinician, 'en');
}
