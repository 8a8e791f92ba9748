import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { IdentityClaim } from '../../../preload/contract/kiosk';
import { barcodeSchema } from '../../../preload/contract/rules/barcode';
import { dateOfBirthSchema, dateSchema, wallTimeSchema, type Day } from '../../../preload/contract/rules/dates';
import { letterSchema } from '../../../preload/contract/rules/letter';
import { postcodeSchema } from '../../../preload/contract/rules/postcode';
import type { AppointmentStatus, ListedAppointment, Marking, Mode, Visit } from '../../../main/domain/types';
import { visitsOfDay } from '../../../main/store/visits';
import { testNhsNumber } from '../../support/listFiles';
import { importRows, openCheckIn, row as sampleRow, site } from './support';

/*
 * The property of check-in: for any day list and any input at most one patient's visit changes, and only if the identifiers given match
 * exactly that patient. What "match" means is written here a second time, from the design and not from the program.
 */

/** Last names with the letters that may be given for them (design §6): each part counts, marks and strokes folded. */
const lastNames: Record<string, string> = {
  Khan: 'K',
  'van der Berg': 'VDB',
  "O'Neil": 'ON',
  Łukasz: 'L',
  Ólafsdóttir: 'O',
  'Smith-Khan': 'SK',
  Nguyễn: 'N',
};
const letters = ['K', 'V', 'D', 'B', 'O', 'N', 'L', 'S', 'X'];
/** Few, so that they are shared; on the first the postcode is always asked. */
const births = ['1980-01-01', '1961-03-04', '2001-07-07'];
const postcodes = ['LS65RT', 'LS11AB'];
const sources = ['emis', 'systmOne'] as const;
const privateClinician = 'Dr Private';

/** By what a person's records are known to be of one patient; `none`: by nothing, so that each record stands for itself. */
type KnownBy = 'nhsNumber' | 'patientId' | 'nameAndPostcode' | 'none';

interface MadeRow {
  source: (typeof sources)[number];
  time: string;
  lastName: string;
  postcode: string | null;
  status: AppointmentStatus;
  mode: Mode;
  marking: Marking;
  location: string | null;
}

interface Person {
  knownBy: KnownBy;
  birth: string;
  patientMarking: Marking;
  rows: MadeRow[];
}

/** A claim as it is made up: of whom each identifier is, so that right, half right and wrong ones are all common. */
interface MadeClaim {
  by: IdentityClaim['by'];
  birthOf: number;
  letterOf: number;
  otherLetter: string | null;
  postcodeOf: number;
  otherPostcode: string | null;
  hasPostcode: boolean;
  barcodeOf: number;
}

const often = <Item>(usual: Item, ...others: Item[]) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 2, arbitrary: fc.constantFrom(usual, ...others) });

const madeRow: fc.Arbitrary<MadeRow> = fc.record({
  source: fc.constantFrom(...sources),
  time: fc.constantFrom('08:30', '09:45', '10:05', '10:10', '10:30', '15:00'),
  lastName: fc.constantFrom(...Object.keys(lastNames)),
  postcode: fc.constantFrom(...postcodes, null),
  status: often<AppointmentStatus>(
    'booked',
    'arrived',
    'sentIn',
    'seen',
    'left',
    'didNotAttend',
    'cancelled',
    'unknown',
  ),
  mode: often<Mode>('inPerson', 'phone', 'video', 'homeVisit'),
  marking: often<Marking>('none', 'private', 'seeReception'),
  location: often<string | null>(site, 'Branch Surgery', null),
});

const person: fc.Arbitrary<Person> = fc
  .record({
    knownBy: fc.constantFrom<KnownBy>('nhsNumber', 'patientId', 'nameAndPostcode', 'none'),
    birth: fc.constantFrom(...births),
    patientMarking: often<Marking>('none', 'private', 'seeReception'),
    rows: fc.array(madeRow, { minLength: 1, maxLength: 3 }),
  })
  .map(consistent);

/** Twins: the same but for the first name. */
const people: fc.Arbitrary<Person[]> = fc
  .array(fc.tuple(person, fc.nat(4)), { minLength: 1, maxLength: 5 })
  .map((some) => some.flatMap(([one, chance]) => (chance === 0 ? [one, one] : [one])));

