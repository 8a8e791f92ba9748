import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { demonstrationCard, formatCard } from '../../main/demonstration/card';
import { createDemonstration, type DemonstrationDay } from '../../main/demonstration/demonstration';
import { plantPeople, type PlantedPerson } from '../../main/demonstration/plantedPeople';
import { demonstrationRules } from '../../main/demonstration/practice';
import type { CaseKey, EndingKind, PlantedCase } from '../../main/demonstration/types';
import { decide, type Decision } from '../../main/domain/decide';
import { identify } from '../../main/domain/identify';
import { knownPatients, type KnownPatient } from '../../main/domain/patients';
import { checkRules } from '../../main/domain/rules';
import { mayBeInvited } from '../../main/domain/signUpInvitation';
import { nowAt } from '../../main/domain/time';
import type { Appointment, ListedAppointment, Now } from '../../main/domain/types';
import type { DateOfBirth } from '../../preload/contract/rules/dates';
import type { IdentityClaim } from '../../preload/contract/kiosk';
import { readBarcode } from '../../preload/contract/rules/barcode';
import { isValidNhsNumber } from '../../preload/contract/rules/nhsNumber';
import { foldPostcode } from '../../preload/contract/rules/postcode';
import { madeUpRules as rules } from '../support/madeUpDay';

// Hundreds of whole days are made and walked: seconds on an idle machine, more beside other work.
vi.setConfig({ testTimeout: 60_000 });

const minute = 60_000;
const quarter = 15 * minute;

/** Every quarter of an hour of a London day: 96, or 92 and 100 when the clocks change; and its last minute. */
function quartersOf(day: string): Now[] {
  const noon = Date.parse(`${day}T12:00Z`);
  const around = Array.from({ length: 30 * 4 }, (_, index) => nowAt(noon - 15 * 60 * minute + index * quarter));
  const quarters = around.filter((now) => now.day === day);
  const last = quarters.at(-1);
  if (last === undefined) throw new Error(`No quarter of an hour on ${day}`);
  return [...quarters, nowAt(last.epochMilliseconds + 14 * minute + 59_999)];
}

/** Each day is made once for all tests that look at it; what they share nobody changes. */
const madeDays = new Map<number, { day: DemonstrationDay; patients: KnownPatient[] }>();
function makeDay(now: Now): { day: DemonstrationDay; patients: KnownPatient[] } {
  const known = madeDays.get(now.epochMilliseconds);
  if (known !== undefined) return known;
  const day = createDemonstration(now);
  const fresh = { day, patients: knownPatients(withIds(day.appointments), []) };
  madeDays.set(now.epochMilliseconds, fresh);
  return fresh;
}

const at = (text: string): Now => nowAt(Date.parse(text));

const springChange = '2026-03-29';
const autumnChange = '2026-10-25';
const days = ['2026-11-23', '2026-07-01', '2026-01-01', '2028-02-29', '2026-12-31', springChange, autumnChange];

function withIds(rows: readonly ListedAppointment[]): Appointment[] {
  const kept = { importId: 'one', source: 'demonstration', listAsOf: '2026-01-01T00:00:00.000Z' };
  return rows.map((row, index) => ({ ...row, ...kept, id: index + 1 }));
}

interface Outcome {
  ending: EndingKind | 'nobody';
  isPostcodeAsked: boolean;
  decision: Decision | null;
}

/** Walks a case as a patient would: date of birth and letter, then the postcode if the kiosk asks for it. */
function walk(planted: PlantedCase, patients: readonly KnownPatient[], day: DemonstrationDay, now: Now): Outcome {
  const { dateOfBirth, letter, postcode } = planted;
  const first = identify({ by: 'letter', dateOfBirth, letter }, patients, rules);
  const isPostcodeAsked = first.kind === 'askPostcode';
  const claim: IdentityClaim = { by: 'letter', dateOfBirth, letter, ...(isPostcodeAsked ? { postcode } : {}) };
  return { isPostcodeAsked, ...answer(claim, patients, day, now) };
}

/** How a claim that asks nothing more ends. */
function answer(
  claim: IdentityClaim,
  patients: readonly KnownPatient[],
  day: DemonstrationDay,
  now: Now,
): Omit<Outcome, 'isPostcodeAsked'> {
  const found = identify(claim, patients, rules);
  if (found.kind === 'nobody') return { ending: 'nobody', decision: null };
  if (found.kind !== 'one') return { ending: 'reception', decision: null };
  const { appointments } = found.patient;
  const decision = decide({ appointments, arrivals: [], now, site: day.site, rules });
  return { ending: endingOf(decision), decision };
}

