import { describe, expect, test } from 'vitest';
import { canGrantAll, grantable, isInScope } from '../../../renderer/desk/applications/decision/decisions';
import {
  missingParts,
  newVerification,
  verificationOf,
} from '../../../renderer/desk/applications/identity/verification';
import { contactFields, personFields } from '../../../renderer/desk/applications/page/fields';
import { agoOf, kindOf, nextOf, personOf, signUpOf } from '../../../renderer/text/desk/applications';
import { bringOf, identityWords, missingNames, refuseNames } from '../../../renderer/text/desk/applicationsIdentity';
import { decisionWords } from '../../../renderer/text/desk/applicationsDecision';
import { actRefusalOf } from '../../../renderer/text/desk/applicationsRefusals';
import { applicationDetailSchema, comeBackSchema, refusalSchema } from '../../../preload/contract/desk/applications';
import { dateOfBirthSchema } from '../../../preload/contract/rules/dates';
import { signUpStateSchema } from '../../../preload/contract/signUp';

const documents = { ...newVerification, photoDocument: 'Passport', addressDocument: 'Council tax bill' };
const confirmed = { isThePerson: true, isTheRecord: true };

describe('a verification', () => {
  test('by documents needs one of each kind and both confirmations', () => {
    expect(missingParts(newVerification, false)).toEqual(['photo', 'address', 'person', 'record']);
    expect(verificationOf({ ...documents, isThePerson: true }, false)).toBeNull();
    expect(verificationOf({ ...documents, ...confirmed }, false)).toEqual({
      method: 'documents',
      photoDocument: 'Passport',
      addressDocument: 'Council tax bill',
      interpreter: 'none',
      isThePerson: true,
      isTheRecord: true,
      wasAskedAlone: false,
    });
  });

  test('without documents leaves out those that were chosen before', () => {
    const given = verificationOf({ ...documents, ...confirmed, method: 'vouching' }, false);
    expect([given?.photoDocument, given?.addressDocument]).toEqual([null, null]);
  });

  test('asks alone whoever has somebody with them, and always where it is about two people', () => {
    const vouched = { ...newVerification, ...confirmed, method: 'vouching' } as const;
    expect(missingParts(vouched, false)).toEqual([]);
    expect(missingParts(vouched, true)).toEqual(['alone']);
    expect(missingParts({ ...vouched, hasCompanion: true }, false)).toEqual(['alone']);
    expect(missingParts({ ...vouched, interpreter: 'professional' }, false)).toEqual(['alone']);
    expect(missingParts({ ...vouched, hasCompanion: true, wasAskedAlone: true }, false)).toEqual([]);
  });

  test('never has a relative interpret questions from the record', () => {
    const draft = { ...newVerification, ...confirmed, interpreter: 'relative', wasAskedAlone: true } as const;
    expect(missingParts({ ...draft, method: 'vouchingWithRecord' }, false)).toEqual(['relative']);
    expect(missingParts({ ...draft, method: 'vouching' }, false)).toEqual([]);
  });
});

describe('deciding', () => {
  const possible = [
    { act: 'grant' as const, service: 'appointments' as const },
    { act: 'grant' as const, service: 'record' as const },
  ];
  const decisions = { appointments: 'pending', record: 'pending' } as const;

  test('all at once is offered only where all of what is left can be granted', () => {
    const own = { kind: 'self', proxy: null, decisions, possible } as const;
    expect(grantable(own)).toEqual(['appointments', 'record']);
    expect(canGrantAll(own)).toBe(true);
    expect(canGrantAll({ ...own, possible: possible.slice(0, 1) })).toBe(false);
    expect(canGrantAll({ ...own, decisions: { appointments: 'granted', record: 'pending' } })).toBe(false);
  });

  test('for somebody else goes no further than what was recorded', () => {
    const proxy = applicationDetailSchema.shape.proxy.parse({
      by: 'Jo',
      at: '2026-11-23T10:00:00.000Z',
      relationship: 'carer',
      basis: 'attorney',
      scope: ['appointments'],
    });
    const application = { kind: 'someoneElse', proxy, decisions, possible } as const;
    expect(isInScope(application, 'record')).toBe(false);
    expect(isInScope({ ...application, proxy: null }, 'appointments')).toBe(false);
    expect(grantable(application)).toEqual(['appointments']);
    expect(canGrantAll(application)).toBe(false);
  });
});

