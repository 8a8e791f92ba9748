import { isGood } from './screens';
import { lastSnapshot } from './snapshots';
import type { FlowState, HelpCalledScreen, HelpCall, Screen } from './state';
import { extendedEndingMilliseconds, helpAgainMilliseconds } from './times';
import { endVisit, leaveUnanswered, request, show } from './transitions';

/**
 * `I need help now`: the screen says `Call out to staff` at once, whether or not main ever answers (first promise, hazard "deteriorating
 * patient unseen"). The alert is raised once: who presses again and again finds the screen each time, and the alert that stands.
 */
export function pressHelp(state: FlowState): FlowState {
  const { screen, helpCall } = state;
  // Only there can it be the same person: whoever has begun anything in between calls for themselves.
  const isSame = screen.kind === 'welcome' || screen.kind === 'helpCalled';
  return isSame && helpCall !== null ? showAgain(state, helpCall) : callHelp(leaveUnanswered(state));
}

function callHelp(state: FlowState): FlowState {
  const called = request(state, (requestId) => helpScreen(state, { requestId, callId: null, isKnown: false }));
  const helpCall = { requestId: called.lastRequestId, callId: null, isKnown: false, passedMilliseconds: 0 };
  return { ...called, helpCall };
}

/** The screen with the call that stands: main is not asked again, and its answer to that call still counts. */
function showAgain(state: FlowState, call: HelpCall): FlowState {
  return state.screen.kind === 'helpCalled' ? state : show(state, helpScreen(state, call));
}

function helpScreen(state: FlowState, call: Omit<HelpCall, 'passedMilliseconds'>): HelpCalledScreen {
  const { requestId, callId, isKnown } = call;
  const wasCheckInLeft = isUnfinished(state.screen);
  const remainingMilliseconds = extendedEndingMilliseconds(state);
  return { kind: 'helpCalled', requestId, callId, isKnown, wasCheckInLeft, remainingMilliseconds };
}

/** `Finish` on the help screen: a press on Welcome a moment later is still the same call. */
export function finishHelp(state: FlowState): FlowState {
  return { ...endVisit(state), helpCall: state.helpCall };
}

/** Main has the alert, on disk. Staff may even have acknowledged it before this answer came. */
export function takeHelpAnswer(state: FlowState, requestId: number, callId: string): FlowState {
  const { screen, helpCall } = state;
  const isOnScreen = screen.kind === 'helpCalled' && screen.requestId === requestId;
  const isStanding = helpCall?.requestId === requestId;
  if (!isOnScreen && !isStanding) return state;
  const told: FlowState = {
    ...state,
    screen: isOnScreen ? { ...screen, callId } : screen,
    helpCall: isStanding ? { ...helpCall, callId } : helpCall,
  };
  return takeAcknowledgement(told, lastSnapshot(state.service)?.helpAcknowledged ?? null);
}

/** Staff have acknowledged a call for help: whoever made that very call is told, and nobody else. */
export function takeAcknowledgement(state: FlowState, callId: string | null): FlowState {
  const { screen, helpCall } = state;
  if (callId === null) return state;
  const isOnScreen = screen.kind === 'helpCalled' && screen.callId === callId && !screen.isKnown;
  const isStanding = helpCall?.callId === callId && !helpCall.isKnown;
  if (!isOnScreen && !isStanding) return state;
  return {
    ...state,
    screen: isOnScreen ? { ...screen, isKnown: true } : screen,
    helpCall: isStanding ? { ...helpCall, isKnown: true } : helpCall,
  };
}

/** No alert was raised: the next press is a call. */
export function forgetFailedHelp(state: FlowState, requestId: number): FlowState {
  return state.helpCall?.requestId === requestId ? { ...state, helpCall: null } : state;
}

/** Once staff have had time to come, a press is a new call. */
export function passHelp(state: FlowState, milliseconds: number): FlowState {
  const { helpCall } = state;
  if (helpCall === null) return state;
  const passedMilliseconds = helpCall.passedMilliseconds + milliseconds;
  return {
    ...state,
    helpCall: passedMilliseconds < helpAgainMilliseconds ? { ...helpCall, passedMilliseconds } : null,
  };
}

/** True where nothing has been sent yet or the answer was not a good one: only there "You are not checked in" is certain. */
function isUnfinished(screen: Screen): boolean {
  switch (screen.kind) {
    case 'dateOfBirth':
    case 'letter':
    case 'postcode':
    case 'comingIn':
      return true;
    case 'ending':
      return !isGood(screen.ending);
    case 'helpCalled':
      return screen.wasCheckInLeft;
    // Nobody asked to check in there.
    case 'welcome':
    case 'reception':
    case 'choosing':
    case 'receptionEnding':
    case 'joining':
    case 'walkInEnding':
    case 'signUp':
    case 'sendingApplication':
    case 'signUpEnding':
    case 'signUpStopped':
      return false;
    // Main may just be writing the arrival.
    case 'asking':
    case 'disputing':
    case 'needs':
      return false;
  }
}