function endingOf(decision: Decision): EndingKind {
  if (decision.kind === 'checkIn') return 'checkedIn';
  return decision.kind === 'already' ? 'alreadyCheckedIn' : decision.kind;
}

/** What each case comes to `laterMinutes` after the day was made, as the store would answer then. */
function walkAll(now: Now, laterMinutes = 0): { day: DemonstrationDay; outcomes: Map<CaseKey, Outcome> } {
  const { day, patients } = makeDay(now);
  const then = nowAt(now.epochMilliseconds + laterMinutes * minute);
  return { day, outcomes: new Map(day.cases.map((planted) => [planted.key, walk(planted, patients, day, then)])) };
}

function expectAllToHold({ day, outcomes }: ReturnType<typeof walkAll>, when: string): void {
  const wrong = day.cases.flatMap(({ key, ending, isPostcodeAsked }) => {
    const outcome = outcomes.get(key);
    const holds = outcome?.ending === ending && outcome.isPostcodeAsked === isPostcodeAsked;
    return holds ? [] : [{ when, key, ending, outcome }];
  });
  expect(day.cases.length).toBeGreaterThan(5);
  expect(wrong).toEqual([]);
}

/** The hour that London clocks show twice: a list cannot say which of the two it means. */
const isShownTwice = (now: Now): boolean => now.day === autumnChange && now.time.startsWith('01:');

const describeNow = (now: Now): string => `${now.day} ${now.time} ${now.epochMilliseconds}`;
const rowsBorn = (day: DemonstrationDay, key: CaseKey): ListedAppointment[] => {
  const planted = day.cases.find((one) => one.key === key);
  return day.appointments.filter(({ patient }) => patient.dateOfBirth === planted?.dateOfBirth);
};