const madeClaim: fc.Arbitrary<MadeClaim> = fc.record({
  by: fc.constantFrom('letter' as const, 'letter' as const, 'postcode' as const, 'barcode' as const),
  birthOf: often(0, 1),
  letterOf: often(0, 1),
  otherLetter: fc.option(fc.constantFrom(...letters), { freq: 4 }),
  postcodeOf: often(0, 1),
  otherPostcode: fc.option(fc.constantFrom(...postcodes), { freq: 4 }),
  hasPostcode: fc.boolean(),
  barcodeOf: often(0, 1),
});

const scene = fc.record({
  people,
  /** Whose claim it is, and what they say. */
  claims: fc.array(fc.tuple(fc.nat(9), madeClaim), { minLength: 1, maxLength: 5 }),
  latePolicy: fc.constantFrom('reception' as const, 'checkIn' as const),
  calling: fc.constantFrom('here' as const, 'clinicalSystem' as const),
});

/** Rows that the design's rule of the same patient puts together for the reason that `knownBy` names, and for no other. */
function consistent(made: Person): Person {
  const [first] = made.rows;
  if (first === undefined) throw new Error('Everybody has an appointment');
  switch (made.knownBy) {
    case 'nhsNumber':
      return made;
    case 'patientId':
      // An id is good within its source only.
      return { ...made, rows: made.rows.map((row) => ({ ...row, source: first.source })) };
    case 'nameAndPostcode': {
      const { lastName, postcode } = first;
      return { ...made, rows: made.rows.map((row) => ({ ...row, lastName, postcode: postcode ?? 'LS65RT' })) };
    }
    case 'none':
      return { ...made, rows: [{ ...first, postcode: null }] };
  }
}

/** First names are never asked, so they can tell these tests who is who. */
const nameOf = (index: number): string => `Person${index}`;
const idOf = (personIndex: number, rowIndex: number): string => `A${personIndex}-${rowIndex}`;

function toListed(index: number, { knownBy, birth, patientMarking, rows }: Person, day: Day): ListedAppointment[] {
  return rows.map((row, rowIndex) => {
    const isHidden = row.marking === 'private' || patientMarking === 'private';
    return {
      patient: {
        nhsNumber: knownBy === 'nhsNumber' ? testNhsNumber(index + 1) : null,
        // Both systems count from one, so the same id is somebody else in each.
        sourcePatientId:
          knownBy === 'patientId' ? String(1 + Math.floor(index / 2)) + (index % 2 === 0 ? 'a' : 'b') : null,
        lastName: row.lastName,
        firstName: nameOf(index),
        dateOfBirth: dateOfBirthSchema.parse(birth),
        postcode: row.postcode === null ? null : postcodeSchema.parse(row.postcode),
      },
      sourceAppointmentId: idOf(index, rowIndex),
      start: wallTimeSchema.parse(`${day}T${row.time}`),
      durationMinutes: 10,
      clinician: isHidden ? privateClinician : 'Dr Anita Rao',
      isNurseLed: false,
      location: row.location,
      slotType: null,
      mode: row.mode,
      status: row.status,
      marking: row.marking,
      patientMarking,
      hasNeed: false,
      hasOnlineAccount: null,
      line: index * 10 + rowIndex + 2,
    };
  });
}

function toClaim(some: readonly Person[], whose: number, made: MadeClaim): IdentityClaim {
  const at = (offset: number): Person => some[(whose + offset) % some.length] as Person;
  const dateOfBirth = dateOfBirthSchema.parse(at(made.birthOf).birth);
  const row = at(made.letterOf).rows[0] as MadeRow;
  const letter = letterSchema.parse(made.otherLetter ?? lastNames[row.lastName]?.charAt(0));
  const theirs = at(made.postcodeOf).rows[0]?.postcode ?? 'LS65RT';
  const postcode = postcodeSchema.parse(made.otherPostcode ?? theirs);
  switch (made.by) {
    case 'letter':
      return { by: 'letter', dateOfBirth, letter, ...(made.hasPostcode ? { postcode } : {}) };
    case 'postcode':
      return { by: 'postcode', dateOfBirth, postcode };
    case 'barcode': {
      const appointmentId = barcodeSchema.parse(idOf((whose + made.barcodeOf) % some.length, 0));
      return { by: 'barcode', dateOfBirth, appointmentId };
    }
  }
}

interface Known {
  lastName: string;
  postcode: string | null;
  appointmentId: string | null;
}

