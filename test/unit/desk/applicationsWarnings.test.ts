import { describe, expect, test } from 'vitest';
import { endsOn } from '../../../renderer/desk/applications/acting/day';
import { accountToClose, warningsOf } from '../../../renderer/desk/applications/page/warningsOf';
import { pageWords } from '../../../renderer/text/desk/applicationsPage';
import { dateSchema } from '../../../preload/contract/rules/dates';
import { applicationDetail } from './applicationDetails';

const { warnings: words } = pageWords;
const today = dateSchema.parse('2026-11-23');
const textsOf = (changed: Parameters<typeof applicationDetail>[0]) =>
  warningsOf(applicationDetail(changed), today).map(({ text }) => text);
const doneAt = (time: string) => ({ by: 'Jo Marsh', at: `2026-11-23T${time}:00.000Z` });
const verifiedAt = (time: string, interpreter: string) => ({
  ...doneAt(time),
  method: 'vouching',
  photoDocument: null,
  addressDocument: null,
  interpreter,
});

test('nobody is warned of an adult without anything particular', () => {
  expect(textsOf({})).toEqual([]);
});

describe('of age', () => {
  test('who has turned 16 since they applied decides for themselves, from the birthday on', () => {
    expect(textsOf({ age: 15, dateOfBirth: '2010-11-23' })).toEqual([words.turnedSixteen]);
    expect(textsOf({ age: 15, dateOfBirth: '2010-11-24' })).toEqual([words.under16(15)]);
    expect(textsOf({ age: 16, dateOfBirth: '2010-11-23' })).toEqual([]);
  });

  test('who has turned 11 since is asked themselves', () => {
    expect(textsOf({ kind: 'someoneElse', age: 10, dateOfBirth: '2015-11-23' })).toEqual([
      words.turnedEleven,
      words.under16(11),
    ]);
    expect(textsOf({ kind: 'underEleven', age: 10, dateOfBirth: '2015-11-24' })).toEqual([words.child(10)]);
    expect(textsOf({ kind: 'underEleven', age: 10, dateOfBirth: '2015-11-23' })).toEqual([words.turnedEleven]);
  });

  test('an asker under 16 goes to the safeguarding lead', () => {
    const asker = {
      firstName: 'Wren',
      lastName: 'Smith',
      relationship: 'child',
      contact: { email: null, mobile: null, isSafe: null },
    };
    const texts = (dateOfBirth: string) => textsOf({ kind: 'someoneElse', asker: { ...asker, dateOfBirth } });
    expect(texts('2010-11-24')).toEqual([words.youngAsker]);
    expect(texts('2010-11-23')).toEqual([]);
  });
});

describe('of language', () => {
  const needs = { kinds: ['interpreter'], language: 'Polish' };
  const agreed = { version: '1', statements: [] };

  test('statements agreed at the kiosk are gone through with an interpreter before the record is granted', () => {
    expect(textsOf({ needs, agreed })).toEqual([words.interpreter('Polish'), words.statements]);
    expect(textsOf({ needs, agreed, decisions: { record: 'referred' } })).toContain(words.statements);
    expect(textsOf({ needs })).not.toContain(words.statements);
    expect(textsOf({ agreed })).not.toContain(words.statements);
    expect(textsOf({ needs, agreed, agreedAtDesk: doneAt('10:00') })).not.toContain(words.statements);
    expect(textsOf({ needs, agreed, decisions: { record: 'granted' } })).not.toContain(words.statements);
  });

  test.each(['verification', 'askerVerification'])('a relative who interpreted counts in %s', (which) => {
    const relative = { [which]: verifiedAt('10:00', 'relative') };
    expect(textsOf(relative)).toEqual([words.relative]);
    expect(textsOf({ ...relative, agreedAtDesk: doneAt('09:59') })).toEqual([words.relative]);
    expect(textsOf({ ...relative, agreedAtDesk: doneAt('10:01') })).toEqual([]);
    expect(textsOf({ [which]: verifiedAt('10:00', 'staff') })).toEqual([]);
  });
});

describe('of what is left to do in the clinical system', () => {
  test('record access that was confirmed off and is granted since is switched on, also at the end', () => {
    const granted = { decisions: { record: 'granted' }, account: doneAt('09:00'), recordOff: doneAt('09:10') };
    expect(textsOf(granted)).toEqual([words.recordOn]);
    const closed = { ended: 'closed', endedAt: doneAt('11:00').at, handedOver: doneAt('11:00') };
    expect(textsOf({ ...granted, ...closed })).toEqual([words.recordOn]);
    expect(textsOf({ ...granted, recordOff: null })).toEqual([]);
    expect(textsOf({ ...granted, decisions: { record: 'declined' } })).toEqual([]);
  });

  test.each(['withdrawn', 'expired'])(
    'the account of an application that is %s is closed, and no record switched on',
    (ended) => {
      const given = {
        ended,
        endedAt: doneAt('11:00').at,
        account: doneAt('09:00'),
        decisions: { record: 'granted' },
        recordOff: doneAt('09:10'),
      };
      expect(textsOf(given)).toEqual([words.accountExists]);
      expect(textsOf({ ...given, account: null })).toEqual([]);
      expect(textsOf({ ...given, handedOver: doneAt('10:00') })).toEqual([
        `${words.accountExists} ${words.detailsGiven}`,
      ]);
    },
  );

  test('before it is withdrawn the account is named only with what was given', () => {
    expect(accountToClose({ handedOver: null })).toBe('The account exists. Close it in the clinical system first.');
    expect(accountToClose({ handedOver: doneAt('10:00') })).toMatch(/ The patient already has the details\.$/);
  });

  test('nothing else is said at the end', () => {
    expect(textsOf({ ended: 'closed', endedAt: doneAt('11:00').at, duplicates: 1, wantsToTalk: true })).toEqual([]);
  });
});

test('an application ends by itself three calendar months after its London day, on the last of a shorter month', () => {
  expect(endsOn('2026-11-23T10:00:00.000Z')).toBe('2027-02-23');
  expect(endsOn('2026-11-30T10:00:00.000Z')).toBe('2027-02-28');
  expect(endsOn('2027-11-30T10:00:00.000Z')).toBe('2028-02-29');
  expect(endsOn('2026-07-31T23:30:00.000Z')).toBe('2026-11-01');
  expect(pageWords.endsOn('2027-02-23')).toBe('Ends by itself on Tuesday 23 February');
});
