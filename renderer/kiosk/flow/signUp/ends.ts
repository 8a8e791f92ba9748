import type { Reference } from '../../../../preload/contract/rules/reference';
import { offerPaper } from '../paper';
import type { FlowState } from '../state';
import { endingMilliseconds, extendedEndingMilliseconds } from '../times';
import { show } from '../transitions';
import type { SignUpStoppedScreen } from './state';

/**
 * "Take your ID to reception", with the reference. The same words and the same time for everything that was sent, so that nobody who looks on
 * learns what it was. It stands three times as long as other endings: people copy a reference.
 */
export function endSignUp(state: FlowState, reference: Reference): FlowState {
  const remainingMilliseconds = extendedEndingMilliseconds(state);
  return show(state, { kind: 'signUpEnding', reference, paper: offerPaper(state), remainingMilliseconds });
}

/** Without a reference: the way to reception. What was typed is gone. */
export function stopSignUp(state: FlowState, why: SignUpStoppedScreen['why']): FlowState {
  return show(state, { kind: 'signUpStopped', why, remainingMilliseconds: endingMilliseconds(state) });
}
