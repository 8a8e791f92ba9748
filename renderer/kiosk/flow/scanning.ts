import { isCheckInOpen } from './service';
import type { FlowState } from './state';

/**
 * A scanned letter begins a visit where nobody is in the middle of one: on Welcome, on "What do you need?" and on endings, where it is
 * like `Check in someone else`. Everywhere else a scanner is a keyboard.
 */
export function acceptsScan(state: FlowState): boolean {
  if (!isCheckInOpen(state)) return false;
  switch (state.screen.kind) {
    case 'welcome':
    case 'reception':
    case 'ending':
    case 'receptionEnding':
    case 'walkInEnding':
      return true;
    case 'dateOfBirth':
    case 'letter':
    case 'postcode':
    case 'asking':
    case 'disputing':
    case 'comingIn':
    case 'helpCalled':
    case 'needs':
    case 'choosing':
    case 'joining':
    case 'signUp':
    case 'sendingApplication':
    // The code of the reference is on the screen there: it is for the desk’s scanner.
    case 'signUpEnding':
    case 'signUpStopped':
      return false;
  }
}