/**
 * Who must be meant, by design §6; null for nobody, or where more than one may be. Somebody known by nothing else is tied to their
 * visit by its arrival.
 */
function whoIsMeant(some: readonly Person[], claim: IdentityClaim): number | null {
  const isAlwaysAsked = claim.dateOfBirth.endsWith('-01-01');
  if (claim.by === 'letter' && isAlwaysAsked && claim.postcode === undefined) return null;
  if (claim.by === 'postcode' && isAlwaysAsked) return null;
  const patients = some.flatMap(({ birth, rows }, index) => {
    if (birth !== claim.dateOfBirth) return [];
    const listed = rows.map(({ lastName, postcode }, at) => ({ lastName, postcode, appointmentId: idOf(index, at) }));
    return [{ index, records: listed }];
  });
  const meant = patients.filter(({ records }) => records.some((record) => fits(claim, record)));
  return meant.length === 1 ? (meant[0]?.index ?? null) : null;
}

function fits(claim: IdentityClaim, { lastName, postcode, appointmentId }: Known): boolean {
  switch (claim.by) {
    case 'barcode':
      return appointmentId === claim.appointmentId;
    case 'postcode':
      return postcode === claim.postcode;
    case 'letter': {
      const isLetter = lastNames[lastName]?.includes(claim.letter) === true;
      return isLetter && (claim.postcode === undefined || postcode === claim.postcode);
    }
  }
}

/** First names of everybody of whom anything in the store has changed, each once. */
function changedPeople(before: readonly Visit[], after: readonly Visit[]): string[] {
  const was = new Map(before.map((visit) => [visit.id, JSON.stringify(visit)]));
  expect(after.map(({ id }) => id)).toEqual(expect.arrayContaining([...was.keys()]));
  const changed = after.filter((visit) => was.get(visit.id) !== JSON.stringify(visit));
  return [...new Set(changed.map(({ patient }) => patient.firstName))];
}

test('for any day list and any input at most one patient’s visit changes, and only if the identifiers given match exactly that patient', async () => {
  const { claim, store, clock, session, settings } = await openCheckIn();
  await settings.setRules({ claimsInBurst: 100_000 }, 'test');
  let date = Temporal.PlainDate.from('2026-11-23');
  const seen = { changed: 0, unchanged: 0, arrivals: 0 };
  await fc.assert(
    fc.asyncProperty(scene, async ({ people: some, claims, latePolicy, calling }) => {
      // A day of its own for every list, in one store: what lies in the past must not matter either.
      date = date.add({ days: 1 });
      const day = dateSchema.parse(date.toString());
      clock.set(`${day}T10:00`);
      session.end(true);
      await settings.setRules({ latePolicy, calling }, 'test');
      const listed = some.map((one, index) => toListed(index, one, day));
      for (const source of sources) {
        const rows = listed.flatMap((own, index) => own.filter((_row, at) => some[index]?.rows[at]?.source === source));
        // Somebody whom no claim names: the kiosk's own site is always on the list.
        await importRows(store, [sampleRow(99, '12:00'), ...rows], {
          rules: settings.rules(),
          source,
          on: day,
          listAsOf: clock.instant(),
        });
      }
      for (const [turn, [whose, made]] of claims.entries()) {
        clock.set(`${day}T10:0${turn + 1}`);
        const asked = toClaim(some, whose, made);
        const before = await visitsOfDay(store.db, day);
        const answer = await claim(asked);
        const after = await visitsOfDay(store.db, day);
        const meant = whoIsMeant(some, asked);
        expect(changedPeople(before, after)).toEqual(meant === null ? [] : [nameOf(meant)]);
        expect(answer).not.toBe('closed');
        expect(JSON.stringify(answer)).not.toContain(privateClinician);
        for (const { patient, arrivals } of after) {
          for (const { sourceAppointmentId, clinician } of arrivals) {
            expect(nameOf(Number(sourceAppointmentId?.slice(1).split('-')[0]))).toBe(patient.firstName);
            expect(clinician).not.toBe(privateClinician);
          }
        }
        seen[meant === null ? 'unchanged' : 'changed'] += 1;
        seen.arrivals += after.flatMap(({ arrivals }) => arrivals).length;
      }
    }),
    { numRuns: 250 },
  );
  // The lists and claims were worth the while: all three happened, and often.
  expect(Math.min(seen.changed, seen.unchanged, seen.arrivals)).toBeGreaterThan(100);
}, 120_000);
