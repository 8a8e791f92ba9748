import type { IdentityClaim } from '../../../preload/contract/kiosk';
import type {
  Attempt,
  DateAnswer,
  DateOfBirthScreen,
  DisplaySettings,
  Ending,
  FlowState,
  LetterAnswer,
  Screen,
} from './state';
import { plainDisplay } from './state';
import { endingMilliseconds, extendedEndingMilliseconds } from './times';

/** The four boxes a visit starts with. */
export function emptyDateOfBirth(attempt: Attempt): DateOfBirthScreen {
  return {
    kind: 'dateOfBirth',
    attempt,
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

/** Ends the visit: whoever it was is dropped. Does nothing but settle when there is no visit. */
export function endVisit(state: FlowState, display: DisplaySettings = plainDisplay): FlowState {
  const wasVisit = state.screen.kind !== 'welcome';
  return {
    ...show(state, { kind: 'welcome' }),
    display,
    visitNumber: wasVisit ? state.visitNumber + 1 : state.visitNumber,
  };
}

/** Starts a visit of somebody else, keeping how the screen is set (design §6 "Next"). */
export function startVisit(state: FlowState): FlowState {
  return show(endVisit(state, state.display), emptyDateOfBirth('first'));
}

/** Shows an ending, which clears itself (design §10). */
export function endWith(state: FlowState, ending: Ending, canTryAgain = false): FlowState {
  return show(state, { kind: 'ending', ending, canTryAgain, remainingMilliseconds: endingMilliseconds(state) });
}

/** The one ending of every "no" and of every failure: nothing in it tells one from another (design §6). */
export function endAtReception(state: FlowState, canTryAgain = false): FlowState {
  return endWith(state, { kind: 'reception' }, canTryAgain);
}

/** Asks main who this is. The effect is data: the runner performs the claim that stands on the screen. */
export function ask(state: FlowState, claim: IdentityClaim, known: LetterAnswer | DateAnswer): FlowState {
  const requestId = state.lastRequestId + 1;
  return {
    ...show(state, { kind: 'asking', requestId, claim, known, waitedMilliseconds: 0 }),
    lastRequestId: requestId,
  };
}

/** Tells main that the arrival behind `handle` is not this patient's. */
export function dispute(state: FlowState, handle: string): FlowState {
  const requestId = state.lastRequestId + 1;
  return { ...show(state, { kind: 'disputing', requestId, handle, waitedMilliseconds: 0 }), lastRequestId: requestId };
}

/** Raises the alert. The screen says `Call out to staff` at once, whether or not main ever answers (first promise, hazard "deteriorating patient unseen"). */
export function callHelp(state: FlowState): FlowState {
  const requestId = state.lastRequestId + 1;
  const screen: Screen = {
    kind: 'helpCalled',
    requestId,
    isKnown: false,
    wasCheckInLeft: isUnfinished(state.screen),
    remainingMilliseconds: extendedEndingMilliseconds(state),
  };
  return { ...show(state, screen), lastRequestId: requestId };
}

/** True where nothing has been sent yet or the answer was not a good one: only there "You are not checked in" is certain. */
function isUnfinished(screen: Screen): boolean {
  switch (screen.kind) {
    case 'dateOfBirth':
    case 'letter':
    case 'postcode':
      return true;
    case 'ending':
      return screen.ending.kind !== 'checkedIn' && screen.ending.kind !== 'alreadyCheckedIn';
    case 'helpCalled':
      return screen.wasCheckInLeft;
    default:
      return false;
  }
}
