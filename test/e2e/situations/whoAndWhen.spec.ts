import { expect, test } from '@playwright/test';
import { claimOf } from '../../support/dayLists';
import { answerQuestions, checkIn, enterDateOfBirth, enterPostcode, press } from '../../support/patient';
import {
  another,
  checkInSomeoneElse,
  openSituations,
  patient,
  type Situation,
  type SituationKiosk,
} from '../../support/situations';

/* Ten in the morning on an ordinary Monday: who is checked in, who is not, and what each is told. */

const reception = 'Please speak to reception';
const drRao = { title: 'Dr', firstName: 'Anita', lastName: 'RAO' };
const drField = { title: 'Dr', firstName: 'James', lastName: 'FIELD' };
const nurseWest = { title: 'Nurse', firstName: 'Carol', lastName: 'WEST' };
const withRao = { clinician: drRao, userType: 'General Practitioner' };
const withField = { clinician: drField, userType: 'General Practitioner' };
const withNurse = { clinician: nurseWest, userType: 'Practice Nurse' };

const plain = patient('10:05', withRao);
const pair = patient('10:10', withRao);
const slots = patient('10:10', withRao);
const morningAndAfternoon = patient('10:10', withRao);
const hereAndElsewhere = patient('10:10', withRao);
const hereAndPhone = patient('10:10', withRao);
const hereAndLate = patient('10:10', withField);
const early = patient('15:00', withRao);
const earlyAndPhone = patient('14:00', withRao);
const twinOne = patient('10:10', { lastName: 'Twinberry', firstName: 'Ambrose' });
const twinTwo = { ...patient('10:15'), ...pick(twinOne), firstName: 'Benedicta' };
const onlyTwin = patient('10:10', { lastName: 'Twinmore', firstName: 'Lucinda' });
const sameOne = patient('10:10', { lastName: 'Underhill', firstName: 'Marmaduke', postcode: 'LS1 2AB' });
const sameTwo = {
  ...patient('10:20', { lastName: 'Uppington', postcode: 'LS8 1AB' }),
  dateOfBirth: sameOne.dateOfBirth,
};
const newYear = patient('10:10', { dateOfBirth: '1980-01-01', postcode: 'LS7 3AB' });
const newYearOther = patient('10:10', { dateOfBirth: '1980-01-01', postcode: 'LS5 4AB' });
const siblings = [patient('10:05', withRao), patient('10:10', withRao), patient('10:15', withRao)];
const parent = patient('10:05', withField);
const child = patient('10:15', { ...withField, dateOfBirth: '2021-06-17' });
const carer = patient('10:10', withRao);
const married = patient('10:10', { ...withRao, lastName: 'Vandeleur', postcode: 'LS4 2AB' });
const wrongOnce = patient('10:10', withRao);
const ownWindow = patient('09:35', { clinician: { title: 'Dr', firstName: 'Gwen', lastName: 'PARKS' } });
const longSlot = patient('09:30', { ...withRao, slotType: 'Blood test' });
const branchWindow = patient('09:45', { ...withRao, location: '' });

/** What makes two people share all that the kiosk asks for. */
function pick({ dateOfBirth, postcode, lastName }: typeof plain) {
  return { dateOfBirth, postcode, lastName };
}

