import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRules, defaultRules } from '../../../main/domain/rules';
import { publicLinkProblems } from '../../../preload/contract/rules/publicLink';

/** Settings come from files and the store: their types are not to be trusted. */
function check(change: Record<string, unknown>): string[] {
  return checkRules({ ...defaultRules, ...change });
}

test.each([
  ['odsCode', 'A12345'],
  ['odsCode', 'Y0123'],
  ['helpPhone', '020 7946 0123'],
  ['helpPhone', '01632 960001'],
  ['helpPhone', '08001 11111'],
  ['helpPhone', '+442079460123'],
  ['emisLink', 'https://www.example.nhs.uk/online'],
  ['systmOneLink', 'https://www.example.nhs.uk/online'],
  ['startLink', 'https://www.example.nhs.uk/online'],
  ['slipExpiryDays', 1],
  ['slipExpiryDays', null],
])('%s can be %s', (name, value) => {
  expect(check({ [name]: value })).toEqual([]);
});

test.each<[string, unknown, RegExp]>([
  ['odsCode', '', /^The ODS code must be null or written as A12345\.$/],
  ['odsCode', 'a12345', /^The ODS code/],
  ['odsCode', ' A12345', /^The ODS code/],
  ['odsCode', 'A123456', /^The ODS code/],
  ['odsCode', 'А12345', /^The ODS code/],
  ['odsCode', 12345, /^The ODS code/],
  ['odsCode', undefined, /^The ODS code/],
  ['helpPhone', '', /^The help number must be null or a UK telephone number/],
  ['helpPhone', '020 7946 01', /^The help number/],
  ['helpPhone', '020 7946 01234', /^The help number/],
  ['helpPhone', '020  7946 0123', /^The help number/],
  ['helpPhone', ' 020 7946 0123', /^The help number/],
  ['helpPhone', '020-7946-0123', /^The help number/],
  ['helpPhone', '0 2 0 7 9 4 6 0 1 2 3', /^The help number/],
  ['helpPhone', '+33 1 23 45 67 89', /^The help number/],
  ['helpPhone', 'ring reception', /^The help number/],
  ['helpPhone', 2079460123, /^The help number/],
  ['emisLink', 'http://www.nhs.uk/', /^The link for EMIS must be an address that begins with https/],
  ['emisLink', null, /^The link for EMIS must have 1 to 200/],
  ['emisLink', 'https://www.nhs.uk/?accountId=1', /^The link for EMIS must not hold "accountId"/],
  ['emisLink', `https://www.nhs.uk/${'x'.repeat(200)}`, /^The link for EMIS must have 1 to 200/],
  ['systmOneLink', 'https://www.nhs.uk/#linkageKey=1', /^The link for SystmOne must not hold "linkageKey"/],
  ['systmOneLink', 'https://a:b@www.nhs.uk/', /^The link for SystmOne must not hold a user name/],
  ['startLink', 'https://www.nhs.uk/9990000018', /^The link of invitations must not hold an NHS number/],
  ['startLink', 'https://www.nhs.uk/\nhttps://example.org', /^The link of invitations must be one line/],
  ['slipExpiryDays', 0, /^Days after which a slip expires, unless null, must be a whole number from 1 to 365\.$/],
  ['slipExpiryDays', 366, /^Days after which a slip expires/],
  ['slipExpiryDays', 2.5, /^Days after which a slip expires/],
  ['slipExpiryDays', '30', /^Days after which a slip expires/],
])('%s cannot be %j', (name, value, sentence) => {
  expect(check({ [name]: value })).toEqual([expect.stringMatching(sentence)]);
});

