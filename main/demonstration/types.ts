import type { CheckInAnswer } from '../../preload/contract/kiosk';
import type { Barcode } from '../../preload/contract/rules/barcode';
import type { DateOfBirth } from '../../preload/contract/rules/dates';
import type { NameLetter } from '../../preload/contract/rules/letter';
import type { FoldedPostcode } from '../../preload/contract/rules/postcode';
import type { ListedAppointment } from '../domain/types';

/** How a planted case ends at the kiosk: never at another question. */
export type EndingKind = Exclude<CheckInAnswer['kind'], 'askPostcode'>;

/** Names of the cases that are planted into the day for somebody to try. */
export type CaseKey =
  | 'soon'
  | 'twoAppointments'
  | 'alreadyArrived'
  | 'tooEarly'
  | 'tooLate'
  | 'byPhone'
  | 'byVideo'
  | 'homeVisit'
  | 'otherSite'
  | 'cancelled'
  | 'didNotAttend'
  | 'sameBirthday'
  | 'sameBirthdayAndLetter'
  | 'twins'
  | 'leapDay'
  | 'firstOfJanuary'
  | 'firstOfJanuaryUnclear'
  | 'siblingOldest'
  | 'siblingMiddle'
  | 'siblingYoungest'
  | 'oneWordName'
  | 'aged104'
  | 'apostrophe'
  | 'diacritics'
  | 'diacriticsStroke'
  | 'longName'
  | 'privateAppointment'
  | 'seeReception'
  | 'beingCalled'
  | 'askedToComeIn'
  | 'needListed'
  | 'left';

/** One patient to try: what to type, and what the kiosk then does, at the minute the day was made for. */
export interface PlantedCase {
  key: CaseKey;
  dateOfBirth: DateOfBirth;
  letter: NameLetter;
  postcode: FoldedPostcode;
  /** True when date of birth and letter alone leave the kiosk asking for the postcode. */
  isPostcodeAsked: boolean;
  /** What the barcode of their appointment letter holds; of the first one where there are several. */
  barcode: Barcode;
  ending: EndingKind;
}

/** A whole made-up day of a made-up practice. */
export interface DemonstrationDay {
  practice: string;
  /** Where this kiosk stands, as `sites` spells it. */
  site: string;
  sites: readonly string[];
  /** Display names, as the public may see them. */
  clinicians: readonly string[];
  /** The day list, in order of time. */
  appointments: ListedAppointment[];
  /** Only the cases that can be shown at this minute: at five past midnight nobody can be too late. */
  cases: PlantedCase[];
}
