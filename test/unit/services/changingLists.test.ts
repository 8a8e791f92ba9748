import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import type { IdentityClaim } from '../../../preload/contract/kiosk';
import { barcodeSchema } from '../../../preload/contract/rules/barcode';
import { dateOfBirthSchema, dateSchema, wallTimeSchema, type Day } from '../../../preload/contract/rules/dates';
import { letterSchema } from '../../../preload/contract/rules/letter';
import { postcodeSchema } from '../../../preload/contract/rules/postcode';
import type { ListedAppointment } from '../../../main/domain/types';
import { visitsOfDay } from '../../../main/store/visits';
import { testNhsNumber } from '../../support/listFiles';
import { byLetter, importRows, openCheckIn, row as sampleRow } from './support';

/*
 * Lists that are imported again and again, and each time give people other numbers, ids, names and postcodes: by mistake, or because they
 * contradict themselves. Whoever is told anything must be told something true; nobody may be answered with a failure.
 */

const born = dateOfBirthSchema.parse('1961-03-04');

interface MadeRow {
  source: 'emis' | 'systmOne';
  nhsNumber: 1 | 2 | null;
  sourcePatientId: string | null;
  lastName: 'Khan' | 'Field';
  hasPostcode: boolean;
  time: string;
  isPhone: boolean;
}

const madeRow: fc.Arbitrary<MadeRow> = fc.record({
  source: fc.constantFrom('emis', 'emis', 'systmOne'),
  nhsNumber: fc.constantFrom(1, 2, null),
  sourcePatientId: fc.constantFrom('7', '8', null),
  lastName: fc.constantFrom('Khan', 'Field'),
  hasPostcode: fc.boolean(),
  time: fc.constantFrom('10:05', '10:10', '15:00', '09:00'),
  isPhone: fc.boolean(),
});

const claim = fc.record({
  by: fc.constantFrom('letter', 'letter', 'postcode', 'barcode'),
  letter: fc.constantFrom('K', 'F'),
  hasPostcode: fc.boolean(),
  rowNumber: fc.nat(4),
});

const scene = fc.array(
  fc.record({
    rows: fc.array(madeRow, { minLength: 1, maxLength: 5 }),
    claims: fc.array(claim, { minLength: 1, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 4 },
);

function toListed(made: MadeRow, number: number, day: Day): ListedAppointment {
  return sampleRow(number, made.time, {
    start: wallTimeSchema.parse(`${day}T${made.time}`),
    sourceAppointmentId: `A-${number}`,
    durationMinutes: null,
    mode: made.isPhone ? 'phone' : 'inPerson',
    patient: {
      nhsNumber: made.nhsNumber === null ? null : testNhsNumber(made.nhsNumber),
      sourcePatientId: made.sourcePatientId,
      lastName: made.lastName,
      dateOfBirth: born,
      postcode: made.hasPostcode ? postcodeSchema.parse('LS65RT') : null,
    },
  } as Parameters<typeof sampleRow>[2]);
}

function toClaim({ by, letter, hasPostcode, rowNumber }: typeof claim extends fc.Arbitrary<infer C> ? C : never) {
  const postcode = postcodeSchema.parse('LS65RT');
  const claims: Record<string, IdentityClaim> = {
    letter: {
      by: 'letter',
      dateOfBirth: born,
      letter: letterSchema.parse(letter),
      ...(hasPostcode ? { postcode } : {}),
    },
    postcode: { by: 'postcode', dateOfBirth: born, postcode },
    barcode: { by: 'barcode', dateOfBirth: born, appointmentId: barcodeSchema.parse(`A-${rowNumber}`) },
  };
  return claims[by] as IdentityClaim;
}

test('however a list changes who its people are, every claim is answered, and nobody is written down twice for one appointment', async () => {
  const { claim: ask, store, clock, session, settings } = await openCheckIn();
  await settings.setRules({ claimsInBurst: 1_000_000 }, 'test');
  let date = Temporal.PlainDate.from('2026-11-23');
  let checkedIn = 0;
  await fc.assert(
    fc.asyncProperty(scene, async (imports) => {
      date = date.add({ days: 1 });
      const day = dateSchema.parse(date.toString());
      for (const [turn, { rows, claims }] of imports.entries()) {
        clock.set(`${day}T10:0${turn}`);
        const listed = rows.map((made, number) => ({ source: made.source, row: toListed(made, number, day) }));
        for (const source of ['emis', 'systmOne']) {
          const own = listed.filter((one) => one.source === source).map(({ row }) => row);
          const options = { rules: settings.rules(), source, on: day, listAsOf: clock.instant() };
          await importRows(store, [sampleRow(99, '12:00'), ...own], options);
        }
        for (const made of claims) {
          const answer = await ask(toClaim(made));
          session.end(true);
          expect(answer).not.toBe('closed');
          const visits = await visitsOfDay(store.db, day);
          for (const visit of visits) {
            const rowsOf = visit.arrivals.flatMap(({ appointmentId }) => appointmentId ?? []);
            expect(rowsOf).toEqual([...new Set(rowsOf)]);
          }
          if (answer === 'closed' || (answer.kind !== 'checkedIn' && answer.kind !== 'alreadyCheckedIn')) continue;
          checkedIn += 1;
          // What the ending says stands in the store: nobody is told "You are checked in" without an arrival.
          // The time may have moved: then the arrival still has the old one, and is tied to the row with the new.
          const arrived = visits.flatMap(({ arrivals }) => arrivals).filter(({ state }) => state === 'arrived');
          const ids = arrived.flatMap(({ appointmentId }) => appointmentId ?? []);
          const rowsNow = await store.db.selectFrom('appointments').where('id', 'in', ids).select('start').execute();
          const stored = [...arrived, ...rowsNow];
          const times = stored.map(({ start }) => start.slice(-5));
          expect(times).toEqual(expect.arrayContaining(answer.appointments.map(({ time }) => time)));
        }
      }
    }),
    { numRuns: 120 },
  );
  expect(checkedIn).toBeGreaterThan(100);
}, 120_000);

test('a visit that an identifier has parted from its patient is found again, and one that another holds is made without it', async () => {
  const id = { nhsNumber: null, sourcePatientId: '7', dateOfBirth: born, postcode: null };
  const early = sampleRow(1, '15:00', { patient: { ...id, lastName: 'Khan' } });
  const conflicting = [1, 2].map((number) =>
    sampleRow(number + 1, '16:00', { patient: { ...id, lastName: 'Other', nhsNumber: testNhsNumber(number) } }),
  );
  const { claim: ask, list, visits } = await openCheckIn({ rows: [early, ...conflicting] });
  expect(await ask(byLetter(early))).toMatchObject({ kind: 'tooEarly' });
  expect(await ask(byLetter(early))).toMatchObject({ kind: 'tooEarly' });
  expect(await visits()).toHaveLength(1);
  const namesake = { ...early, patient: { ...early.patient, lastName: 'Field' } };
  await list([namesake, ...conflicting]);
  expect(await ask(byLetter(namesake))).toMatchObject({ kind: 'tooEarly' });
  expect((await visits()).map(({ patient }) => [patient.lastName, patient.sourcePatientId]).sort()).toEqual([
    ['Field', null],
    ['Khan', '7'],
  ]);
});