describe('the planted cases', () => {
  test.each(days)('end as the card says at every quarter of an hour of %s', (day) => {
    for (const now of quartersOf(day)) expectAllToHold(walkAll(now), describeNow(now));
  });

  test.each(days)('still end so ten minutes later on %s, unless midnight comes first', (day) => {
    for (const now of quartersOf(day)) {
      const isSameDay = nowAt(now.epochMilliseconds + 10 * minute).day === now.day;
      if (isSameDay && !isShownTwice(now)) expectAllToHold(walkAll(now, 10), describeNow(now));
    }
  });

  test('end as the card says at any minute of any year the kiosk may see', () => {
    const minutes = fc.integer({ min: Date.parse('2026-01-01') / minute, max: Date.parse('2040-01-01') / minute });
    fc.assert(
      fc.property(minutes, (chosen) => {
        const now = nowAt(chosen * minute);
        expectAllToHold(walkAll(now), describeNow(now));
      }),
      { numRuns: 60 },
    );
  });

  test.each(days)('are all there by day on %s, but for those that cannot be at the edges of the day', (day) => {
    for (const now of quartersOf(day)) {
      const keys = new Set(makeDay(now).day.cases.map(({ key }) => key));
      const missing = allCases.filter((key) => !keys.has(key));
      const expected = [
        ...(now.time >= '23:15' ? ['tooEarly'] : []),
        ...(now.time < '00:15' ? ['tooLate', 'didNotAttend'] : []),
      ];
      if (!isShownTwice(now)) expect({ now, missing }).toEqual({ now, missing: expected });
    }
  });

  test('leave out who could be checked in only while no start can be written that means about now', () => {
    const without = quartersOf(autumnChange).filter(
      (now) => !makeDay(now).day.cases.some(({ ending }) => ending === 'checkedIn'),
    );
    // The second 01:15 and 01:30 of the night: a list's 01:20 would mean the first one, an hour ago.
    expect(without.map((now) => new Date(now.epochMilliseconds).toISOString())).toEqual([
      '2026-10-25T01:15:00.000Z',
      '2026-10-25T01:30:00.000Z',
    ]);
  });

  test('check somebody in to both of two appointments at every quarter of an hour', () => {
    for (const now of quartersOf('2026-11-23')) {
      const decision = walkAll(now).outcomes.get('twoAppointments')?.decision;
      expect(decision?.kind === 'checkIn' && decision.shown.length).toBe(2);
    }
  });

  test('share dates of birth, 1 January and 29 February only where they are meant to, on every day of four years', () => {
    for (let noon = Date.parse('2026-01-01T12:00Z'); noon < Date.parse('2030-01-01'); noon += 24 * 60 * minute) {
      const { day } = nowAt(noon);
      const born = Object.values<PlantedPerson>(plantPeople(day)).map(({ dateOfBirth }) => dateOfBirth);
      // Two pairs and the twins save one date each, the six of 1 January five.
      const isLike = (end: string): number => born.filter((date) => date.endsWith(end)).length;
      expect({ day, people: born.length, dates: new Set(born).size }).toEqual({ day, people: 39, dates: 39 - 3 - 5 });
      expect({ day, firstOfJanuary: isLike('-01-01'), leapDay: isLike('-02-29') }).toEqual({
        day,
        firstOfJanuary: 6,
        leapDay: 1,
      });
    }
  });

  test('end as they do for the reason they show, whatever the minute', () => {
    const reasonOf = (decision: Decision | null | undefined): string | null =>
      decision?.kind === 'reception' ? decision.reason : null;
    for (const now of quartersOf('2026-11-23')) {
      const { day, outcomes } = walkAll(now);
      expect(reasonOf(outcomes.get('privateAppointment')?.decision)).toBe('private');
      expect(reasonOf(outcomes.get('seeReception')?.decision)).toBe('flagged');
      expect(reasonOf(outcomes.get('left')?.decision)).toBe('left');
      expect(outcomes.get('beingCalled')?.decision).toMatchObject({ kind: 'already', isBeingCalled: true });
      expect(outcomes.get('alreadyArrived')?.decision).toMatchObject({ kind: 'already', isBeingCalled: false });
      expect(day.appointments.filter(({ hasNeed }) => hasNeed)).toEqual(rowsBorn(day, 'needListed'));
    }
  });

  test('hold two who can be invited to sign up, at any hour', () => {
    for (const now of quartersOf('2026-11-23')) {
      const invited = knownPatients(withIds(createDemonstration(now).appointments), []).filter((one) =>
        mayBeInvited(one, rules, now),
      );
      const names = invited.map(({ appointments: [first] }) => first?.patient.lastName);
      expect(names.toSorted()).toEqual(['Wulandari', 'Ólafsdóttir']);
    }
  });

  test('hold a pair by birthday who differ in letter and postcode, both of whom can be checked in', () => {
    const day = createDemonstration(at('2026-11-23T10:00Z'));
    const rows = rowsBorn(day, 'sameBirthday');
    expect(rows.map(({ patient }) => patient.lastName).sort()).toEqual(['Bristow', 'Sharma']);
    expect(rows.every(({ status, mode }) => status === 'booked' && mode === 'inPerson')).toBe(true);
  });

  test('hold twins who share date of birth, last name and postcode', () => {
    const rows = rowsBorn(createDemonstration(at('2026-11-23T10:00Z')), 'twins');
    expect(rows).toHaveLength(2);
    expect(new Set(rows.map(({ patient }) => `${patient.lastName} ${patient.postcode}`)).size).toBe(1);
    expect(new Set(rows.map(({ patient }) => patient.firstName)).size).toBe(2);
  });

  test('hold two people who share date of birth and letter but not the postcode', () => {
    const rows = rowsBorn(createDemonstration(at('2026-11-23T10:00Z')), 'sameBirthdayAndLetter');
    expect(rows.map(({ patient }) => patient.lastName.charAt(0))).toEqual(['H', 'H']);
    expect(new Set(rows.map(({ patient }) => patient.postcode)).size).toBe(2);
  });

  test('hold six births on one 1 January at one postcode, three of them sharing a letter', () => {
    const rows = rowsBorn(createDemonstration(at('2026-11-23T10:00Z')), 'firstOfJanuary');
    expect(rows.map(({ patient }) => patient.lastName.charAt(0)).sort()).toEqual(['A', 'K', 'M', 'M', 'M', 'T']);
    expect(new Set(rows.map(({ patient }) => patient.postcode)).size).toBe(1);
    expect(rows.every(({ patient }) => patient.dateOfBirth.endsWith('-01-01'))).toBe(true);
  });

  test('hold three siblings at one postcode, one after the other with one clinician, the youngest aged 0', () => {
    const day = createDemonstration(at('2026-11-23T10:00Z'));
    const keys: CaseKey[] = ['siblingOldest', 'siblingMiddle', 'siblingYoungest'];
    const rows = keys.flatMap((key) => rowsBorn(day, key));
    expect(rows.map(({ start }) => start.slice(11))).toEqual(['10:05', '10:15', '10:25']);
    expect(
      new Set(rows.map(({ clinician, patient }) => `${clinician} ${patient.lastName} ${patient.postcode}`)).size,
    ).toBe(1);
    expect(rows.map(({ patient }) => ageOn('2026-11-23', patient.dateOfBirth))).toEqual([9, 6, 0]);
  });

  test('hold the names and ages that are hard to get right, on every day', () => {
    for (const now of days.map((day) => at(`${day}T10:00Z`))) {
      const day = createDemonstration(now);
      const lastNames = new Set(day.appointments.map(({ patient }) => patient.lastName));
      for (const name of ["O'Neil", 'Adeyemi-Clarke', 'Ólafsdóttir', 'Łukaszewicz']) expect(lastNames).toContain(name);
      expect(rowsBorn(day, 'longName').map(({ patient }) => patient.lastName.length)).toEqual([60]);
      expect(rowsBorn(day, 'oneWordName').map(({ patient }) => patient.firstName)).toEqual(['']);
      expect(rowsBorn(day, 'leapDay').map(({ patient }) => patient.dateOfBirth.slice(5))).toEqual(['02-29']);
      expect(rowsBorn(day, 'aged104').map(({ patient }) => ageOn(now.day, patient.dateOfBirth))).toEqual([104]);
      expect(rowsBorn(day, 'siblingYoungest').map(({ patient }) => ageOn(now.day, patient.dateOfBirth))).toEqual([0]);
    }
  });
});

