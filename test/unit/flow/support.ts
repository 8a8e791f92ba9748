import { checkInAnswerSchema, kioskSnapshotSchema } from '../../../preload/contract/kiosk';
import type { CheckInAnswer, ReadySnapshot } from '../../../preload/contract/kiosk';
import type { SignUpOffers } from '../../../preload/contract/signUp';
import { barcodeSchema } from '../../../preload/contract/rules/barcode';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import { initialState } from '../../../renderer/kiosk/flow/state';
import { step } from '../../../renderer/kiosk/flow/step';

/** The practice's words for sign-up: three statements to agree to. */
export const offers: SignUpOffers = {
  nhsAppLink: 'https://www.nhs.uk/nhs-app/',
  photoDocuments: ['Passport'],
  addressDocuments: ['Council tax bill'],
  addressWithinMonths: 3,
  identityCheckHours: '10am to 4pm',
  emailEndings: ['@gmail.com'],
  recordTopics: ['You may read something that upsets you.'],
  statements: ['I have read this.', 'I keep safe what I see.', 'I tell the practice of mistakes.'],
  statementsVersion: 'v1',
};

/** A snapshot of a kiosk that is open, with `changes`. */
export function readySnapshot(changes: Partial<Record<keyof ReadySnapshot, unknown>> = {}): ReadySnapshot {
  const snapshot = kioskSnapshotSchema.parse({
    kind: 'ready',
    revision: 1,
    practice: 'Hawthorn Medical Practice',
    mode: 'demonstration',
    isTestBuild: false,
    today: '2026-11-23',
    visitsEnded: 0,
    checkIn: { state: 'open', listAsOf: null },
    idle: { warnAfterSeconds: 60, warningStandsSeconds: 20, endingStandsSeconds: 15 },
    service: { state: 'open' },
    reception: [
      { kind: 'noAppointment', label: null, words: null },
      { kind: 'sample', label: null, words: null },
    ],
    walkIn: null,
    helpAcknowledged: null,
    soundTests: 0,
    hygieneLine: null,
    sounds: { success: true, help: true },
    map: null,
    interpreterLanguages: ['Polski', 'اردو'],
    signUp: { state: 'open' },
    signUpOffers: offers,
    canPrint: false,
    ...changes,
  });
  if (snapshot.kind !== 'ready') throw new Error('a ready snapshot was asked for');
  return snapshot;
}

/** An answer of main, as it comes over the contract. */
export function answer(fields: { kind: CheckInAnswer['kind'] } & Record<string, unknown>): CheckInAnswer {
  return checkInAnswerSchema.parse(fields);
}

/** The good answer, with a clinician's name that nothing else in a state contains. */
export const goodAnswer = answer({
  kind: 'checkedIn',
  handle: '0b0f3c1e-1111-4222-8333-444455556666',
  appointments: [
    { time: '10:05', clinician: 'Dr Quillfeather', place: 'Hawthorn Medical Practice', waitingArea: null, room: null },
  ],
  also: [],
  isLate: false,
  isBeingCalled: false,
  ticket: null,
  wait: null,
  questions: [],
  isInvited: false,
});

/** The same with both questions that may follow a check-in. */
export const askingGoodAnswer = answer({
  ...goodAnswer,
  questions: [{ kind: 'needs' }, { kind: 'own', text: 'May we text you?', choices: ['Yes', 'No'] }],
});

/** The handle of an appointment that is not in person. */
export const comeInHandle = '0b0f3c1e-2222-4222-8333-444455556666';

/** Any answer of main but the good ones, whole. */
export const otherAnswers = {
  tooEarly: answer({ kind: 'tooEarly', from: '14:30', others: [] }),
  tooLate: answer({ kind: 'tooLate' }),
  byPhone: answer({ kind: 'byPhone', handle: comeInHandle, others: [] }),
  byVideo: answer({ kind: 'byVideo', handle: comeInHandle, others: [] }),
  homeVisit: answer({ kind: 'homeVisit', handle: comeInHandle, others: [] }),
  otherSite: answer({ kind: 'otherSite', site: 'Xylograph Branch', others: [] }),
  reception: answer({ kind: 'reception' }),
};

/** The barcode of a made-up letter. */
export const barcode = barcodeSchema.parse('QX-778812');

/** `events`, one after another. */
export function after(state: FlowState, ...events: FlowEvent[]): FlowState {
  return events.reduce(step, state);
}

/** Welcome of an open kiosk. */
export const welcome: FlowState = after(initialState, { type: 'snapshotArrived', snapshot: readySnapshot() });

/** Welcome of a kiosk with `changes` in what main says of it. */
export function welcomeWith(changes: Partial<Record<keyof ReadySnapshot, unknown>>): FlowState {
  return after(initialState, { type: 'snapshotArrived', snapshot: readySnapshot(changes) });
}

/** Main says something new of the kiosk. */
export function told(state: FlowState, changes: Partial<Record<keyof ReadySnapshot, unknown>>): FlowState {
  const revision = state.service.kind === 'ready' ? state.service.snapshot.revision + 1 : 1;
  return after(state, { type: 'snapshotArrived', snapshot: readySnapshot({ revision, ...changes }) });
}

/** Main answers the claim on the screen. */
export function answered(state: FlowState, value: CheckInAnswer): FlowState {
  return after(state, { type: 'answerArrived', requestId: requestIdOf(state), answer: value });
}

/** Types a date of birth and continues. */
export function dateOfBirth(day: string, month: string, year: string): FlowEvent[] {
  return [
    { type: 'dateTyped', field: 'day', text: day },
    { type: 'dateTyped', field: 'month', text: month },
    { type: 'dateTyped', field: 'year', text: year },
    { type: 'continueTapped' },
  ];
}

/** Main is being asked about somebody born on 14 May 1977 whose last name begins with K. */
export const asking: FlowState = after(
  welcome,
  { type: 'checkInTapped' },
  ...dateOfBirth('14', '5', '1977'),
  { type: 'keyPressed', key: 'K' },
  { type: 'continueTapped' },
);

/** The id of the request on the screen; throws when there is none. */
export function requestIdOf(state: FlowState): number {
  if (!('requestId' in state.screen)) throw new Error(`no request on ${state.screen.kind}`);
  return state.screen.requestId;
}

/** The screen as an object of that kind; throws when it is another. */
export function screenOf<Kind extends FlowState['screen']['kind']>(
  state: FlowState,
  kind: Kind,
): Extract<FlowState['screen'], { kind: Kind }> {
  const { screen } = state;
  if (!isKind(screen, kind)) throw new Error(`expected ${kind}, the screen is ${screen.kind}`);
  return screen;
}

function isKind<Kind extends FlowState['screen']['kind']>(
  screen: FlowState['screen'],
  kind: Kind,
): screen is Extract<FlowState['screen'], { kind: Kind }> {
  return screen.kind === kind;
}
