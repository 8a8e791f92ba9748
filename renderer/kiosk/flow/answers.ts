import type { CheckInAnswer } from '../../../preload/contract/kiosk';
import { isCheckInOpen } from './service';
import type { AskingScreen, FlowState } from './state';
import { endAtReception, endWith, show } from './transitions';

/**
 * Main has answered. Nothing but the answer to the request on the screen is ever shown: the visitor who asked another
 * one has gone (second promise, design §1).
 */
export function takeAnswer(state: FlowState, requestId: number, answer: CheckInAnswer): FlowState {
  const { screen } = state;
  if (screen.kind !== 'asking' || screen.requestId !== requestId) return state;
  switch (answer.kind) {
    case 'askPostcode':
      return screen.claim.by === 'letter' && screen.claim.postcode === undefined
        ? show(state, { kind: 'postcode', known: screen.known, text: '', problem: null })
        : refuse(state, screen);
    case 'reception':
      return refuse(state, screen);
    default:
      return endWith(state, answer);
  }
}

/** Main could not answer, or not in time. The patient is not told that they are checked in, and is sent to a human. */
export function takeFailure(state: FlowState, requestId: number): FlowState {
  const { screen } = state;
  if (screen.kind === 'asking' && screen.requestId === requestId) return refuse(state, screen);
  if (screen.kind === 'disputing' && screen.requestId === requestId) return endAtReception(state);
  return state;
}

/** The first "no" of a visit offers one `Try again`; the second none (design §6). */
function refuse(state: FlowState, screen: AskingScreen): FlowState {
  return endAtReception(state, screen.claim.by === 'letter' && isCheckInOpen(state));
}