describe('the day list', () => {
  test.each(days)('holds 200 appointments of %s, whatever the time', (day) => {
    for (const now of quartersOf(day)) {
      const { appointments } = makeDay(now).day;
      expect(appointments).toHaveLength(200);
      expect(appointments.every(({ start }) => start.startsWith(`${day}T`))).toBe(true);
    }
  });

  test('is the same for every millisecond of a minute, and not that of another day', () => {
    const early = at('2026-11-23T10:00:00.000Z');
    expect(createDemonstration(at('2026-11-23T10:00:59.999Z'))).toEqual(createDemonstration(early));
    expect(createDemonstration(at('2026-11-24T10:00Z'))).not.toEqual(createDemonstration(early));
  });

  test('gives an appointment id to the same patient at any time of the day, so that arrivals are found again after a restart', () => {
    const holders = new Map<string | null, Set<string>>();
    for (const now of quartersOf('2026-11-23')) {
      for (const { sourceAppointmentId, patient } of makeDay(now).day.appointments) {
        const known = holders.get(sourceAppointmentId) ?? new Set();
        holders.set(sourceAppointmentId, known.add(JSON.stringify(patient)));
      }
    }
    expect([...holders.values()].filter((patients) => patients.size !== 1)).toEqual([]);
    expect(holders.has(null)).toBe(false);
  });

  test('has every appointment id and line once, in order of time', () => {
    const { appointments } = createDemonstration(at('2026-11-23T10:00Z'));
    expect(new Set(appointments.map(({ sourceAppointmentId }) => sourceAppointmentId)).size).toBe(200);
    expect(appointments.map(({ line }) => line)).toEqual(appointments.map((_, index) => index + 1));
    const starts = appointments.map(({ start }) => start);
    expect(starts).toEqual([...starts].sort());
  });

  test('gives everybody a valid NHS number of the test range, and nobody that of another', () => {
    for (const now of days.map((day) => at(`${day}T10:00Z`))) {
      const { appointments } = createDemonstration(now);
      const people = new Map(appointments.map(({ patient }) => [patient.sourcePatientId, patient]));
      const numbers = [...people.values()].map(({ nhsNumber }) => nhsNumber ?? '');
      for (const number of numbers) expect(number.startsWith('999') && isValidNhsNumber(number)).toBe(true);
      expect(new Set(numbers).size).toBe(people.size);
      expect(people.size).toBe(knownPatients(withIds(appointments), []).length);
    }
  });

  test.each(days)('has nobody share a date of birth but those who are meant to, on %s', (day) => {
    const meant: CaseKey[] = ['sameBirthday', 'sameBirthdayAndLetter', 'twins', 'firstOfJanuary'];
    const made = createDemonstration(at(`${day}T10:00Z`));
    const patients = new Map(made.appointments.map(({ patient }) => [patient.sourcePatientId, patient.dateOfBirth]));
    const born = [...patients.values()];
    const shared = new Set(born.filter((date, index) => born.indexOf(date) !== index));
    const expected = made.cases.filter(({ key }) => meant.includes(key)).map(({ dateOfBirth }) => dateOfBirth);
    expect([...shared].sort()).toEqual(expected.sort());
  });

  test('has nobody born on another 1 January or 29 February, in the future or more than 104 years ago', () => {
    for (const now of days.map((day) => at(`${day}T10:00Z`))) {
      const { appointments } = createDemonstration(now);
      const dates = [...new Set(appointments.map(({ patient }) => patient.dateOfBirth))];
      expect(dates.filter((date) => date.endsWith('-01-01'))).toHaveLength(1);
      expect(dates.filter((date) => date.endsWith('-02-29'))).toHaveLength(1);
      for (const date of dates) expect(ageOn(now.day, date) >= 0 && ageOn(now.day, date) <= 104).toBe(true);
    }
  });

  test('has postcodes of the right shape in an area that does not exist', () => {
    for (const { patient } of createDemonstration(at('2026-11-23T10:00Z')).appointments) {
      expect(patient.postcode).toMatch(/^HV\d/);
      expect(foldPostcode(patient.postcode ?? '')).toBe(patient.postcode);
    }
  });

  test('has five clinicians at two sites, most of the day at the site of the kiosk, and looks half done at midday', () => {
    const day = createDemonstration(at('2026-11-23T12:30Z'));
    expect(new Set(day.appointments.map(({ clinician }) => clinician))).toEqual(new Set(day.clinicians));
    expect(day.clinicians).toHaveLength(5);
    const here = day.appointments.filter(({ location }) => location === day.site);
    expect(here.length).toBeGreaterThan(120);
    const locations = new Set(day.appointments.flatMap(({ location }) => location ?? []));
    expect([...locations].sort()).toEqual([...day.sites].sort());
    const isOver = ({ start, status }: ListedAppointment): boolean => start < '2026-11-23T12:00' && status === 'seen';
    expect(day.appointments.filter(isOver).length).toBeGreaterThan(50);
    expect(day.appointments.every(({ start, status }) => start < '2026-11-23T12:30' || status !== 'seen')).toBe(true);
  });

  test('never books an ordinary patient into a slot that somebody has with the same clinician', () => {
    for (const now of quartersOf('2026-11-23')) {
      const { appointments } = makeDay(now).day;
      const slotOf = ({ start, clinician }: ListedAppointment): string => `${start} ${clinician}`;
      const isPlanted = (row: ListedAppointment): boolean => row.sourceAppointmentId?.startsWith('DEMO-0-') ?? false;
      const planted = new Set(appointments.filter(isPlanted).map(slotOf));
      const ordinary = appointments.filter((row) => !isPlanted(row)).map(slotOf);
      expect(new Set(ordinary).size).toBe(ordinary.length);
      expect(ordinary.filter((slot) => planted.has(slot))).toEqual([]);
    }
  });

  test('is refused when day and instant do not belong together', () => {
    const now = at('2026-11-23T10:00Z');
    expect(() => createDemonstration({ ...now, epochMilliseconds: now.epochMilliseconds + 86_400_000 })).toThrow();
  });
});

