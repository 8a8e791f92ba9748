import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import { accountWishSchema, relationshipSchema, services as offered } from '../../../../preload/contract/signUp';
import { emptyDraft } from '../../../../renderer/kiosk/flow/signUp/draft';
import { ageWords } from '../../../../renderer/kiosk/screens/signUp/age';
import { isCapitalNext } from '../../../../renderer/kiosk/screens/signUp/capitals';
import { accountWishes, relationships, services } from '../../../../renderer/kiosk/screens/signUp/choiceLists';
import { spacedPostcode } from '../../../../renderer/kiosk/screens/signUp/postcodes';
import { messagesOf } from '../../../../renderer/kiosk/screens/signUp/problemWords';
import { catalogue } from '../../../../renderer/text/catalogue';
import { en } from '../../../../renderer/text/en';

const today = dateSchema.parse('2026-11-23');
const { t } = catalogue;

describe('what can be chosen', () => {
  test('is what the contract takes, in its order', () => {
    expect(accountWishes).toEqual(accountWishSchema.options);
    expect(relationships).toEqual(relationshipSchema.options);
    expect(services).toEqual(offered);
  });
});

describe('what the age changes in the words', () => {
  const of = (day: string, month: string, year: string) =>
    ageWords({ ...emptyDraft('0b6f0a4e-2f0c-4d0e-9f63-2f4f8f7f1a11'), born: { day, month, year } }, today);

  test.each([
    ['11 today', of('23', '11', '2015'), { isYoung: true, isNhsAppNamed: false }],
    ['13 tomorrow', of('24', '11', '2013'), { isYoung: true, isNhsAppNamed: false }],
    ['13 today', of('23', '11', '2013'), { isYoung: true, isNhsAppNamed: true }],
    ['16 tomorrow', of('24', '11', '2010'), { isYoung: true, isNhsAppNamed: true }],
    ['16 today', of('23', '11', '2010'), { isYoung: false, isNhsAppNamed: true }],
    ['not known', of('', '', ''), { isYoung: false, isNhsAppNamed: false }],
  ])('%s', (_age, words, expected) => {
    expect(words).toEqual(expected);
  });

  test('young people are never sent to a parent, and nobody under 13 to the NHS App', () => {
    const { contact, knowsNhsNumber } = en.signUp;
    const toYoung = [contact.young, contact.notNeeded, contact.emailHint, contact.mobileHint, knowsNhsNumber.hint];
    for (const words of toYoung) expect(words).not.toMatch(/parent|mother|father|guardian|grown-up|NHS App/i);
    expect(contact.young).toMatch(/only your own.*leave both empty.*ask at reception/i);
    expect(contact.young).toContain('We will not use the number on your record');
  });
});

describe('the messages of a page', () => {
  test('say once what is wrong with three boxes of one date, and whose date it is', () => {
    const problems = (['day', 'month', 'year'] as const).map((field) => ({ field, problem: 'notRealDate' as const }));
    expect(messagesOf(t, { page: 'dateOfBirth', problems })).toEqual([
      { field: 'day', message: 'Your date of birth must be a real date' },
    ]);
    expect(messagesOf(t, { page: 'theirDateOfBirth', problems })).toEqual([
      { field: 'day', message: 'Their date of birth must be a real date' },
    ]);
  });

  test('help whoever has typed a National Insurance number, and hold nobody up', () => {
    const problems = [{ field: 'nhsNumber', problem: 'nationalInsurance' }] as const;
    const [found] = messagesOf(t, { page: 'nhsNumber', problems });
    expect(found?.message).toMatch(/National Insurance number.*go on without it/);
    for (const words of Object.values(en.signUp.problem.nhsNumber)) expect(words).toMatch(/go on without it/);
  });

  test('have words of their own for every box', () => {
    const { empty } = en.signUp.problem.line1;
    const all = [empty, en.signUp.problem.town.empty, en.signUp.problem.postcode.empty];
    expect(new Set(all).size).toBe(all.length);
    expect(messagesOf(t, { page: 'services', problems: [{ field: 'choice', problem: 'none' }] })[0]?.message).toBe(
      'Choose at least one service',
    );
    expect(messagesOf(t, { page: 'whoFor', problems: [{ field: 'choice', problem: 'none' }] })[0]?.message).toBe(
      'Choose one to go on',
    );
  });
});

describe('capitals of the on-screen keyboard', () => {
  test.each([
    ['lastName', '', true],
    ['lastName', 'van ', true],
    ['lastName', "O'", true],
    ['lastName', 'Smith-', true],
    ['lastName', 'Smith', false],
    ['town', 'St John’s ', true],
    ['town', 'St John’', false],
    ['email', '', false],
  ] as const)('%s after "%s": %s', (field, text, expected) => {
    expect(isCapitalNext(field, text)).toBe(expected);
  });
});

test('a postcode is written with its last three characters apart, and never broken', () => {
  expect(['LS65RT', 'm1 1ae', 'BFPO57', 'LS6'].map(spacedPostcode)).toEqual([
    'LS6\u00a05RT',
    'm1\u00a01ae',
    'BFPO\u00a057',
    'LS6',
  ]);
});
