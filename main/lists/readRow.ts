import type { DateOfBirth, Day, WallTime } from '../../preload/contract/rules/dates';
import { foldPostcode } from '../../preload/contract/rules/postcode';
import type { ListedAppointment } from '../domain/types';
import { isMangledNumber, longestText, tidyText } from './cells';
import { readClinician } from './clinicianName';
import { bornBy, readDay } from './dates';
import { memoize } from './memoize';
import { readMode } from './modes';
import { readNhsNumber } from './nhsNumberCell';
import { isLedByNurse } from './nurseLed';
import { readOnlineAccount } from './onlineAccount';
import { readNameParts, readWholeName } from './patientName';
import type { Field } from './fields';
import type { Remarks } from './remarks';
import type { StatusReading } from './statuses';
import { minutesOf, readMinutes, readTime } from './times';

/** A row as cells by field; a field the export has no column for is blank. */
export type Cells = Readonly<Record<Field, string>>;

/** What became of a row: an appointment, perhaps with a remark for staff, or the reasons why it cannot be one. */
export type RowReading = { appointment: ListedAppointment; note: string | null } | { reasons: string[] };

/** No English person living was born before; design §6 takes no earlier date from the patient either. */
const earliestBirth = '1900-01-01';
const separator = '\u0000';

/**
 * Makes the reader of rows for `day`, whose cells are already clean and filled.
 * @param status reads a status word and remembers it.
 * @param nameOf gives a field's heading for messages.
 */
export function createRowReading(
  day: Day,
  status: (text: string) => StatusReading,
  nameOf: (field: Field) => string,
): (cells: Cells, remarks: Remarks, line: number) => RowReading {
  const birthDay = memoize((text) => readDay(text.trim(), bornBy(day)));
  const time = memoize(readTime);
  const clinicianName = memoize(readClinician);
  const mode = memoize((joined) => {
    const [said = '', ...hints] = joined.split(separator);
    return readMode(said, hints);
  });
  const nurseLed = memoize((joined) => {
    const [role = '', clinician = '', session = ''] = joined.split(separator);
    return isLedByNurse(role, clinician, session);
  });

  const onlineAccount = memoize(readOnlineAccount);

  const noteOfNumber = `${nameOf('nhsNumber')} is not a valid NHS number; the appointment is loaded without it`;

  return (cells, remarks, line) => {
    const reasons: string[] = [];
    const startTime = time(cells.time === '' ? cells.start : cells.time);
    if (startTime === null) {
      const field = cells.time === '' && cells.start !== '' ? 'start' : 'time';
      reasons.push(cells[field] === '' ? `${nameOf(field)} is blank` : `${nameOf(field)} is not a time of day`);
    }
    const endTime = cells.end === '' ? null : time(cells.end);
    if (cells.end !== '' && endTime === null) reasons.push(`${nameOf('end')} is not a time of day`);
    let duration = readMinutes(cells.duration);
    if (startTime !== null && endTime !== null) {
      if (endTime < startTime) reasons.push('the appointment ends before it starts');
      else duration = duration ?? (minutesOf(endTime) - minutesOf(startTime) || null);
    }
    if (duration !== null && duration < 0) reasons.push('the appointment ends before it starts');

    const clinician = cells.clinician.length > longestText ? '' : clinicianName(cells.clinician);
    if (clinician === '')
      reasons.push(cells.clinician === '' ? `${nameOf('clinician')} is blank` : `${nameOf('clinician')} is not a name`);

    const statusRead = status(cells.status);
    if (statusRead === 'unknownWord' || statusRead === 'emptySlot')
      reasons.push(
        cells.status === ''
          ? `${nameOf('status')} is blank`
          : `${nameOf('status')} is not a status we know${statusRead === 'emptySlot' ? ' for a booked appointment' : ''}`,
      );

    const name = readName(cells);
    if (name === null) reasons.push('the last name is missing');
    const nameField: Field = cells.patientName === '' ? 'familyName' : 'patientName';
    if (name !== null && (name.lastName.length > longestText || name.firstName.length > longestText))
      reasons.push(`${nameOf(nameField)} is too long to be a name`);

    const dateOfBirth = cells.dateOfBirth === '' ? null : birthDay(cells.dateOfBirth);
    if (cells.dateOfBirth === '') reasons.push(`${nameOf('dateOfBirth')} is blank`);
    else if (dateOfBirth === null) reasons.push(`${nameOf('dateOfBirth')} is not a date`);
    else if (dateOfBirth > day) reasons.push(`${nameOf('dateOfBirth')} is in the future`);
    else if (dateOfBirth < earliestBirth) reasons.push(`${nameOf('dateOfBirth')} is before 1900`);

    for (const field of ['nhsNumber', 'patientId', 'appointmentId'] as const) {
      if (isMangledNumber(cells[field]))
        reasons.push(
          `${nameOf(field)} was shortened by a spreadsheet (as in 9.99E+09), so its digits are lost: export without opening the file in a spreadsheet`,
        );
      else if (cells[field].length > longestText) reasons.push(`${nameOf(field)} is too long`);
    }
    for (const field of ['location', 'slotType', 'rotaType'] as const) {
      if (cells[field].length > longestText) reasons.push(`${nameOf(field)} is too long`);
    }
    if (
      reasons.length > 0 ||
      startTime === null ||
      name === null ||
      dateOfBirth === null ||
      statusRead === 'unknownWord' ||
      statusRead === 'emptySlot'
    )
      return { reasons };

    const nhsNumber = cells.nhsNumber === '' ? null : readNhsNumber(cells.nhsNumber);
    return {
      appointment: {
        patient: {
          nhsNumber,
          sourcePatientId: orNull(cells.patientId),
          lastName: name.lastName,
          firstName: name.firstName,
          dateOfBirth: dateOfBirth as string as DateOfBirth,
          postcode: foldPostcode(cells.postcode),
        },
        sourceAppointmentId: orNull(cells.appointmentId),
        start: `${day}T${startTime}` as WallTime,
        durationMinutes: duration,
        clinician,
        isNurseLed: nurseLed([cells.role, cells.clinician, `${cells.slotType} ${cells.rotaType}`].join(separator)),
        location: orNull(cells.location),
        slotType: orNull(cells.slotType) ?? orNull(cells.rotaType),
        mode: mode([cells.mode, cells.flags, cells.slotType, cells.rotaType].join(separator)),
        status: statusRead,
        marking: remarks.marking,
        patientMarking: remarks.patientMarking,
        hasNeed: remarks.hasNeed,
        hasOnlineAccount: cells.onlineAccount === '' ? null : onlineAccount(cells.onlineAccount),
        line,
      },
      note: nhsNumber === null && cells.nhsNumber !== '' ? withNote(noteOfNumber, remarks.note) : remarks.note,
    };
  };
}

function readName(cells: Cells): ReturnType<typeof readWholeName> {
  // Several columns may name the patient; the parts are surer than the whole, which has to be taken apart.
  const parts =
    cells.familyName === '' && cells.givenName === '' ? null : readNameParts(cells.familyName, cells.givenName);
  return parts ?? readWholeName(cells.patientName);
}

function withNote(note: string, other: string | null): string {
  return other === null ? note : `${note}; ${other}`;
}

function orNull(text: string): string | null {
  const tidy = tidyText(text);
  return tidy === '' ? null : tidy;
}