describe('the card', () => {
  test.each(days)('has at most 30 rows and 100 columns, and no name, at any time of %s', (day) => {
    for (const now of quartersOf(day)) {
      const rows = demonstrationCard(makeDay(now).day);
      const text = formatCard(rows);
      expect(rows.length).toBeLessThanOrEqual(30);
      expect(text.split('\n').every((line) => line.length <= 100)).toBe(true);
      expect(text).toMatch(/^Try these at the kiosk\n/);
      expect(text).not.toMatch(/Fletcher|Adeyemi|Donnelly|Wulandari/);
    }
  });

  test('says what to type as it is typed, and when the postcode is asked', () => {
    const rows = demonstrationCard(createDemonstration(at('2026-11-23T10:00Z')));
    expect(rows).toHaveLength(30);
    expect(rows.find(({ case: name }) => name === 'Born on 1 January')).toEqual({
      case: 'Born on 1 January',
      shows: 'Postcode, then You are checked in',
      dateOfBirth: '1/1/1992',
      letter: 'T',
      postcode: 'HV9 4QX',
      barcode: null,
    });
    expect(rows.find(({ case: name }) => name === 'At the other site')?.shows).toBe(
      'Your appointment is at Branch Surgery',
    );
  });

  test('is a table whose columns stand under their headings', () => {
    const lines = formatCard(demonstrationCard(createDemonstration(at('2026-11-23T10:00Z')))).split('\n');
    const [, , headings = '', rule, ...rest] = lines;
    const body = rest.slice(0, rest.indexOf(''));
    expect(rule).toMatch(/^-+( {2}-+){4}$/);
    expect(body).toHaveLength(30);
    const column = headings.indexOf('Date of birth');
    for (const line of body) expect(line.slice(column)).toMatch(/^\d{1,2}\/\d{1,2}\/\d{4} +[A-Z] +HV\d \d[A-Z]{2} +\S/);
  });

  test('has one barcode under its table, which somebody with that date of birth holds', () => {
    const day = createDemonstration(at('2026-11-23T10:00Z'));
    const lines = formatCard(demonstrationCard(day)).split('\n');
    expect(lines.slice(-2)).toEqual(['', 'With a scanner: DEMO-0-0 on Welcome, then 14/3/1974: You are checked in']);
    expect(rowsBorn(day, 'soon').map(({ sourceAppointmentId }) => sourceAppointmentId)).toEqual(['DEMO-0-0']);
    expect(lines.filter((line) => line.includes('DEMO-'))).toHaveLength(1);
  });
});

