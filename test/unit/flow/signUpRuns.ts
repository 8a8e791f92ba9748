import fc from 'fast-check';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FormField, SignUpPage } from '../../../renderer/kiosk/flow/signUp/state';
import { adult, born, carer, draftId, holder, reference, signUpTapped, typedIn } from './signUpSupport';
import type { Answers } from './signUpSupport';

const fields: FormField[] = ['firstName', 'lastName', 'theirFirstName', 'theirLastName', 'nhsNumber', 'line1', 'line2'];
const moreFields: FormField[] = ['town', 'postcode', 'email', 'mobile', 'day', 'month', 'year'];
const field = fc.constantFrom(...fields, ...moreFields);
const text = fc.oneof(
  fc.constantFrom(
    'Zephyrine',
    '9990000018',
    'LS6 5RT',
    'x@example.com',
    '07700900123',
    '14',
    '2018',
    'x'.repeat(9_999),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const pages: SignUpPage[] = [
  'whoFor',
  'name',
  'dateOfBirth',
  'contact',
  'services',
  'needs',
  'recordTopics',
  'statement',
];
const requestId = fc.integer({ min: 0, max: 12 });

/** What carries nothing, or one of a few things. */
const plain: FlowEvent[] = [
  { type: 'signUpTapped', draftId },
  { type: 'accountTapped' },
  { type: 'wishChosen', wish: 'changeOrStop' },
  { type: 'whoseChosen', whose: 'mine' },
  { type: 'whoChosen', who: 'me' },
  { type: 'whoChosen', who: 'someoneElse' },
  { type: 'reuseChosen', isAgreed: true },
  { type: 'reuseChosen', isAgreed: false },
  { type: 'relationshipChosen', relationship: 'attorney' },
  { type: 'nhsNumberKnown', isKnown: true },
  { type: 'nhsNumberKnown', isKnown: false },
  { type: 'contactSafeChosen', isSafe: false },
  { type: 'serviceToggled', service: 'record' },
  { type: 'serviceToggled', service: 'appointments' },
  { type: 'statementAgreed' },
  { type: 'talkFirstTapped' },
  { type: 'sendTapped' },
  { type: 'clearPressed' },
  { type: 'undoPressed' },
];

/** Anything that can happen to an application. */
export const signUpEvent: fc.Arbitrary<FlowEvent> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...plain) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('formTyped' as const), field, text }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('formFocused' as const), field }) },
  {
    weight: 3,
    arbitrary: fc.record({ type: fc.constant('changeTapped' as const), page: fc.constantFrom(...pages) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('applicationSent' as const),
      requestId,
      reference: fc.constant(reference),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('statementsChanged' as const), requestId }) },
);

const noEvents: readonly FlowEvent[] = [];

/** Ways to pages that luck alone hardly finds, each from Welcome. */
export const signUpRoutes: FlowEvent[][] = [
  [signUpTapped],
  route(adult, ['start', 'whoFor', 'name', 'dateOfBirth']),
  route({ ...adult, dateOfBirth: born('1', '2', '2018') }, ['start', 'whoFor', 'name', 'dateOfBirth']),
  route(adult, ['start', 'whoFor', 'name', 'dateOfBirth', 'knowsNhsNumber', 'nhsNumber', 'address', 'contact']),
  [...whole(), ...(adult.recordTopics ?? noEvents)],
  [...whole(), ...toCheck()],
  [...whole(), ...toCheck(), { type: 'changeTapped', page: 'contact' }, typedIn('mobile', 'x')],
  [...whole(), ...toCheck(), { type: 'sendTapped' }],
  [...whole(), { type: 'talkFirstTapped' }],
  route(carer, ['start', 'whoFor', 'relationship', 'name', 'dateOfBirth', 'contact', 'contactSafe', 'theirName']),
  route(holder, ['start', 'accountWish', 'accountWhose', 'name', 'dateOfBirth']),
];

function route(answers: Answers, some: readonly SignUpPage[]): FlowEvent[] {
  return [signUpTapped, ...some.flatMap((page) => answers[page] ?? [])];
}

/** To what there is to think of before the record. */
function whole(): FlowEvent[] {
  const first: SignUpPage[] = ['start', 'whoFor', 'name', 'dateOfBirth', 'knowsNhsNumber', 'nhsNumber', 'address'];
  return route(adult, [...first, 'contact', 'contactSafe', 'services']);
}

function toCheck(): FlowEvent[] {
  const some: SignUpPage[] = ['recordTopics', 'statement', 'statement', 'statement', 'needs'];
  return some.flatMap((page) => adult[page] ?? []);
}
