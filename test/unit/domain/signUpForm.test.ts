import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfBirthSchema } from '../../../preload/contract/rules/dates';
import { postcodeSchema } from '../../../preload/contract/rules/postcode';
import type { Application, SelfApplication } from '../../../preload/contract/signUp';
import { defaultRules } from '../../../main/domain/rules';
import { readForm } from '../../../main/domain/signUpForm';
import { statementsVersionOf } from '../../../main/domain/signUpOffers';
import { at } from './support/samples';

const rules = { ...defaultRules, recordStatements: ['I keep it safe.', 'I tell the practice.'] };
const version = statementsVersionOf(rules.recordStatements);
const now = at('14:00');
const draftId = '6b0c7f6e-0f1a-4a5e-9a52-7f4f6a1d2c3b';
const born = (text: string) => dateOfBirthSchema.parse(text);
const person = { firstName: 'Ruth', lastName: 'Khan', dateOfBirth: born('1977-05-14') };
const noContact = { email: null, mobile: null, isSafe: null };

/** Everything for oneself, record access among it; `change` replaces what a test cares about. */
function own(change: Partial<SelfApplication> = {}): SelfApplication {
  return {
    kind: 'self',
    draftId,
    ...person,
    nhsNumber: '9990000018',
    address: { line1: '4 Mill Lane', line2: null, town: 'Leeds', postcode: postcodeSchema.parse('LS65RT') },
    contact: { email: 'ruth@example.org', mobile: null, isSafe: true },
    services: ['record', 'appointments'],
    agreed: {
      version,
      statements: [
        { place: 0, millisecondsAgo: 61_000 },
        { place: 1, millisecondsAgo: 1_500 },
      ],
    },
    wantsToTalk: false,
    needs: { kinds: [], language: null },
    ...change,
  };
}

const read = (application: Application) => readForm(application, rules, now);
const formOf = (application: Application) => {
  const reading = read(application);
  if (reading.kind !== 'form') throw new Error(`Refused: ${reading.why}`);
  return reading.form;
};
const wordsChanged = { kind: 'refused', why: 'wordsChanged' };
const notTheirs = { kind: 'refused', why: 'notTheirs' };

describe('an application for oneself', () => {
  test('is kept with the exact words that were agreed to, and the instant of each', () => {
    expect(read(own())).toEqual({
      kind: 'form',
      form: {
        ...person,
        nhsNumber: '9990000018',
        address: { line1: '4 Mill Lane', line2: null, town: 'Leeds', postcode: 'LS65RT' },
        contact: { email: 'ruth@example.org', mobile: null, isSafe: true },
        services: ['appointments', 'record'],
        agreed: {
          version,
          statements: [
            { words: 'I keep it safe.', at: '2026-11-23T13:58:59.000Z' },
            { words: 'I tell the practice.', at: '2026-11-23T13:59:58.500Z' },
          ],
        },
        wantsToTalk: false,
        needs: { kinds: [], language: null },
        asker: null,
        account: null,
      },
    });
  });

  const ago = (...all: [number, number][]) => ({
    version,
    statements: all.map(([place, millisecondsAgo]) => ({ place, millisecondsAgo })),
  });
  test.each([
    ['nothing', null],
    ['other words', { ...own().agreed, version: '00000000' }],
    ['one of two', ago([0, 5])],
    ['one twice', ago([0, 5], [0, 4])],
    ['one that is not there', ago([0, 5], [2, 4])],
    ['all and one more', ago([0, 5], [1, 4], [2, 3])],
    ['in another order', ago([1, 5], [0, 4])],
    ['the second before the first', ago([0, 4], [1, 5])],
    ['the day before', ago([0, 24 * 3_600_000 + 1], [1, 4])],
  ])('with record access is refused where %s was agreed to', (_what, agreed) => {
    expect(read(own({ agreed: agreed as SelfApplication['agreed'] }))).toEqual(wordsChanged);
  });

  test('with record access needs no agreement from somebody who would rather talk first, and then has none', () => {
    for (const agreed of [null, own().agreed]) {
      expect(formOf(own({ agreed, wantsToTalk: true }))).toMatchObject({ agreed: null, wantsToTalk: true });
    }
  });

  test('without record access holds no agreement', () => {
    expect(formOf(own({ services: ['prescriptions'] })).agreed).toBeNull();
    expect(formOf(own({ services: ['prescriptions'], agreed: null })).agreed).toBeNull();
  });

  test.each([
    ['2015-11-23', 'form'],
    ['2015-11-24', 'refused'],
    ['2027-01-01', 'refused'],
  ])('of somebody born on %s is a %s', (birth, kind) => {
    expect(read(own({ dateOfBirth: born(birth) })).kind).toBe(kind);
  });

  test('holds each service and need once, and a language only with an interpreter and only one that is offered', () => {
    const [offered = ''] = rules.interpreterLanguages;
    const needs = (kinds: SelfApplication['needs']['kinds'], language: string | null) =>
      formOf(own({ needs: { kinds, language } })).needs;
    expect(needs(['largePrint', 'interpreter', 'largePrint'], offered)).toEqual({
      kinds: ['interpreter', 'largePrint'],
      language: offered,
    });
    expect(needs(['largePrint'], offered)).toEqual({ kinds: ['largePrint'], language: null });
    expect(needs(['interpreter'], 'Klingon')).toEqual({ kinds: ['interpreter'], language: null });
    expect(formOf(own({ services: ['record', 'record', 'appointments'] })).services).toEqual([
      'appointments',
      'record',
    ]);
  });

  test('says of a contact that it is safe only where that was said, and nothing where there is none', () => {
    const safeOf = (contact: SelfApplication['contact']) => formOf(own({ contact })).contact?.isSafe;
    expect(safeOf({ email: null, mobile: '07700900123', isSafe: null })).toBe(false);
    expect(safeOf({ email: null, mobile: '07700900123', isSafe: false })).toBe(false);
    expect(safeOf({ ...noContact, isSafe: true })).toBeNull();
  });
});

