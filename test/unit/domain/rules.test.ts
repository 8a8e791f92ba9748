import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkRules, defaultRules, unknownRules } from '../../../main/domain/rules';
import { receptionKindSchema } from '../../../preload/contract/kiosk';

/** Settings come from files and the store: their types are not to be trusted. */
function check(change: Record<string, unknown>): string[] {
  return checkRules({ ...defaultRules, ...change });
}

const choices = defaultRules.receptionChoices;
/** The default choices, the first one changed. */
const choicesWith = (change: Record<string, unknown>) => [{ ...choices[0], ...change }, ...choices.slice(1)];
const week = Object.fromEntries(
  ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, [] as unknown[]]),
);
const morning = { from: '08:00', to: '12:00' };

test('the default rules hold together', () => {
  expect(checkRules(defaultRules)).toEqual([]);
});

test('rules at their limits hold together', () => {
  expect(
    check({
      window: { earlyMinutes: 0, lateMinutes: 0 },
      nurseLedWindow: { earlyMinutes: 1440, lateMinutes: 20 },
      clinicianWindows: { 'Dr Anita Rao': { earlyMinutes: 1440, lateMinutes: 20 } },
      clinicianLatePolicies: { 'Dr Anita Rao': 'checkIn' },
      latePolicy: 'checkIn',
      lateLimitMinutes: 20,
      joinMinutes: 0,
      slotTypeModes: { 'Telephone triage': 'phone' },
      statusWords: { 'In with HCA': 'sentIn' },
      privateSlotTypes: ['Sexual health'],
      seeReceptionSlotTypes: ['Fasting bloods'],
      postcodeAlwaysDays: ['01-01', '02-29'],
      calling: 'here',
      places: { 'Dr Anita Rao': { waitingArea: null, room: 'Room 4' } },
      waitingArea: 'x'.repeat(60),
      mapWords: 'x'.repeat(200),
      hygieneLine: null,
      needsQuestionAgainDays: 7,
      visitsKeptDays: 7,
      interpreterLanguages: [],
      ownQuestion: { text: 'How did you come here today?', choices: ['On foot', 'By bus'] },
      ownQuestionOff: [],
      receptionChoices: choices.map((choice, index) => ({ ...choice, isOffered: index === 5 })),
      walkIn: { day: '2026-11-23', name: 'Flu vaccination', until: '11:30' },
      openingHours: { ...week, monday: [{ from: '13:00', to: '18:30' }, morning, { from: '12:00', to: '13:00' }] },
      bankHolidaysOpen: ['2026-12-28'],
      closedDays: ['2026-12-24'],
      badRowsLimitPercent: 0,
      claimsInBurst: 6,
      claimsPerMinute: 20,
      signUpClosed: { ...week, sunday: [{ from: '00:00', to: '23:59' }] },
      signUpPausedOn: '2026-11-23',
      nhsAppLink: 'https://www.example.nhs.uk/online?lang=en#how',
      photoDocuments: ['Passport'],
      emailEndings: [],
      recordTopics: [],
      recordStatements: ['x'.repeat(200)],
      proxyReviewAge: 11,
      proxyReviewNoticeDays: 0,
      applicationsKeptDays: 365,
      odsCode: 'Y01234',
      helpPhone: '+44 20 7946 0123',
      emisLink: 'https://www.example.nhs.uk/emis?odsCode=A12345',
      startLink: `https://www.example.nhs.uk/${'x'.repeat(173)}`,
      slipExpiryDays: 365,
    }),
  ).toEqual([]);
});

