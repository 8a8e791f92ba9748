import type { DateOfBirth, Day } from '../../preload/contract/rules/dates';
import { postcodeSchema, type FoldedPostcode } from '../../preload/contract/rules/postcode';
import { bornDaysAgo, bornOn, bornOnLeapDay } from './birthdays';

/** Somebody planted into the day, before numbers are given out. */
export interface PlantedPerson {
  lastName: string;
  firstName: string;
  dateOfBirth: DateOfBirth;
  postcode: FoldedPostcode;
}

/** A shared house: several adults, all recorded as born on the same 1 January (domain: day of birth not known). */
const sharedHouse = 'HV9 4QX';
const siblingsHome = 'HV8 2NE';

/**
 * Everybody planted, on `day`. Every birthday (day and month) is given out once, so that two people share a date of birth only
 * where they are meant to, whatever the year.
 */
export function plantPeople(day: Day) {
  const pair = bornOn(day, 47, '06-18');
  const namesakes = bornOn(day, 63, '10-07');
  const twins = bornOn(day, 8, '04-26');
  const unknownDay = bornOn(day, 34, '01-01');
  return {
    soon: person('Fletcher', 'Martin', bornOn(day, 52, '03-14'), 'HV7 1AB'),
    twoAppointments: person('Osei', 'Abena', bornOn(day, 38, '07-22'), 'HV7 1DE'),
    alreadyArrived: person('Pemberton', 'Judith', bornOn(day, 71, '11-03'), 'HV7 1GH'),
    tooEarly: person('Lindqvist', 'Karin', bornOn(day, 44, '02-09'), 'HV7 2JL'),
    tooLate: person('Rahman', 'Shafiq', bornOn(day, 29, '08-30'), 'HV7 2NP'),
    byPhone: person('Nowicki', 'Tomasz', bornOn(day, 41, '05-05'), 'HV7 2QR'),
    byVideo: person('Ekwueme', 'Ngozi', bornOn(day, 33, '12-12'), 'HV7 3ST'),
    homeVisit: person('Hartley', 'Winifred', bornOn(day, 93, '09-15'), 'HV7 3UW'),
    otherSite: person('Vaughan', 'Elin', bornOn(day, 57, '01-24'), 'HV7 3XY'),
    cancelled: person('Ghosh', 'Debashish', bornOn(day, 49, '10-19'), 'HV7 4AB'),
    didNotAttend: person('Underwood', 'Kyle', bornOn(day, 23, '04-02'), 'HV7 4DE'),
    sameBirthday: person('Sharma', 'Pooja', pair, 'HV7 4GH'),
    sameBirthdayOther: person('Bristow', 'Neil', pair, 'HV7 4JL'),
    sameBirthdayAndLetter: person('Hughes', 'Margaret', namesakes, 'HV7 5NP'),
    sameBirthdayAndLetterOther: person('Haddad', 'Samir', namesakes, 'HV7 5QR'),
    twinOne: person('Donnelly', 'Isla', twins, 'HV7 5ST'),
    twinTwo: person('Donnelly', 'Freya', twins, 'HV7 5ST'),
    leapDay: person('Quigley', 'Roisin', bornOnLeapDay(day, 30), 'HV7 6UW'),
    firstOfJanuary: person('Tesfay', 'Dawit', unknownDay, sharedHouse),
    firstOfJanuaryTwo: person('Ahmadzai', 'Rahim', unknownDay, sharedHouse),
    firstOfJanuaryThree: person('Keita', 'Mamadou', unknownDay, sharedHouse),
    firstOfJanuaryUnclear: person('Mohammadi', 'Farid', unknownDay, sharedHouse),
    firstOfJanuaryUnclearTwo: person('Mebrahtu', 'Yonas', unknownDay, sharedHouse),
    firstOfJanuaryUnclearThree: person('Mahmoud', 'Tarek', unknownDay, sharedHouse),
    siblingOldest: person('Adeyemi-Clarke', 'Temi', bornOn(day, 9, '05-28'), siblingsHome),
    siblingMiddle: person('Adeyemi-Clarke', 'Jonah', bornOn(day, 6, '08-11'), siblingsHome),
    siblingYoungest: person('Adeyemi-Clarke', 'Ella', bornDaysAgo(day, 52), siblingsHome),
    oneWordName: person('Wulandari', '', bornOn(day, 36, '11-17'), 'HV7 6XY'),
    aged104: person('Yarrow', 'Ethel', bornOn(day, 104, '03-31'), 'HV7 7AB'),
    apostrophe: person("O'Neil", 'Patrick', bornOn(day, 60, '02-21'), 'HV7 7DE'),
    diacritics: person('Ólafsdóttir', 'Sigríður', bornOn(day, 31, '06-03'), 'HV7 7GH'),
    diacriticsStroke: person('Łukaszewicz', 'Zdzisława', bornOn(day, 68, '12-29'), 'HV7 8JL'),
    longName: person(
      'Ranganathaswamy Vijayaraghavachariar Subramanyam Tirunelveli',
      'Lakshminarayanan',
      bornOn(day, 55, '07-08'),
      'HV7 8NP',
    ),
    privateAppointment: person('Zielinski', 'Renata', bornOn(day, 37, '09-02'), 'HV7 8QR'),
    seeReception: person('Ives', 'Colin', bornOn(day, 66, '01-13'), 'HV7 8ST'),
    beingCalled: person('Jarvis', 'Denise', bornOn(day, 58, '04-17'), 'HV7 8UW'),
    askedToComeIn: person('Kapoor', 'Sanjay', bornOn(day, 45, '06-25'), 'HV7 9AB'),
    needListed: person('Bielska', 'Halina', bornOn(day, 74, '08-05'), 'HV7 9DE'),
    left: person('Xiong', 'Bao', bornOn(day, 27, '12-06'), 'HV7 9GH'),
  } as const satisfies Record<string, PlantedPerson>;
}

export type PersonKey = keyof ReturnType<typeof plantPeople>;

function person(lastName: string, firstName: string, dateOfBirth: DateOfBirth, postcode: string): PlantedPerson {
  return { lastName, firstName, dateOfBirth, postcode: postcodeSchema.parse(postcode.replace(' ', '')) };
}