describe('what is copied', () => {
  const person = {
    firstName: 'Anna',
    lastName: 'Smith',
    dateOfBirth: dateOfBirthSchema.parse('1950-03-12'),
    nhsNumber: '9990000018',
    address: { line1: '14 Elm Grove', line2: null, town: 'Leeds', postcode: 'LS62AB' },
  };

  test('is what the clinical system takes, while grouped numbers and words are shown', () => {
    const fields = personFields(person, 76);
    const of = (label: string) => fields.find((field) => field.label === label);
    expect(of('NHS number')).toMatchObject({ shown: '999 000 0018', copied: '9990000018' });
    expect(of('Date of birth')).toMatchObject({ shown: '12 Mar 1950 (76 years)', copied: '12/03/1950' });
    expect(of('Postcode')).toMatchObject({ shown: 'LS6 2AB', copied: 'LS6 2AB' });
    const forces = { ...person, address: { ...person.address, postcode: 'BFPO801' } };
    expect(personFields(forces, null).find(({ label }) => label === 'Postcode')).toMatchObject({ copied: 'BFPO 801' });
    expect(of('Address line 2')).toBeUndefined();
    expect(fields).toHaveLength(7);
  });

  test('is never a way of contact that is not safe', () => {
    const contact = { email: 'anna@example.org', mobile: '07700900123' };
    expect(contactFields({ ...contact, isSafe: true }).map(({ copied }) => copied)).toEqual([
      'anna@example.org',
      '07700900123',
    ]);
    expect(contactFields({ ...contact, isSafe: false }).map(({ copied }) => copied)).toEqual(['', '']);
    expect(contactFields({ email: null, mobile: null, isSafe: null })).toHaveLength(1);
  });
});

describe('words of the Applications tab', () => {
  test('there are for every refusal, each its own', () => {
    const sentences = refusalSchema.options.map((why) => actRefusalOf('NOT_NOW', { why }));
    expect(new Set(sentences).size).toBe(refusalSchema.options.length);
    expect(actRefusalOf('NOT_NOW', { why: 'toString' })).toBe('As things stand this cannot be done.');
  });

  test('say who was quicker, and leave what is not theirs to the general words', () => {
    expect(actRefusalOf('CHANGED', { by: 'Sam', at: '2026-11-23T10:05:00.000Z' })).toMatch(
      /^Sam was quicker and changed this at 10:05am\./,
    );
    expect(actRefusalOf('CHANGED', { by: null, at: null })).toMatch(/^The kiosk, or a time-out, was quicker/);
    expect(actRefusalOf('GONE', undefined)).toMatch(/not there any more/);
    expect(actRefusalOf('NOT_COMPLETE', undefined)).toMatch(/missing/);
    expect(actRefusalOf('LOST', undefined)).toBeNull();
  });

  test('for the patient never hint why', () => {
    const said = [identityWords.say, decisionWords.sayDeclined, decisionWords.sayReferred].join(' ').toLowerCase();
    const reasons = Object.values(refuseNames).flatMap((name) => name.toLowerCase().match(/[a-z]{8,}/g) ?? []);
    const telling = ['safeguard', 'review', 'identity', 'pressure', 'code', 'harm', 'refus', 'declin'];
    for (const word of [...reasons.filter((one) => one !== 'something'), ...telling]) expect(said).not.toContain(word);
  });

  test('to take home name what to bring, and nobody', () => {
    const kinds = { photo: ['Passport', 'PASS card'], address: ['Bank statement'], months: 3 };
    const lines = comeBackSchema.options.map((one) => bringOf(one, kinds));
    expect(new Set(lines).size).toBe(comeBackSchema.options.length);
    expect(lines[0]).toBe('One of these, with your photo: Passport or PASS card.');
    expect(Object.keys(missingNames)).toEqual(comeBackSchema.options);
  });

  test('are short in columns', () => {
    expect([0, 12, 59, 60, 1_439, 1_440, 4_500].map(agoOf)).toEqual([
      'now',
      '12 min',
      '59 min',
      '1 h',
      '23 h',
      '1 day',
      '3 days',
    ]);
    expect(personOf({ firstName: '', lastName: 'Suharto' })).toBe('Suharto');
    expect(kindOf({ kind: 'account', wish: 'changeOrStop' })).toBe('Change or stop access');
    expect(nextOf({ next: 'verify', identity: 'comeBack', isForLater: false })).toBe('Check identity: comes back');
    expect(nextOf({ next: 'talk', identity: 'submitted', isForLater: false })).not.toMatch(/alone|private|safe/i);
  });

  test('say until when sign-up is closed', () => {
    const closed = signUpStateSchema.parse({ state: 'closed', opens: { day: '2026-11-23', time: '10:00' } });
    expect(signUpOf(closed)).toBe('Sign-up closed until Monday 23 November, 10am');
    expect(signUpOf({ state: 'closed', opens: null })).toBe('Sign-up closed');
    expect(signUpOf({ state: 'paused' })).toBe('Sign-up paused for today');
  });
});