describe('links that everybody is shown', () => {
  const linkNames = ['nhsAppLink', 'emisLink', 'systmOneLink', 'startLink'] as const;

  test('are refused by the machine exactly where the page says what is wrong with them', () => {
    const link = fc.oneof(
      fc.webUrl({ validSchemes: ['https', 'http'], withQueryParameters: true, withFragments: true }),
      fc.constantFrom('https://www.nhs.uk/?token=1', 'https://somebody@www.nhs.uk/', 'https://localhost/'),
    );
    fc.assert(
      fc.property(fc.constantFrom(...linkNames), link, (name, value) => {
        expect(check({ [name]: value }).length === 0).toBe(
          publicLinkProblems(value).length === 0 && value.length <= 200,
        );
      }),
    );
  });

  test('never hold a field that could say who somebody is, wherever it stands', () => {
    const fields = [
      'nhsNumber',
      'DOB',
      'patient_id',
      'id',
      'Surname',
      'accountID',
      'linkage-key',
      'otp_code',
      'session',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...fields), fc.constantFrom('?', '?lang=en&', '#', '#a=1&'), (field, before) => {
        expect(publicLinkProblems(`https://www.nhs.uk/app${before}${field}=1`)).toEqual([{ kind: 'tells', field }]);
      }),
    );
  });

  test.each<[string, string]>([
    ['https://@www.nhs.uk/', 'signIn'],
    ['https://www.nhs.uk@example.org/', 'signIn'],
    ['https://www.nhs.uk:1@example.org/', 'signIn'],
    ['https://www.nhs.uk\\@example.org/', 'signIn'],
    ['https:\\\\www.nhs.uk/', 'notHttps'],
    ['https:/www.nhs.uk/', 'notHttps'],
    ['https:www.nhs.uk', 'notHttps'],
    ['https://www.nhs.uk\\example', 'notHttps'],
    ['https://www.n\u04bbs.uk/', 'notHttps'],
    ['https://www.nhs\u3002uk/', 'notHttps'],
    ['https://www.nhs.uk/\u202eknil', 'notHttps'],
    ['https://www.n\u00adhs.uk/', 'notHttps'],
    ['https://192.0.2.1/', 'notHttps'],
    ['https://3221225985/', 'notHttps'],
    ['https://[2001:db8::1]/', 'notHttps'],
    ['https://[::ffff:192.0.2.1]/', 'notHttps'],
    ['https://www..nhs.uk/', 'notHttps'],
    ['https://www.nhs.uk:99999/', 'notHttps'],
    ['https://kiosk-1/', 'notHttps'],
    ['javascript:alert(1)//https://www.nhs.uk/', 'notHttps'],
    ['data:text/html,https://www.nhs.uk/', 'notHttps'],
    [' https://www.nhs.uk/', 'notHttps'],
    ['https://www.nhs.uk/999%20000%200018', 'nhsNumber'],
    ['https://www.nhs.uk/999-000-0018', 'nhsNumber'],
    ['https://www.nhs.uk/999/000/0018', 'nhsNumber'],
    ['https://www.nhs.uk/v1.9990000018', 'nhsNumber'],
    ['https://www.nhs.uk/2026-9990000018', 'nhsNumber'],
    ['https://www.nhs.uk/?x=5_9990000018', 'nhsNumber'],
    ['https://www.nhs.uk/%39%39%390000018', 'nhsNumber'],
    ['https://www.nhs.uk/%2539%2539%25390000018', 'nhsNumber'],
    ['https://www.nhs.uk/?a=1;token=2', 'tells'],
    ['https://www.nhs.uk/app;token=2', 'tells'],
    ['https://www.nhs.uk/?%74oken=2', 'tells'],
    ['https://www.nhs.uk/?%2574oken=2', 'tells'],
    ['https://www.nhs.uk/?next=https://x.example/?token=2', 'tells'],
    ['https://www.nhs.uk/#/start?token=2', 'tells'],
  ])('%s is refused: %s', (link, kind) => {
    expect(publicLinkProblems(link).map((problem) => problem.kind)).toEqual([kind]);
  });

  test.each([
    'https://www.nhs.uk/',
    'HTTPS://WWW.NHS.UK/app#start',
    'https://practice.example.org/2/Login',
    'https://www.example.nhs.uk:8443/online/?lang=cy&ods_code=A12345',
    'https://a-b.example.org',
  ])('%s may be shown', (link) => {
    expect(publicLinkProblems(link)).toEqual([]);
  });

  test('lead, for every program that reads them, to the host that stands in them', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ahs.:/\\@?#%[]\u04bb1'), maxLength: 14 }), (rest) => {
        const link = `https://www.nhs.uk${rest}`;
        if (publicLinkProblems(link).length > 0) return;
        expect(new URL(link).hostname).toBe(/^https:\/\/([^:/?#]+)/.exec(link)?.[1]);
      }),
      { numRuns: 500 },
    );
  });
});
