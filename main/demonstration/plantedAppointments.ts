import type { WallTime } from '../../preload/contract/rules/dates';
import type { AppointmentStatus, Marking, Mode } from '../domain/types';
import type { Placement } from './placement';
import type { PersonKey } from './plantedPeople';
import { doctorRao, doctorWhitfield, nurseMensah, pharmacistYusuf, physiotherapistPrice } from './practice';

/** One appointment of somebody planted. `start` null: it cannot be on this day at this minute, so it is left out. */
export interface PlantedAppointment {
  who: PersonKey;
  start: WallTime | null;
  clinician: string;
  mode: Mode;
  status: AppointmentStatus;
  marking: Marking;
  patientMarking: Marking;
  hasNeed: boolean;
  hasOnlineAccount: boolean | null;
}

/** The appointments of everybody planted, placed so that each shows its case now. */
export function plantAppointments(placement: Placement): PlantedAppointment[] {
  const { open, later, tooEarly, tooLate } = placement;
  const last = open.at(-1) ?? open[0];
  /** The open start number `place`, counted from the first; the last one where there are fewer. */
  const at = (place: number): WallTime => open[place] ?? last;
  return [
    book('soon', last, doctorRao),
    book('twoAppointments', later === null ? at(0) : last, nurseMensah),
    book('twoAppointments', later ?? last, doctorWhitfield),
    { ...book('alreadyArrived', at(1), doctorRao), status: 'arrived' },
    // With a doctor: sessions that a nurse leads may open earlier and close later.
    book('tooEarly', tooEarly, doctorRao),
    book('tooLate', tooLate, doctorRao),
    { ...book('byPhone', at(0), doctorWhitfield), mode: 'phone' },
    { ...book('byVideo', at(0), doctorRao), mode: 'video' },
    { ...book('homeVisit', later ?? last, doctorRao), mode: 'homeVisit' },
    book('otherSite', at(2), pharmacistYusuf),
    { ...book('cancelled', at(0), physiotherapistPrice), status: 'cancelled' },
    { ...book('didNotAttend', tooLate, doctorWhitfield), status: 'didNotAttend' },
    book('sameBirthday', at(3), doctorWhitfield),
    book('sameBirthdayOther', at(4), physiotherapistPrice),
    book('sameBirthdayAndLetter', at(4), doctorWhitfield),
    book('sameBirthdayAndLetterOther', at(1), physiotherapistPrice),
    book('twinOne', at(1), nurseMensah),
    book('twinTwo', at(3), nurseMensah),
    book('leapDay', at(3), physiotherapistPrice),
    book('firstOfJanuary', at(3), doctorRao),
    book('firstOfJanuaryTwo', at(1), doctorWhitfield),
    book('firstOfJanuaryThree', at(2), doctorRao),
    book('firstOfJanuaryUnclear', at(2), doctorWhitfield),
    book('firstOfJanuaryUnclearTwo', at(2), physiotherapistPrice),
    book('firstOfJanuaryUnclearThree', at(2), nurseMensah),
    // One after the other with one clinician, as a family is booked.
    book('siblingOldest', at(0), nurseMensah),
    book('siblingMiddle', at(2), nurseMensah),
    book('siblingYoungest', at(4), nurseMensah),
    { ...book('oneWordName', at(4), physiotherapistPrice), hasOnlineAccount: false },
    book('aged104', at(3), nurseMensah),
    book('apostrophe', at(1), doctorRao),
    // Invited to sign up once they are checked in.
    { ...book('diacritics', at(3), doctorWhitfield), hasOnlineAccount: false },
    book('diacriticsStroke', at(4), doctorRao),
    book('longName', at(3), doctorRao),
    { ...book('privateAppointment', at(1), doctorWhitfield), marking: 'private' },
    { ...book('seeReception', at(2), physiotherapistPrice), patientMarking: 'seeReception' },
    { ...book('beingCalled', at(0), doctorRao), status: 'sentIn' },
    { ...book('askedToComeIn', at(2), physiotherapistPrice), mode: 'phone' },
    { ...book('needListed', at(2), doctorWhitfield), hasNeed: true },
    // Came early, and did not wait.
    { ...book('left', at(0), doctorWhitfield), status: 'left' },
  ];
}

function book(who: PersonKey, start: WallTime | null, clinician: string): PlantedAppointment {
  const plain = { marking: 'none', patientMarking: 'none', hasNeed: false, hasOnlineAccount: null } as const;
  return { who, start, clinician, mode: 'inPerson', status: 'booked', ...plain };
}
