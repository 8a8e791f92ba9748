import fc from 'fast-check';
import type { CheckInAnswer, QuestionAnswer, ReadySnapshot } from '../../../preload/contract/kiosk';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import { lastSnapshot } from '../../../renderer/kiosk/flow/snapshots';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { signUpEvent, signUpRoutes } from './signUpRuns';
import { adult, reference, signUpTapped } from './signUpSupport';
import { after, answer, askingGoodAnswer, barcode, goodAnswer, offers, otherAnswers } from './support';
import { readySnapshot, welcome } from './support';

/** What patients type in these runs: nothing else in a state looks like it. */
const typed = ['14', '5', '1977', '31', '02', '2024', 'K', 'LS6 5RT', 'zq', '😀', '%', 'x'.repeat(10_000)];

/** Every answer of main to a claim. */
export const answers: CheckInAnswer[] = [
  goodAnswer,
  askingGoodAnswer,
  answer({ ...askingGoodAnswer, isInvited: true }),
  answer({ ...goodAnswer, kind: 'alreadyCheckedIn' }),
  answer({ ...askingGoodAnswer, ticket: 'R8M' }),
  answer({ kind: 'askPostcode' }),
  ...Object.values(otherAnswers),
];

/** Buttons that carry nothing. */
export const plainTypes = [
  'checkInTapped',
  'receptionTapped',
  'helpTapped',
  'continueTapped',
  'continueTapped',
  'backTapped',
  'startAgainTapped',
  'unknownTapped',
  'tryAgainTapped',
  'someoneElseTapped',
  'notMineTapped',
  'askedToComeTapped',
  'walkInTapped',
  'needsTapped',
  'printTapped',
  'finishTapped',
  'moreTimeTapped',
  'deletePressed',
  'nextPressed',
  'touched',
] as const;
/** What ends every visit. */
export const endTypes = ['idle', 'staff', 'crashed', 'outOfService'] as const;

/** What is typed, and what no keyboard types. */
export const anyText = fc.oneof(fc.constantFrom(...typed), fc.string({ unit: 'binary', maxLength: 30 }));
export const requestId = fc.integer({ min: 0, max: 12 });
const field = fc.constantFrom('day' as const, 'month' as const, 'year' as const);

const anySnapshot = fc
  .record({
    revision: fc.nat(20),
    visitsEnded: fc.nat(3),
    mode: fc.constantFrom('demonstration', 'trial', 'live'),
    canPrint: fc.boolean(),
    checkIn: fc.constantFrom({ state: 'open', listAsOf: null }, { state: 'closed', reason: 'staleList' }),
    walkIn: fc.constantFrom(null, { name: 'Flu clinic' }),
    signUp: fc.oneof(
      { weight: 6, arbitrary: fc.constant({ state: 'open' }) },
      {
        weight: 1,
        arbitrary: fc.constantFrom({ state: 'paused' }, { state: 'off' }, { state: 'closed', opens: null }),
      },
    ),
    signUpOffers: fc.constantFrom('v1', 'v2').map((statementsVersion) => ({ ...offers, statementsVersion })),
    service: fc.oneof(
      { weight: 6, arbitrary: fc.constant({ state: 'open' }) },
      { weight: 1, arbitrary: fc.constant({ state: 'outOfService' }) },
      { weight: 1, arbitrary: fc.constant({ state: 'closedHours', opens: null }) },
      { weight: 1, arbitrary: fc.record({ state: fc.constant('cleaning'), secondsLeft: fc.nat(60) }) },
    ),
  })
  .map(readySnapshot);

const event: fc.Arbitrary<FlowEvent> = fc.oneof(
  { weight: 16, arbitrary: fc.constantFrom(...plainTypes).map((type): FlowEvent => ({ type })) },
  { weight: 1, arbitrary: fc.constantFrom(...endTypes).map((type): FlowEvent => ({ type })) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('dateTyped' as const), field, text: anyText }) },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('fieldTyped' as const), text: anyText }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('dateFieldFocused' as const), field }) },
  {
    weight: 4,
    arbitrary: fc.record({ type: fc.constant('keyPressed' as const), key: fc.constantFrom(...'0123456789KLSRT ') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ type: fc.constant('tick' as const), milliseconds: fc.double({ min: -10, max: 90_000 }) }),
  },
  { weight: 2, arbitrary: anySnapshot.map((snapshot): FlowEvent => ({ type: 'snapshotArrived', snapshot })) },
  {
    weight: 1,
    arbitrary: fc.nat(20).map((revision): FlowEvent => ({
      type: 'snapshotArrived',
      snapshot: { kind: 'fault', revision, fault: 'damagedFile', folder: 'data', mode: 'trial', isTestBuild: false },
    })),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      type: fc.constant('answerArrived' as const),
      requestId,
      answer: fc.constantFrom(...answers),
    }),
  },
  { weight: 12, arbitrary: signUpEvent },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('ticketPrinted' as const),
      requestId,
      end: fc.constantFrom('printed' as const, 'sent' as const, 'failed' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('requestFailed' as const), requestId }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('answerKept' as const), requestId }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('disputeEnded' as const), requestId }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('comeInEnded' as const), requestId }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('choiceAnswered' as const),
      requestId,
      ticket: fc.constantFrom(null, 'K7P'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ type: fc.constant('joinAnswered' as const), requestId, ticket: fc.constant('C4W') }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('helpAnswered' as const), requestId, callId: fc.uuid() }) },
  { weight: 2, arbitrary: fc.constant({ type: 'scanned' as const, barcode }) },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('receptionChosen' as const),
      choice: fc.constantFrom('sample' as const, 'register' as const),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('needToggled' as const),
      need: fc.constantFrom('interpreter' as const, 'braille' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('languageChosen' as const),
      language: fc.constantFrom('Polski', 'Klingon', null),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      type: fc.constant('questionAnswered' as const),
      answer: fc.constantFrom<QuestionAnswer[]>(
        { kind: 'needs', needs: ['braille'], language: null },
        { kind: 'own', choice: 1 },
        { kind: 'skipped', question: 'needs' },
      ),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('displayToggled' as const),
      setting: fc.constantFrom('isTextLarger' as const, 'isContrastHigh' as const, 'isScreenLowered' as const),
    }),
  },
);