describe('a request for staff', () => {
  const asker = { firstName: 'Omar', lastName: 'Khan', dateOfBirth: born('1951-02-03'), contact: noContact };
  const forAnother: Application = {
    kind: 'someoneElse',
    draftId,
    ...person,
    asker,
    relationship: 'attorney',
    services: ['record', 'prescriptions'],
    needs: { kinds: ['easyRead'], language: null },
  };

  test('for another person names both, and holds nothing that was not asked', () => {
    expect(formOf(forAnother)).toEqual({
      ...person,
      nhsNumber: null,
      address: null,
      contact: null,
      services: ['prescriptions', 'record'],
      agreed: null,
      wantsToTalk: false,
      needs: { kinds: ['easyRead'], language: null },
      asker: { ...asker, relationship: 'attorney' },
      account: null,
    });
    expect(read({ ...forAnother, asker: { ...asker, dateOfBirth: born('2027-01-01') } })).toEqual(notTheirs);
    expect(read({ ...forAnother, asker: { ...asker, dateOfBirth: born('2010-11-24') } })).toEqual(notTheirs);
    expect(read({ ...forAnother, asker: { ...asker, dateOfBirth: born('2010-11-23') } }).kind).toBe('form');
  });

  test('of a child is taken from a child only', () => {
    const child = (birth: string): Application => ({
      kind: 'underEleven',
      draftId,
      ...person,
      dateOfBirth: born(birth),
    });
    expect(formOf(child('2015-11-24'))).toMatchObject({ firstName: 'Ruth', services: [], needs: null, contact: null });
    expect(read(child('2015-11-23'))).toEqual(notTheirs);
  });

  test('about an account is taken at any age, with what is wrong and whose it is', () => {
    for (const birth of ['2018-01-01', '1931-01-01']) {
      const asked: Application = {
        kind: 'account',
        draftId,
        ...person,
        dateOfBirth: born(birth),
        wish: 'changeOrStop',
        whose: 'someoneElse',
      };
      expect(formOf(asked)).toMatchObject({ account: { wish: 'changeOrStop', whose: 'someoneElse' }, services: [] });
    }
  });
});

test('record access is never taken without every present statement, whatever a page sends', () => {
  const statements = fc.array(fc.record({ place: fc.nat(2), millisecondsAgo: fc.nat(100) }), { maxLength: 3 });
  const agreement = fc.option(fc.record({ version: fc.constantFrom(version, 'other'), statements }));
  fc.assert(
    fc.property(agreement, fc.boolean(), (agreed, wantsToTalk) => {
      const reading = read(own({ agreed, wantsToTalk }));
      if (reading.kind === 'refused') return;
      const { form } = reading;
      if (!form.wantsToTalk) expect(form.agreed?.statements.map(({ words }) => words)).toEqual(rules.recordStatements);
      const times = form.agreed?.statements.map(({ at: instant }) => instant) ?? [];
      expect(times).toEqual(times.toSorted());
    }),
  );
});