const situations: Situation[] = [
  {
    what: 'on time',
    rows: [plain],
    heading: 'You are checked in',
    says: ['10:05am', 'Dr Anita Rao', 'If you feel worse, tell reception'],
    saysNot: [/ticket/i, /(person is|people are) in front of you/],
    store({ visits, counts }) {
      expect(visits).toHaveLength(1);
      expect(visits[0]).toMatchObject({ notCheckedIn: null, ticket: null, arrivals: [{ state: 'arrived' }] });
      expect(visits[0]?.firstArrivedAt).toMatch(/^2026-11-23T10:0/);
      expect(counts['claims.found']).toBe(1);
    },
  },
  {
    what: 'checked in before: the first arrival stands',
    rows: [plain],
    heading: 'You are already checked in',
    says: ['10:05am', 'Dr Anita Rao'],
    store({ visits: [visit] }) {
      expect(visit?.arrivals).toHaveLength(1);
      expect(visit?.firstArrivedAt).toBe(visit?.arrivals[0]?.arrivedAt);
    },
  },
  {
    what: 'two appointments here, half an hour apart',
    rows: [pair, another(pair, '10:40', withNurse)],
    heading: 'You are checked in',
    says: ['10:10am', 'Dr Anita Rao', '10:40am', 'Nurse Carol West'],
    store: ({ visits }) => expect(visits[0]?.arrivals).toHaveLength(2),
  },
  {
    what: 'one appointment booked as three slots',
    rows: [slots, another(slots, '10:20'), another(slots, '10:30')],
    heading: 'You are checked in',
    says: ['10:10am'],
    saysNot: ['10:20am', '10:30am'],
    store: ({ visits }) => expect(visits[0]?.arrivals).toHaveLength(3),
  },
  {
    what: 'another appointment in the afternoon',
    rows: [morningAndAfternoon, another(morningAndAfternoon, '15:00', withNurse)],
    heading: 'You are checked in',
    says: ['10:10am', '3pm with Nurse Carol West. Check in for it from 2:30pm.'],
    store: ({ visits }) => expect(visits[0]?.arrivals).toHaveLength(1),
  },
  {
    what: 'one here and one at the other site',
    rows: [hereAndElsewhere, another(hereAndElsewhere, '11:30', { ...withField, location: 'Riverside Surgery' })],
    heading: 'You are checked in',
    says: ['10:10am', /11:30am at Riverside Surgery/],
    store: ({ visits }) => expect(visits[0]?.arrivals).toHaveLength(1),
  },
  {
    what: 'one here and one by phone',
    rows: [hereAndPhone, another(hereAndPhone, '11:30', { ...withField, slotType: 'Telephone' })],
    heading: 'You are checked in',
    says: ['10:10am', /11:30am by phone/],
  },
  {
    what: 'one here and one that is too late',
    rows: [hereAndLate, another(hereAndLate, '09:00', withRao)],
    heading: 'You are checked in',
    says: ['10:10am', '9am. Please ask reception about this appointment.'],
  },
  {
    what: 'too early: from when',
    rows: [early],
    heading: 'You are too early to check in',
    says: [/from 2:30pm/],
    saysNot: ['Dr Anita Rao'],
    store: ({ visits: [visit] }) =>
      expect(visit).toMatchObject({ notCheckedIn: 'tooEarly', opensAt: '2026-11-23T14:30:00.000Z', arrivals: [] }),
  },
  {
    what: 'too early here, and a phone call later',
    rows: [earlyAndPhone, another(earlyAndPhone, '17:00', { ...withField, slotType: 'Telephone' })],
    heading: 'You are too early to check in',
    says: [/from 1:30pm/, /You also have a phone call today/],
    saysNot: ['5pm'],
  },
  {
    what: 'too late: reception asks',
    rows: [patient('09:30', withRao)],
    heading: reception,
    says: ['You are later than we can check in here. Reception will ask whether you can still be seen.'],
    saysNot: ['Dr Anita Rao', '9:30am', 'Try again', /missed/],
    store: ({ visits: [visit] }) => expect(visit).toMatchObject({ notCheckedIn: 'tooLate', arrivals: [] }),
  },
  {
    what: 'late by 14 minutes for a nurse, whose window is wider',
    rows: [patient('09:46', withNurse)],
    heading: 'You are checked in',
    says: ['Nurse Carol West'],
  },
  {
    what: 'late by 25 minutes for a clinician whose window is their own',
    rows: [ownWindow],
    heading: 'You are checked in',
    says: ['Dr Gwen Parks'],
  },
  {
    what: 'late by 30 minutes for a kind of slot whose window is its own',
    rows: [longSlot],
    heading: 'You are checked in',
    says: ['9:30am'],
  },
  {
    what: 'a row without a place is here',
    rows: [branchWindow],
    heading: reception,
    says: [/later than we can check in/],
  },
  {
    what: 'both twins booked: reception, and one alert that names both',
    rows: [twinOne, twinTwo],
    heading: reception,
    store({ visits, alerts, counts }) {
      expect(visits).toEqual([]);
      expect(counts['claims.several']).toBe(1);
      expect(alerts.map(({ kind }) => kind)).toEqual(['cannotTell']);
      expect(JSON.stringify(alerts[0]?.detail)).toMatch(/Ambrose/i);
      expect(JSON.stringify(alerts[0]?.detail)).toMatch(/Benedicta/i);
    },
  },
  {
    what: 'both twins, the second time: the same words and no second alert',
    rows: [twinOne, twinTwo],
    heading: reception,
    store: ({ alerts }) => expect(alerts).toEqual([]),
  },
  { what: 'only one twin booked', rows: [onlyTwin], heading: 'You are checked in' },
  {
    what: 'a shared birthday and letter: the postcode tells',
    rows: [sameOne],
    heading: 'You are checked in',
    says: ['10:10am'],
    saysNot: ['10:20am'],
    act: (page) => checkIn(page, claimOf(sameOne)),
  },
  {
    what: 'born on 1 January: the postcode is always asked',
    rows: [newYear],
    heading: 'You are checked in',
    act: async (page) => {
      await press(page, 'Check in for an appointment');
      await enterDateOfBirth(page, newYear.dateOfBirth);
      await press(page, claimOf(newYear).letter);
      await press(page, 'Continue');
      await enterPostcode(page, newYear.postcode);
    },
  },
  {
    what: 'born on 1 January, the postcode is wrong',
    rows: [newYear],
    heading: reception,
    act: (page) => checkIn(page, { ...claimOf(newYear), postcode: 'ZE1 0AA' }),
    store: ({ visits, counts }) => {
      expect(counts).toMatchObject({ 'claims.nobody': 1 });
      expect(visits.map(({ lastSeenAt }) => lastSeenAt)).toHaveLength(1);
    },
  },
  {
    what: 'a name that changed: the second try asks the postcode',
    rows: [married],
    heading: 'You are checked in',
    act: async (page) => {
      await checkIn(page, { ...claimOf(married), letter: 'X' });
      await press(page, 'Try again');
      await enterDateOfBirth(page, married.dateOfBirth);
      await enterPostcode(page, married.postcode);
    },
  },
  {
    what: 'nobody on the list',
    heading: reception,
    says: ['Please go to the reception desk. They will help you.'],
    act: (page) => checkIn(page, { dateOfBirth: '1951-02-03', letter: 'X', postcode: 'ZE1 0AA' }),
    store: ({ counts, alerts }) => {
      expect(counts['claims.nobody']).toBe(1);
      expect(alerts).toEqual([]);
    },
  },
  {
    what: 'three siblings in a row',
    rows: siblings,
    heading: 'You are checked in',
    says: ['10:15am'],
    saysNot: ['10:05am', '10:10am'],
    act: async (page) => {
      const [first, second, third] = siblings.map(claimOf);
      if (first === undefined || second === undefined || third === undefined) throw new Error('Three siblings');
      await checkIn(page, first);
      await checkInSomeoneElse(page, second);
      await checkInSomeoneElse(page, third);
    },
    store: ({ visits }) => expect(visits.map(({ notCheckedIn }) => notCheckedIn)).toEqual([null, null, null]),
  },
  {
    what: 'a parent and a child, both booked',
    rows: [parent, child],
    heading: 'You are checked in',
    act: async (page) => {
      await checkIn(page, claimOf(parent));
      await checkInSomeoneElse(page, claimOf(child));
    },
    store: ({ visits }) => expect(visits).toHaveLength(2),
  },
  {
    what: 'a carer who gives their own birthday first, then the patient’s',
    rows: [carer],
    heading: 'You are checked in',
    act: async (page) => {
      await checkIn(page, { dateOfBirth: '1960-02-03', letter: 'X', postcode: 'ZE1 0AA' });
      await checkInSomeoneElse(page, claimOf(carer));
    },
    store: ({ counts }) => expect(counts).toMatchObject({ 'claims.nobody': 1, 'claims.found': 1 }),
  },
  {
    what: 'one failure, a success, two failures: nobody is alerted',
    rows: [wrongOnce],
    heading: reception,
    act: async (page) => {
      const wrong = { dateOfBirth: '1961-02-03', letter: 'X', postcode: 'ZE1 0AA' };
      await checkIn(page, wrong);
      await checkInSomeoneElse(page, claimOf(wrongOnce));
      await checkInSomeoneElse(page, wrong);
      await checkInSomeoneElse(page, wrong);
    },
    store: ({ alerts }) => expect(alerts).toEqual([]),
  },
  {
    what: 'three failures in a row by one visitor: staff are alerted, and nothing is locked',
    heading: reception,
    act: async (page) => {
      const wrong = { dateOfBirth: '1962-02-03', letter: 'X', postcode: 'ZE1 0AA' };
      await checkIn(page, wrong);
      await press(page, 'Try again');
      await enterDateOfBirth(page, wrong.dateOfBirth);
      await enterPostcode(page, wrong.postcode);
      await press(page, 'Check in someone else');
      await answerQuestions(page, wrong);
    },
    store: ({ alerts }) => expect(alerts.map(({ kind }) => kind)).toEqual(['threeFailures']),
  },
];

test.describe('who comes, and when', () => {
  test.describe.configure({ mode: 'serial' });
  let kiosk: SituationKiosk;
  test.beforeAll(async () => {
    kiosk = await openSituations(situations, {
      rules: {
        calling: 'clinicalSystem',
        ownQuestion: null,
        clinicianWindows: { 'dr  gwen PARKS': { earlyMinutes: 30, lateMinutes: 30 } },
        slotTypeWindows: { 'Blood test': { earlyMinutes: 30, lateMinutes: 45 } },
      },
      more: [sameTwo, newYearOther],
    });
  });
  test.afterAll(() => kiosk.close());
  for (const one of situations) test(one.what, () => kiosk.play(one));
});