/** A whole visit up to the request, so that runs reach endings often and not only by luck. */
export const visit: FlowEvent[] = [
  { type: 'checkInTapped' },
  { type: 'dateTyped', field: 'day', text: '14' },
  { type: 'dateTyped', field: 'month', text: '5' },
  { type: 'dateTyped', field: 'year', text: '1977' },
  { type: 'continueTapped' },
  { type: 'fieldTyped', text: 'K' },
  { type: 'continueTapped' },
];

/**
 * `reply` answers the request on the screen, whatever its id is, and `news` is newer than what the kiosk knows: runs reach every screen
 * often and not only by luck.
 */
type Part =
  FlowEvent[] | { reply: CheckInAnswer } | { news: ReadySnapshot } | { sent: 'applicationSent' | 'statementsChanged' };

function answerEvent(given: QuestionAnswer): FlowEvent {
  return { type: 'questionAnswered', answer: given };
}

/** Ways to the screens that luck alone hardly finds, each from Welcome. */
const leave: Part = [{ type: 'finishTapped' }, { type: 'startAgainTapped' }];
const routes: Part[][] = [
  [visit],
  [visit, { reply: askingGoodAnswer }],
  [visit, { reply: askingGoodAnswer }, [{ type: 'needsTapped' }, { type: 'needToggled', need: 'interpreter' }]],
  [visit, { reply: askingGoodAnswer }, [answerEvent({ kind: 'own', choice: 1 }), { type: 'needsTapped' }]],
  [visit, { reply: goodAnswer }, [{ type: 'notMineTapped' }]],
  [[{ type: 'helpTapped' }, { type: 'finishTapped' }]],
  [visit, { reply: otherAnswers.byPhone }, [{ type: 'askedToComeTapped' }]],
  [visit, { reply: otherAnswers.reception }, [{ type: 'tryAgainTapped' }, ...visit.slice(1, 5)]],
  [[{ type: 'scanned', barcode }, ...visit.slice(1, 5)]],
  [[{ type: 'receptionTapped' }, { type: 'receptionChosen', choice: 'sample' }]],
  [[{ type: 'walkInTapped' }]],
  ...signUpRoutes.map((route): Part[] => [route]),
  [
    visit,
    { reply: answer({ ...goodAnswer, isInvited: true }) },
    [signUpTapped, ...(adult.start ?? []), ...(adult.whoFor ?? [])],
  ],
];
const part: fc.Arbitrary<Part[]> = fc.oneof(
  { weight: 6, arbitrary: event.map((one): Part[] => [[one]]) },
  { weight: 3, arbitrary: fc.constantFrom(...routes).map((route): Part[] => [leave, ...route]) },
  { weight: 3, arbitrary: fc.constantFrom(...answers).map((reply): Part[] => [{ reply }]) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom('applicationSent' as const, 'statementsChanged' as const)
      .map((sent): Part[] => [[{ type: 'sendTapped' }], { sent }]),
  },
  { weight: 1, arbitrary: anySnapshot.map((news): Part[] => [{ news }]) },
);

/** Each part as the events it is once the parts before it have happened. */
function play(parts: readonly Part[]): FlowEvent[] {
  let state = welcome;
  return parts.flatMap((one) => {
    const events = eventsOf(state, one);
    state = after(state, ...events);
    return events;
  });
}

function eventsOf({ lastRequestId, service }: FlowState, one: Part): FlowEvent[] {
  if ('reply' in one) {
    const asked = { requestId: lastRequestId };
    return [
      { type: 'answerArrived', ...asked, answer: one.reply },
      { type: 'choiceAnswered', ...asked, ticket: 'K7P' },
      { type: 'joinAnswered', ...asked, ticket: 'C4W' },
    ];
  }
  if ('sent' in one) {
    return one.sent === 'applicationSent'
      ? [{ type: one.sent, requestId: lastRequestId, reference }]
      : [{ type: one.sent, requestId: lastRequestId }];
  }
  if (!('news' in one)) return one;
  const known = lastSnapshot(service);
  const revision = (service.kind === 'fault' ? service.revision : (known?.revision ?? 0)) + 1;
  const visitsEnded = known?.visitsEnded ?? 0;
  return [{ type: 'snapshotArrived', snapshot: { ...one.news, revision, visitsEnded } }];
}

/** Any events, from Welcome. */
export const runs = fc.array(part, { maxLength: 40, size: 'max' }).map((parts) => play(parts.flat()));
