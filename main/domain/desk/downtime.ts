import { Temporal } from 'temporal-polyfill';
import type { DowntimeSheet } from '../../../preload/contract/desk/today';
import { foldName } from '../../../preload/contract/rules/letter';
import { clockTimeOf, nowAt } from '../time';
import type { Appointment, Arrival, ListedPatient } from '../types';
import { isMarkedBy } from './rowsAppointments';

export type SheetRow = DowntimeSheet['rows'][number];

/** An arrival as far as the sheet goes. `clinician`: who sees them, after a move. */
export type SheetArrival = Pick<Arrival, 'appointmentId' | 'start' | 'clinician' | 'arrivedAt'> &
  Pick<ListedPatient, 'lastName' | 'firstName' | 'dateOfBirth'> & { ticket: string | null; isTicked: boolean };

/**
 * One row of the sheet for each of `listed`, with the arrival at it if there is one.
 * @param arrivals by the row they are linked to.
 */
export function listedSheetRows(
  listed: readonly Appointment[],
  arrivals: ReadonlyMap<number, SheetArrival>,
): SheetRow[] {
  return listed.map((row) => {
    const arrival = arrivals.get(row.id);
    const { lastName, firstName, dateOfBirth } = row.patient;
    return {
      start: clockTimeOf(row.start),
      clinician: arrival?.clinician ?? row.clinician,
      lastName,
      firstName,
      dateOfBirth,
      mode: row.mode,
      listed: row.status,
      arrivedAt: arrival === undefined ? null : timeOf(arrival.arrivedAt),
      ticket: arrival?.ticket ?? null,
      isMarked: arrival?.isTicked === true || isMarkedBy(row, arrival ?? null),
    };
  });
}

/** Somebody who has checked in and whom the lists in use do not hold: they are here all the same. */
export function unlistedSheetRow(arrival: SheetArrival): SheetRow {
  const { start, clinician, lastName, firstName, dateOfBirth, ticket, isTicked } = arrival;
  return {
    start: clockTimeOf(start),
    clinician,
    lastName,
    firstName,
    dateOfBirth,
    mode: 'inPerson',
    listed: null,
    arrivedAt: timeOf(arrival.arrivedAt),
    ticket,
    isMarked: isTicked,
  };
}

/** A text by which rows are in the order in which reception looks for somebody: by time, then by name however it is written. */
export function sheetOrder({ start, lastName, firstName }: SheetRow): string {
  return `${start} ${foldName(lastName)} ${foldName(firstName)}`;
}

function timeOf(instant: string): SheetRow['arrivedAt'] {
  return nowAt(Temporal.Instant.from(instant).epochMilliseconds).time;
}
