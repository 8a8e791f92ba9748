import type { ReadySnapshot } from '../../../../preload/contract/kiosk';
import type { FlowState } from '../state';
import { show } from '../transitions';
import { choose, goesOn } from './answer';
import type { ChoiceEvent } from './answer';
import { beginSignUp } from './begin';
import type { SignUpPatientEvent } from './events';
import type { SignUpScreen } from './state';
import { typeOnForm } from './typing';
import type { FormTypingEvent } from './typing';
import { agree, goOn, openAccount, openChange, sendTapped, talkFirst } from './walking';

/** What somebody does that only sign-up knows. On any other screen it does nothing. */
export function stepSignUp(state: FlowState, event: SignUpPatientEvent, snapshot: ReadySnapshot): FlowState {
  const { screen } = state;
  if (event.type === 'signUpTapped') return beginSignUp(state, event.draftId, snapshot);
  if (screen.kind !== 'signUp') return state;
  switch (event.type) {
    case 'accountTapped':
      return openAccount(state, screen);
    case 'changeTapped':
      return openChange(state, screen, event.page, snapshot);
    case 'statementAgreed':
      return agree(state, screen, snapshot);
    case 'talkFirstTapped':
      return talkFirst(state, screen, snapshot);
    case 'sendTapped':
      return sendTapped(state, screen, snapshot);
    case 'formTyped':
    case 'formFocused':
    case 'clearPressed':
    case 'undoPressed':
      return typeInSignUp(state, screen, event);
    default:
      return chooseInSignUp(state, screen, event, snapshot);
  }
}

/** A key, of a keyboard or of the screen's own. */
export function typeInSignUp(state: FlowState, screen: SignUpScreen, event: FormTypingEvent): FlowState {
  const typed = typeOnForm(screen, event);
  return typed === screen ? state : { ...state, screen: typed, quietMilliseconds: 0 };
}

/** A choice: one of a few goes on by itself. */
export function chooseInSignUp(
  state: FlowState,
  screen: SignUpScreen,
  event: ChoiceEvent,
  snapshot: ReadySnapshot,
): FlowState {
  const draft = choose(screen, event, snapshot);
  if (draft === null) return state;
  const chosen = { ...screen, draft };
  return goesOn(event) ? goOn(state, chosen, snapshot) : show(state, chosen);
}
