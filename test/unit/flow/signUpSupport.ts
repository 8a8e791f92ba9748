import type { Application } from '../../../preload/contract/signUp';
import { referenceSchema } from '../../../preload/contract/rules/reference';
import type { FlowEvent } from '../../../renderer/kiosk/flow/events';
import type { FlowState } from '../../../renderer/kiosk/flow/state';
import type { FormField, SignUpPage, SignUpScreen } from '../../../renderer/kiosk/flow/signUp/state';
import { after, answer, answered, asking, goodAnswer, requestIdOf, screenOf, welcome } from './support';

export const draftId = '3d5f1c2e-7777-4222-8333-444455556666';
export const reference = referenceSchema.parse('7DK-QW2');
export const signUpTapped: FlowEvent = { type: 'signUpTapped', draftId };
const onward: FlowEvent = { type: 'continueTapped' };

/** What somebody does on each page that they come by. */
export type Answers = Partial<Record<SignUpPage, FlowEvent[]>>;

/** The first page of an application. */
export const begun: FlowState = after(welcome, signUpTapped);

/** A good ending that invites to sign up, of somebody born on 14 May 1977. */
export const invited: FlowState = answered(asking, answer({ ...goodAnswer, isInvited: true }));

export function typedIn(field: FormField, text: string): FlowEvent {
  return { type: 'formTyped', field, text };
}

/** A date of birth on a page of an application, and `Continue`. */
export function born(day: string, month: string, year: string): FlowEvent[] {
  return [typedIn('day', day), typedIn('month', month), typedIn('year', year), onward];
}

/** An adult who applies for everything, with nothing left out. */
export const adult: Answers = {
  start: [onward],
  whoFor: [{ type: 'whoChosen', who: 'me' }],
  reuse: [{ type: 'reuseChosen', isAgreed: true }],
  name: [typedIn('firstName', 'Zephyrine'), typedIn('lastName', "O'Quillon"), onward],
  dateOfBirth: born('14', '5', '1977'),
  knowsNhsNumber: [{ type: 'nhsNumberKnown', isKnown: true }],
  nhsNumber: [typedIn('nhsNumber', '9990000018'), onward],
  address: [
    typedIn('line1', '12 Wrenfield Row'),
    typedIn('line2', 'Flat 3'),
    typedIn('town', 'Ambleford'),
    typedIn('postcode', 'ls6 5rt'),
    onward,
  ],
  contact: [typedIn('email', 'zephyrine@example.com'), typedIn('mobile', '07700 900123'), onward],
  contactSafe: [{ type: 'contactSafeChosen', isSafe: true }],
  services: [
    { type: 'serviceToggled', service: 'record' },
    { type: 'serviceToggled', service: 'appointments' },
    onward,
  ],
  recordTopics: [onward],
  statement: [{ type: 'tick', milliseconds: 1_000 }, { type: 'statementAgreed' }],
  needs: [{ type: 'needToggled', need: 'interpreter' }, { type: 'languageChosen', language: 'Polski' }, onward],
};

/** Somebody who asks for another person. */
export const carer: Answers = {
  ...adult,
  whoFor: [{ type: 'whoChosen', who: 'someoneElse' }],
  relationship: [{ type: 'relationshipChosen', relationship: 'attorney' }],
  theirName: [typedIn('theirFirstName', 'Isolde'), typedIn('theirLastName', 'Vanterpool'), onward],
  theirDateOfBirth: born('3', '9', '1941'),
};

/** "I have an account" */
export const holder: Answers = {
  ...adult,
  start: [{ type: 'accountTapped' }],
  accountWish: [{ type: 'wishChosen', wish: 'changeOrStop' }],
  accountWhose: [{ type: 'whoseChosen', whose: 'someoneElse' }],
};

export function screen(state: FlowState): SignUpScreen {
  return screenOf(state, 'signUp');
}

export function pageOf(state: FlowState): SignUpPage {
  return screen(state).page;
}

/** Answers page after page, as far as there are answers, and no further than `until`; and the pages that were come by. */
export function walk(
  start: FlowState,
  answers: Answers,
  until: SignUpPage = 'check',
): { state: FlowState; pages: SignUpPage[] } {
  let state = start;
  const pages: SignUpPage[] = [];
  while (state.screen.kind === 'signUp') {
    const { page } = state.screen;
    pages.push(page);
    const events = answers[page];
    if (page === until || events === undefined) break;
    if (pages.length > 60) throw new Error(`round in circles: ${pages.join(' ')}`);
    state = after(state, ...events);
  }
  return { state, pages };
}

/** The page `until` of an application that is answered so far. */
export function at(until: SignUpPage, answers: Answers = adult, start: FlowState = begun): FlowState {
  const { state } = walk(start, answers, until);
  if (pageOf(state) !== until) throw new Error(`came to ${pageOf(state)}, not to ${until}`);
  return state;
}

/** What is on its way to main. */
export function sent(state: FlowState): Application {
  return screenOf(state, 'sendingApplication').application;
}

/** Main has taken the application. */
export function taken(state: FlowState): FlowState {
  return after(state, { type: 'applicationSent', requestId: requestIdOf(state), reference });
}
