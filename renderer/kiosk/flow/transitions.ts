import type { IdentityClaim } from '../../../preload/contract/kiosk';
import type { Barcode } from '../../../preload/contract/rules/barcode';
import { offerPaper } from './paper';
import { isGood } from './screens';
import type { TimedScreen } from './screens';
import type { GivenAtCheckIn } from './signUp/state';
import type { Attempt, DateOfBirthScreen, DisplaySettings, Ending, FlowState, KnownAnswer, Screen } from './state';
import { plainDisplay } from './state';
import { endingMilliseconds } from './times';

/** The four boxes a visit starts with; with `barcode` the letter is not asked after them. */
export function emptyDateOfBirth(attempt: Attempt, barcode: Barcode | null = null): DateOfBirthScreen {
  return {
    kind: 'dateOfBirth',
    attempt,
    barcode,
    entry: { day: '', month: '', year: '' },
    activeField: 'day',
    isFieldSelected: false,
    problem: null,
  };
}

/** Moves to `screen` within the same visit; the idle time starts anew. */
export function show(state: FlowState, screen: Screen): FlowState {
  return { ...state, screen, quietMilliseconds: 0, warningMilliseconds: null };
}

/** Moves to an ending whose time starts anew; time that the patient has asked for is not taken away. */
export function showAnew(state: FlowState, screen: TimedScreen): FlowState {
  const remainingMilliseconds = Math.max(screen.remainingMilliseconds, endingMilliseconds(state));
  return show(state, { ...screen, remainingMilliseconds });
}

/** Ends the visit: whoever it was is dropped. Does nothing but settle when there is no visit. */
export function endVisit(state: FlowState, display: DisplaySettings = plainDisplay): FlowState {
  const visits = state.screen.kind === 'welcome' ? 0 : 1;
  return {
    ...show(state, { kind: 'welcome' }),
    display,
    visitNumber: state.visitNumber + visits,
    visitorNumber: state.visitorNumber + visits,
    helpCall: null,
  };
}

/**
 * The patient goes on without the answer they waited for. Main is told that this visit is over, so that a claim it has not looked up, or
 * a place it has not given, or an application it has not kept, is dropped: who reads "You are not checked in" must not be checked in a moment later (hazard H-002).
 */
export function leaveUnanswered(state: FlowState): FlowState {
  switch (state.screen.kind) {
    case 'asking':
    case 'choosing':
    case 'joining':
    case 'sendingApplication':
      return { ...state, visitNumber: state.visitNumber + 1 };
    default:
      return state;
  }
}

/** Starts a visit of somebody else whom the same visitor checks in, keeping how the screen is set (design §6 "Next"). */
export function startVisit(state: FlowState, barcode: Barcode | null = null): FlowState {
  const { visitorNumber } = state;
  return show({ ...endVisit(state, state.display), visitorNumber }, emptyDateOfBirth('first', barcode));
}

/**
 * Shows an ending, which clears itself (design §10). A good one brings the questions that may be asked after it.
 * @param given kept only where the ending invites to sign up.
 */
export function endWith(
  state: FlowState,
  ending: Ending,
  canTryAgain = false,
  given: GivenAtCheckIn | null = null,
): FlowState {
  return show(state, {
    kind: 'ending',
    ending,
    given: isGood(ending) && ending.isInvited ? given : null,
    canTryAgain,
    questions: isGood(ending) ? ending.questions : [],
    hasAnswered: false,
    isAnswerLost: false,
    isReceptionNext: false,
    sending: [],
    paper: isGood(ending) && ending.ticket !== null ? offerPaper(state) : { state: 'none' },
    remainingMilliseconds: endingMilliseconds(state),
  });
}

/** The one ending of every "no" and of every failure: nothing in it tells one from another (design §6). */
export function endAtReception(state: FlowState, canTryAgain = false): FlowState {
  return endWith(state, { kind: 'reception' }, canTryAgain);
}

/**
 * Shows a screen with a request to main, which gets the next id. The effect is data: the runner performs what stands on the screen,
 * and an answer to an earlier visitor can never match.
 */
export function request(state: FlowState, build: (requestId: number) => Screen): FlowState {
  const requestId = state.lastRequestId + 1;
  return { ...show(state, build(requestId)), lastRequestId: requestId };
}

/** Asks main who this is. */
export function ask(state: FlowState, claim: IdentityClaim, known: KnownAnswer): FlowState {
  return request(state, (requestId) => ({ kind: 'asking', requestId, claim, known, waitedMilliseconds: 0 }));
}

/** Tells main that the arrival behind `handle` is not this patient's. */
export function dispute(state: FlowState, handle: string): FlowState {
  return request(state, (requestId) => ({ kind: 'disputing', requestId, handle, waitedMilliseconds: 0 }));
}

/** Tells main that the patient behind `handle` was asked to come in, though their appointment is not here. */
export function comeIn(state: FlowState, handle: string): FlowState {
  return request(state, (requestId) => ({ kind: 'comingIn', requestId, handle, waitedMilliseconds: 0 }));
}
