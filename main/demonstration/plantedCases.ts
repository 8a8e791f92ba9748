import type { Barcode } from '../../preload/contract/rules/barcode';
import { letterSchema } from '../../preload/contract/rules/letter';
import type { PersonKey, PlantedPerson } from './plantedPeople';
import type { CaseKey, EndingKind, PlantedCase } from './types';

interface CaseSpecification {
  key: CaseKey;
  who: PersonKey;
  letter: string;
  ending: EndingKind;
  isPostcodeAsked?: true;
}

const specifications: readonly CaseSpecification[] = [
  { key: 'soon', who: 'soon', letter: 'F', ending: 'checkedIn' },
  { key: 'twoAppointments', who: 'twoAppointments', letter: 'O', ending: 'checkedIn' },
  { key: 'alreadyArrived', who: 'alreadyArrived', letter: 'P', ending: 'alreadyCheckedIn' },
  { key: 'tooEarly', who: 'tooEarly', letter: 'L', ending: 'tooEarly' },
  { key: 'tooLate', who: 'tooLate', letter: 'R', ending: 'tooLate' },
  { key: 'byPhone', who: 'byPhone', letter: 'N', ending: 'byPhone' },
  { key: 'byVideo', who: 'byVideo', letter: 'E', ending: 'byVideo' },
  { key: 'homeVisit', who: 'homeVisit', letter: 'H', ending: 'homeVisit' },
  { key: 'otherSite', who: 'otherSite', letter: 'V', ending: 'otherSite' },
  { key: 'cancelled', who: 'cancelled', letter: 'G', ending: 'reception' },
  { key: 'didNotAttend', who: 'didNotAttend', letter: 'U', ending: 'reception' },
  { key: 'sameBirthday', who: 'sameBirthday', letter: 'S', ending: 'checkedIn' },
  {
    key: 'sameBirthdayAndLetter',
    who: 'sameBirthdayAndLetter',
    letter: 'H',
    ending: 'checkedIn',
    isPostcodeAsked: true,
  },
  { key: 'twins', who: 'twinOne', letter: 'D', ending: 'reception', isPostcodeAsked: true },
  { key: 'leapDay', who: 'leapDay', letter: 'Q', ending: 'checkedIn' },
  { key: 'firstOfJanuary', who: 'firstOfJanuary', letter: 'T', ending: 'checkedIn', isPostcodeAsked: true },
  {
    key: 'firstOfJanuaryUnclear',
    who: 'firstOfJanuaryUnclear',
    letter: 'M',
    ending: 'reception',
    isPostcodeAsked: true,
  },
  { key: 'siblingOldest', who: 'siblingOldest', letter: 'A', ending: 'checkedIn' },
  { key: 'siblingMiddle', who: 'siblingMiddle', letter: 'C', ending: 'checkedIn' },
  { key: 'siblingYoungest', who: 'siblingYoungest', letter: 'A', ending: 'checkedIn' },
  { key: 'oneWordName', who: 'oneWordName', letter: 'W', ending: 'checkedIn' },
  { key: 'aged104', who: 'aged104', letter: 'Y', ending: 'checkedIn' },
  { key: 'apostrophe', who: 'apostrophe', letter: 'N', ending: 'checkedIn' },
  { key: 'diacritics', who: 'diacritics', letter: 'O', ending: 'checkedIn' },
  { key: 'diacriticsStroke', who: 'diacriticsStroke', letter: 'L', ending: 'checkedIn' },
  { key: 'longName', who: 'longName', letter: 'T', ending: 'checkedIn' },
  { key: 'privateAppointment', who: 'privateAppointment', letter: 'Z', ending: 'reception' },
  { key: 'seeReception', who: 'seeReception', letter: 'I', ending: 'reception' },
  { key: 'beingCalled', who: 'beingCalled', letter: 'J', ending: 'alreadyCheckedIn' },
  { key: 'askedToComeIn', who: 'askedToComeIn', letter: 'K', ending: 'byPhone' },
  { key: 'needListed', who: 'needListed', letter: 'B', ending: 'checkedIn' },
  { key: 'left', who: 'left', letter: 'X', ending: 'reception' },
];

/**
 * The cases that can end as they say.
 * @param barcodeOf the id of somebody's first appointment on the list; null: they have none.
 * @param isOpen whether anybody can be checked in now (see `Placement`).
 */
export function describeCases(
  people: Readonly<Record<PersonKey, PlantedPerson>>,
  barcodeOf: (who: PersonKey) => Barcode | null,
  isOpen: boolean,
): PlantedCase[] {
  return specifications.flatMap(({ key, who, letter, ending, isPostcodeAsked }) => {
    const barcode = barcodeOf(who);
    if (barcode === null || (ending === 'checkedIn' && !isOpen)) return [];
    const { dateOfBirth, postcode } = people[who];
    return [
      {
        key,
        dateOfBirth,
        letter: letterSchema.parse(letter),
        postcode,
        isPostcodeAsked: isPostcodeAsked ?? false,
        barcode,
        ending,
      },
    ];
  });
}