describe('the barcodes of appointment letters', () => {
  test('are ids that the kiosk takes for one, of every appointment', () => {
    const { appointments } = createDemonstration(at('2026-11-23T10:00Z'));
    for (const { sourceAppointmentId } of appointments)
      expect(readBarcode(sourceAppointmentId ?? '')).toBe(sourceAppointmentId);
  });

  test.each(days)('end as the letter does, and tell even twins apart, on %s', (day) => {
    const now = at(`${day}T10:00Z`);
    const made = makeDay(now);
    const ends = made.day.cases.map(({ key, dateOfBirth, barcode }) => {
      const claim: IdentityClaim = { by: 'barcode', dateOfBirth, appointmentId: barcode };
      return [key, answer(claim, made.patients, made.day, now).ending];
    });
    const expected = made.day.cases.map(({ key, ending }) => {
      const isOneOfSeveral = key === 'twins' || key === 'firstOfJanuaryUnclear';
      return [key, isOneOfSeveral ? 'checkedIn' : ending];
    });
    expect(ends).toEqual(expected);
  });
});

describe('the made-up practice', () => {
  test('says where the patients of each of its clinicians wait, and where they go', () => {
    const { clinicians } = createDemonstration(at('2026-11-23T10:00Z'));
    expect(Object.keys(demonstrationRules.places ?? {}).sort()).toEqual([...clinicians].sort());
    // A room or a waiting area stands on a public screen: it never tells the kind of clinic (design §6).
    expect(JSON.stringify(demonstrationRules.places)).not.toMatch(/nurse|treatment|phlebotomy|physio|pharmac|doctor/i);
  });

  test('calls from this system, asks a question of its own, and leaves its walk-in session to staff', () => {
    expect(checkRules(rules)).toEqual([]);
    expect(rules).toMatchObject({ calling: 'here', walkIn: null, mapWords: null });
    expect(rules.ownQuestion).toEqual({ text: 'Has your address or phone number changed?', choices: ['Yes', 'No'] });
  });
});

const allCases: CaseKey[] = [
  'soon',
  'twoAppointments',
  'alreadyArrived',
  'tooEarly',
  'tooLate',
  'byPhone',
  'byVideo',
  'homeVisit',
  'otherSite',
  'cancelled',
  'didNotAttend',
  'sameBirthday',
  'sameBirthdayAndLetter',
  'twins',
  'leapDay',
  'firstOfJanuary',
  'firstOfJanuaryUnclear',
  'siblingOldest',
  'siblingMiddle',
  'siblingYoungest',
  'oneWordName',
  'aged104',
  'apostrophe',
  'diacritics',
  'diacriticsStroke',
  'longName',
  'privateAppointment',
  'seeReception',
  'beingCalled',
  'askedToComeIn',
  'needListed',
  'left',
];

function ageOn(day: string, born: DateOfBirth): number {
  return Number(day.slice(0, 4)) - Number(born.slice(0, 4)) - (day.slice(5) < born.slice(5) ? 1 : 0);
}
