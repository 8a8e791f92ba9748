import type { CheckInAnswer } from '../../../preload/contract/kiosk';
import { takeUnsent } from './afterwards';
import { forgetFailedHelp } from './help';
import { takePaper } from './paper';
import { endAtReceptionFor } from './reception';
import type { WaitingScreen } from './screens';
import { isWaiting } from './screens';
import { isCheckInOpen } from './service';
import { stopSignUp } from './signUp/ends';
import type { GivenAtCheckIn } from './signUp/state';
import type { AskingScreen, FlowState } from './state';
import { endAtReception, endWith, leaveUnanswered, show } from './transitions';

/**
 * Main has answered. Nothing but the answer to the request on the screen is ever shown: the visitor who asked another
 * one has gone (second promise, design §1).
 */
export function takeAnswer(state: FlowState, requestId: number, answer: CheckInAnswer): FlowState {
  const { screen } = state;
  if (screen.kind !== 'asking' || screen.requestId !== requestId) return state;
  switch (answer.kind) {
    case 'askPostcode':
      return askPostcode(state, screen);
    case 'reception':
      return refuse(state, screen);
    case 'checkedIn':
    case 'alreadyCheckedIn':
    case 'tooEarly':
    case 'tooLate':
    case 'byPhone':
    case 'byVideo':
    case 'homeVisit':
    case 'otherSite':
      return endWith(state, answer, false, givenAt(screen));
  }
}

/** What somebody who goes on to sign up need not be asked again. */
function givenAt({ claim, known }: AskingScreen): GivenAtCheckIn {
  const postcode = 'postcode' in claim ? (claim.postcode ?? null) : null;
  return { dateOfBirth: known.dateOfBirth, dateEntry: known.dateEntry, postcode };
}

/** Only after the letter, and once: nobody is asked for ever. */
function askPostcode(state: FlowState, screen: AskingScreen): FlowState {
  const { claim, known } = screen;
  if (known.by !== 'letter' || claim.by !== 'letter' || claim.postcode !== undefined) return refuse(state, screen);
  return show(state, { kind: 'postcode', known, text: '', problem: null });
}

/** Main could not answer, or not in time. The patient is not told that they are checked in, and is sent to a human. */
export function takeFailure(state: FlowState, requestId: number): FlowState {
  const { screen } = state;
  if (screen.kind === 'helpCalled') return forgetFailedHelp(state, requestId);
  if (!isWaiting(screen)) {
    const settled = takePaper(forgetFailedHelp(state, requestId), requestId, 'failed');
    return takeUnsent(settled, requestId);
  }
  if (screen.requestId !== requestId) return state;
  return screen.kind === 'asking' ? refuse(state, screen) : giveUp(state, screen);
}

/** Main has not answered in time, and is told that nobody waits any more. */
export function runOut(state: FlowState, { requestId }: WaitingScreen): FlowState {
  return takeFailure(leaveUnanswered(state), requestId);
}

/** The patient does not want to wait any longer, and main is told so; whatever it answers later is not shown. */
export function stopWaiting(state: FlowState, screen: WaitingScreen): FlowState {
  return giveUp(leaveUnanswered(state), screen);
}

/** The patient is sent to a human. */
function giveUp(state: FlowState, screen: WaitingScreen): FlowState {
  switch (screen.kind) {
    case 'choosing':
      return endAtReceptionFor(state, screen.choice, null);
    case 'asking':
    case 'disputing':
    case 'comingIn':
    case 'joining':
      return endAtReception(state);
    // Nobody knows whether it is there: reception looks.
    case 'sendingApplication':
      return stopSignUp(state, 'failed');
  }
}

/** The first "no" of a visit offers one `Try again`, which asks date of birth and postcode; the second none (design §6). */
function refuse(state: FlowState, screen: AskingScreen): FlowState {
  return endAtReception(state, screen.claim.by !== 'postcode' && isCheckInOpen(state));
}