const problems: [string, unknown, RegExp][] = [
  ['window', { ...defaultRules.window, lateMinute: 5 }, /check-in window: there is nothing called "lateMinute"/],
  ['clinicianWindows', { 'Dr Anita Rao': { ...defaultRules.window, late: 5 } }, /"Dr Anita Rao": .*called "late"/],
  ['places', { 'Dr Anita Rao': { waitingArea: null, room: null, floor: '1' } }, /"Dr Anita Rao": .*called "floor"/],
  ['ownQuestion', { text: 'How?', choices: ['Yes', 'No'], isOn: true }, /own question: .*called "isOn"/],
  ['ownQuestionOff', [{ ...morning, day: 'monday' }], /own question: .*called "day"/],
  ['openingHours', { ...week, monday: [{ ...morning, note: 'x' }] }, /on Monday: .*called "note"/],
  ['receptionChoices', choicesWith({ ticket: true }), /no appointment: .*called "ticket"/],
  ['walkIn', { day: '2026-11-23', name: 'Flu', until: '11:30', room: '4' }, /walk-in session: .*called "room"/],

  ['practiceName', '  ', /name of the practice/],
  ['practiceName', 'x'.repeat(101), /name of the practice/],
  ['practiceName', 7, /name of the practice/],
  ['practiceName', 'Elm\nSurgery', /name of the practice must be one line/],

  ['window', { earlyMinutes: -1, lateMinutes: 10 }, /minutes early/],
  ['window', { earlyMinutes: 30, lateMinutes: 1.5 }, /minutes late/],
  ['window', null, /minutes early/],
  ['window', [30, 10], /minutes early/],
  ['nurseLedWindow', { earlyMinutes: '30', lateMinutes: 10 }, /nurse-led/],
  ['clinicianWindows', { 'Dr Anita Rao': { earlyMinutes: 30 } }, /"Dr Anita Rao": minutes late/],
  ['clinicianWindows', { 'Dr Anita Rao': { earlyMinutes: 30, lateMinutes: 61 } }, /"Dr Anita Rao": 61 minutes late/],
  ['slotTypeWindows', { '': { earlyMinutes: 30, lateMinutes: 10 } }, /by slot type: a name is empty/],
  ['siteWindows', [], /by site must be a table/],
  ['siteWindows', { Elm: defaultRules.window, ' ELM': defaultRules.window }, /by site: "elm" is there twice/],
  ['latePolicy', 'never', /patients who are late must be one of reception, checkIn/],
  ['clinicianLatePolicies', { 'Dr Anita Rao': true }, /"Dr Anita Rao" must be one of/],
  ['lateLimitMinutes', 9, /check-in window: 10 minutes late are more than the 9/],
  ['lateLimitMinutes', 14, /nurse-led sessions: 15 minutes late are more than the 14/],
  ['lateLimitMinutes', null, /always go to reception must be a whole number/],
  ['joinMinutes', Number.NaN, /join/],

  ['slotTypeModes', { Telephone: 'telephone' }, /"Telephone" must be one of inPerson, phone, video, homeVisit/],
  ['slotTypeModes', { Telephone: 'phone', 'TELEPHONE ': 'phone' }, /"telephone" is there twice/],
  ['statusWords', { 'In with HCA': 'here' }, /"In with HCA" must be one of booked/],
  ['statusWords', 'sentIn', /status words must be a table/],
  ['privateSlotTypes', 'Sexual health', /private must be a list/],
  ['privateSlotTypes', [''], /Each of slot types that are private/],
  ['seeReceptionSlotTypes', ['Bloods', 'bloods'], /"bloods" is there twice/],
  ['seeReceptionSlotTypes', [null], /Each of slot types that are asked to see reception/],
  ['postcodeAlwaysDays', ['02-30'], /"02-30" is not a birthday/],
  ['postcodeAlwaysDays', ['1 January'], /not a birthday/],
  ['postcodeAlwaysDays', [11], /"11" is not a birthday/],
  ['postcodeAlwaysDays', '01-01', /must be a list/],

  ['calling', 'nobody', /calls patients in must be one of here, clinicalSystem, staffFetch/],
  ['places', { 'Dr Anita Rao': 'Room 4' }, /"Dr Anita Rao" must have a waiting area and a room/],
  ['places', { 'Dr Anita Rao': { waitingArea: null } }, /"Dr Anita Rao": the room/],
  ['places', { 'Dr Anita Rao': { waitingArea: 'x'.repeat(61), room: null } }, /"Dr Anita Rao": the waiting area/],
  ['waitingArea', '', /The waiting area/],
  ['mapWords', 'x'.repeat(201), /picture of the way/],
  ['hygieneLine', 7, /clean hands/],
  ['hygieneLine', 'Clean \u202eyour hands', /clean hands.* one line/],
  ['isSuccessSoundOn', 'yes', /sound is heard after a check-in must be true or false/],
  ['isHelpSoundOn', null, /needs help must be true or false/],
  ['isNeedsQuestionAsked', 1, /asked for their needs must be true or false/],
  ['needsQuestionAgainDays', 31, /not asked again must be a whole number from 0 to 30/],
  ['needsQuestionAgainDays', -1, /not asked again/],
  ['interpreterLanguages', ['Polski', 'polski'], /"polski" is there twice/],
  ['interpreterLanguages', ['x'.repeat(41)], /languages of interpreters must have 1 to 40/],
  ['interpreterLanguages', Array.from({ length: 41 }, (_one, index) => `Language ${index}`), /at most 40/],
  ['ownQuestion', 'How are you?', /own question must be null/],
  ['ownQuestion', { text: '', choices: ['Yes', 'No'] }, /own question must have 1 to 200/],
  ['ownQuestion', { text: 'Well?', choices: ['Yes'] }, /choices of the practice's own question must be 2 to 6/],
  ['ownQuestion', { text: 'Well?', choices: ['1', '2', '3', '4', '5', '6', '7'] }, /must be 2 to 6/],
  ['ownQuestion', { text: 'Well?', choices: ['Yes', 'yes'] }, /"yes" is there twice/],
  ['ownQuestion', { text: 'Well?' }, /must be 2 to 6/],
  ['ownQuestionOff', [{ from: '10:00', to: '08:00' }], /own question: hours must end after they begin/],
  ['ownQuestionOff', [{ from: '8am', to: '10:00' }], /own question: hours must be given/],
  ['ownQuestionOff', [morning, { from: '11:59', to: '13:00' }], /overlap/],
  ['ownQuestionOff', null, /must be a list/],

  ['receptionChoices', {}, /must be a list/],
  ['receptionChoices', choices.slice(1), /"noAppointment" is missing/],
  ['receptionChoices', [...choices, choices[0]], /"noAppointment" is there twice/],
  ['receptionChoices', [...choices, { kind: 'complaint' }], /unknown kind, "complaint"/],
  ['receptionChoices', [...choices, null], /unknown kind, "null"/],
  ['receptionChoices', choices.map((choice) => ({ ...choice, isOffered: false })), /At least one choice/],
  ['receptionChoices', choicesWith({ isOffered: 'yes' }), /no appointment: whether it is offered/],
  ['receptionChoices', choicesWith({ label: 'x'.repeat(61) }), /no appointment: the label/],
  ['receptionChoices', choicesWith({ words: '' }), /no appointment: the words/],
  ['receptionChoices', choicesWith({ givesTicket: undefined }), /whether it gives a ticket/],
  ['receptionChoices', choicesWith({ raisesAlert: null }), /whether it raises an alert/],

  ['walkIn', { day: '2026-11-31', name: 'Flu', until: '11:30' }, /day of the walk-in session/],
  ['walkIn', { day: '2026-11-23', name: ' ', until: '11:30' }, /name of the walk-in session/],
  ['walkIn', { day: '2026-11-23', name: 'Flu', until: 'noon' }, /end of the walk-in session/],
  ['walkIn', true, /walk-in session must be null/],
  ['openingHours', [], /opening hours must be null/],
  ['openingHours', { monday: [morning] }, /opening hours on Tuesday must be a list/],
  ['openingHours', { ...week, monday: [{ ...morning, to: '24:00' }] }, /opening hours on Monday: hours must be given/],
  ['openingHours', { ...week, monday: [morning, morning] }, /opening hours on Monday: hours overlap/],
  ['openingHours', { ...week, monday: [morning], Montag: [] }, /"Montag", which is no day/],
  ['openingHours', week, /no hour of the week open/],
  ['bankHolidaysOpen', ['2026-02-30'], /"2026-02-30" is not a day/],
  ['closedDays', '2026-12-24', /closed must be a list/],
  ['closedDays', [20261224], /"20261224" is not a day/],
  ['isOutOfService', 'no', /out of service must be true or false/],
  ['isSignedOff', 0, /signed the kiosk off must be true or false/],

  ['stampListAfterMinutes', -1, /age of the list/],
  ['closeListAfterMinutes', 0, /closes check-in/],
  ['closeListAfterMinutes', 14, /must be shown before/],
  ['badRowsLimitPercent', 101, /bad rows/],
  ['visitsKeptDays', 0, /visits/],
  ['claimsInBurst', 5, /in a burst must be a whole number from 6/],
  ['claimsPerMinute', 19, /in a minute must be a whole number from 20/],
  ['claimsPerMinute', Infinity, /in a minute/],

  ['areNamesOnBoard', 1, /boards show names must be true or false/],
  ['isBoardSpoken', null, /boards speak must be true or false/],
  ['boardLines', ['One', 'Two', 'Three', 'Four'], /board must be a list of at most 3/],
  ['boardLines', ['If you feel worse,\ntell reception.'], /board must be one line/],
  ['roomDirections', { 'Room 4': '' }, /"Room 4" must have 1 to 60/],
  ['roomDirections', { 'Room 4': 'Left', 'ROOM  4': 'Right' }, /"room 4" is there twice/],
  ['worklistAmberMinutes', -1, /amber must be a whole number from 0/],
  ['worklistSoundMinutes', 0, /sounds must be a whole number from 1/],
  ['worklistSoundMinutes', 1, /amber before it sounds/],
  ['worklistSoundBeforeMinutes', 61, /before the start .* from 0 to 60/],
  ['deskLockMinutes', 0, /locks itself must be a whole number from 1/],

  ['isSignUpOffered', 'yes', /sign-up is offered must be true or false/],
  ['signUpClosed', null, /hours without sign-up must be a table/],
  ['signUpClosed', { ...week, monday: [{ from: '12:00', to: '08:00' }] }, /without sign-up on Monday: hours must end/],
  ['signUpClosed', { ...week, Montag: [] }, /without sign-up name "Montag"/],
  ['signUpPausedOn', 'today', /sign-up is paused must be null or written as/],
  ['signUpPausedOn', false, /sign-up is paused/],
  ['isSignUpInvited', null, /invited to sign up must be true or false/],
  ['identityCheckHours', '', /ID is checked must have 1 to 200/],
  ['nhsAppLink', 'http://www.nhs.uk/nhs-app/', /NHS App must be an address that begins with https/],
  ['nhsAppLink', 'www.nhs.uk/nhs-app', /begins with https/],
  ['nhsAppLink', 'https://nhs', /begins with https/],
  ['nhsAppLink', 'javascript:alert(1)', /begins with https/],
  ['nhsAppLink', `https://www.nhs.uk/${'x'.repeat(200)}`, /NHS App must have 1 to 200/],
  ['nhsAppLink', 'https://somebody:secret@www.nhs.uk/', /must not hold a user name/],
  ['nhsAppLink', 'https://www.nhs.uk/app?nhsNumber=1', /must not hold "nhsNumber"/],
  ['nhsAppLink', 'https://www.nhs.uk/app?dob=1', /must not hold "dob"/],
  ['nhsAppLink', 'https://www.nhs.uk/app?id=7', /must not hold "id"/],
  ['nhsAppLink', 'https://www.nhs.uk/app?linkageKey=7', /must not hold "linkageKey"/],
  ['nhsAppLink', 'https://www.nhs.uk/app#access_token=7', /must not hold "access_token"/],
  ['nhsAppLink', 'https://www.nhs.uk/app/9990000018', /must not hold an NHS number/],
  ['photoDocuments', [], /photograph must be a list of at least one/],
  [
    'photoDocuments',
    Array.from({ length: 21 }, (_one, index) => `Card ${index}`),
    /photograph must be a list of at most 20/,
  ],
  ['addressDocuments', 'Bank statement', /with the address must be a list/],
  ['addressDocuments', ['Bank statement', 'bank  statement'], /"bank statement" is there twice/],
  ['addressWithinMonths', 13, /is dated must be a whole number from 1 to 12/],
  ['emailEndings', ['gmail.com'], /"gmail.com" must begin with @ or with a full stop/],
  ['emailEndings', ['@'], /"@" must begin with/],
  ['emailEndings', ['@example .com'], /must begin with/],
  ['emailEndings', Array.from({ length: 9 }, (_one, index) => `@example${index}.com`), /at most 8/],
  [
    'recordTopics',
    Array.from({ length: 13 }, (_one, index) => `Topic ${index}`),
    /before the record must be a list of at most 12/,
  ],
  // More of these beside this file, in `slipRules.test.ts`.
  ['odsCode', 'a12345', /ODS code must be null or written as A12345/],
  ['helpPhone', 'ring reception', /help number must be null or a UK telephone number/],
  ['emisLink', 'http://www.nhs.uk/', /link for EMIS must be an address that begins with https/],
  ['systmOneLink', 'http://www.nhs.uk/', /link for SystmOne must be an address that begins with https/],
  ['startLink', 'http://www.nhs.uk/', /link of invitations must be an address that begins with https/],
  ['slipExpiryDays', 366, /slip expires, unless null, must be a whole number from 1 to 365/],
  ['recordStatements', [], /Statements before the record must be a list of at least one/],
  ['recordStatements', ['x'.repeat(201)], /statements before the record must have 1 to 200/],
  ['recordStatements', Array.from({ length: 11 }, (_one, index) => `Statement ${index}`), /at most 10/],
  ['referralDays', 91, /for a referral must be a whole number from 1 to 90/],
  ['proxyReviewAge', 14, /is reviewed must be a whole number from 11 to 13/],
  ['proxyReviewNoticeDays', -1, /staff are told must be a whole number from 0/],
  ['applicationsKeptDays', 0, /applications are kept must be a whole number from 1/],
  ['proxyReviewsKeptDays', 366, /reviews of access are kept must be a whole number from 1 to 365/],
];

describe('rules that do not hold together are told in one sentence each', () => {
  test.each(problems)('%s: %j', (name, value, words) => {
    const told = check({ [name]: value });
    expect(told.join('\n')).toMatch(words);
    for (const problem of told) expect(problem).toMatch(/^[^\n]+\.$/);
  });

  test('every rule has a wrong value above, or is a name of which nothing can be wrong', () => {
    expect([...new Set(problems.map(([name]) => name))].sort()).toEqual(Object.keys(defaultRules).sort());
  });

  test('a day cannot be open and closed', () => {
    const told = check({ bankHolidaysOpen: ['2026-12-28'], closedDays: ['2026-12-28'] });
    expect(told).toEqual([expect.stringMatching(/"2026-12-28" is given as .* open and .* closed\.$/)]);
  });
});

describe('a name that is no rule', () => {
  test('is refused, however it is spelt', () => {
    expect(check({ latePolice: 'checkIn' })).toEqual(['There is no rule called "latePolice".']);
    expect(unknownRules({ window: null, toString: 1, '': 2 })).toEqual([
      'There is no rule called "toString".',
      'There is no rule called "".',
    ]);
    expect(unknownRules({ 'a\nb': 1 })).toEqual(['There is no rule called "a b".']);
    expect(unknownRules(defaultRules)).toEqual([]);
  });

  test('and a rule that is missing is told too', () => {
    for (const name of Object.keys(defaultRules)) {
      expect(check({ [name]: undefined }), name).not.toEqual([]);
    }
  });
});

describe('nobody who comes in is told to come back another day', () => {
  test.each([
    'Please come back tomorrow.',
    'Coming back later is best.',
    'Try another day.',
    'We see you next week.',
    'Please call back later.',
    'Ring at 8 for an appointment.',
    'Please ring us from 8am.',
    'Phone the practice after  2pm.',
    'Please  COME\u00a0BACK.',
    'Return on Monday.',
    'Please ring first thing in the morning.',
    'Telephone us on Tuesday.',
  ])('%s', (words) => {
    for (const kind of receptionKindSchema.options) {
      const changed = choices.map((choice) => (choice.kind === kind ? { ...choice, words } : choice));
      const told = check({ receptionChoices: changed });
      expect(told).toHaveLength(1);
      expect(told[0]).toMatch(/must not say ".+": the GMS contract/);
    }
    expect(check({ receptionChoices: choicesWith({ label: words }) })).toHaveLength(1);
  });

  test.each([
    'Please take a seat. Somebody from reception will call you.',
    'Label the sample with your name and date of birth and put it in the box. The last collection is at 4pm.',
    'Prescriptions are ready to collect at the desk on the left.',
    'Reception is open Monday to Friday. Please ring the bell.',
    'We can answer by phone or at the desk.',
  ])('%s is fine', (words) => {
    expect(check({ receptionChoices: choicesWith({ words }) })).toEqual([]);
  });
});

test('whatever a file holds, the check answers in sentences and does not fail', () => {
  const name = fc.constantFrom(...Object.keys(defaultRules));
  const odd = fc.oneof(
    fc.anything({ withBigInt: false }),
    fc.bigInt(),
    fc.dictionary(fc.string(), fc.anything({ maxDepth: 1 })),
    fc.json().map((text) => JSON.parse(text) as unknown),
    fc.array(fc.record({ kind: fc.constantFrom('sample', 'register'), from: fc.string(), words: fc.anything() })),
  );
  fc.assert(
    fc.property(fc.dictionary(name, odd), (change) => {
      for (const problem of check(change)) expect(problem).toMatch(/^[^\n]{10,400}\.$/u);
    }),
    { numRuns: 300 },
  );
});
