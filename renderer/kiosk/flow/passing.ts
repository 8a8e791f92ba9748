import { runOut } from './answers';
import { passHelp } from './help';
import { passPaper } from './paper';
import type { SignUpScreen } from './signUp/state';
import { plainDisplay } from './state';
import type { FlowState } from './state';
import { endVisit } from './transitions';
import {
  answerTimeoutMilliseconds,
  claimTimeoutMilliseconds,
  startTimeoutMilliseconds,
  warnAfterMilliseconds,
  warningStandsMilliseconds,
} from './times';

/** Time goes by: questions turn quiet, endings clear themselves, requests run out, the glass is dry (design §10). */
export function pass(state: FlowState, milliseconds: number): FlowState {
  if (!(milliseconds > 0)) return state;
  const { service } = state;
  if (service.kind === 'starting') return passStart(state, service.waitedMilliseconds + milliseconds);
  return passScreen(passHelp(passCleaning(state, milliseconds), milliseconds), milliseconds);
}

function passStart(state: FlowState, waitedMilliseconds: number): FlowState {
  const hasWaited = waitedMilliseconds >= startTimeoutMilliseconds;
  return { ...state, service: hasWaited ? { kind: 'lost', last: null } : { kind: 'starting', waitedMilliseconds } };
}

/** Whoever is still on the screen then has their time too; the glass is free when it is over. */
function passCleaning(state: FlowState, milliseconds: number): FlowState {
  if (state.cleaningMilliseconds === null) return state;
  const left = state.cleaningMilliseconds - milliseconds;
  return { ...state, cleaningMilliseconds: left > 0 ? left : null };
}

function passScreen(state: FlowState, milliseconds: number): FlowState {
  const { screen } = state;
  switch (screen.kind) {
    case 'welcome':
      return passWelcome(state, milliseconds);
    case 'dateOfBirth':
    case 'letter':
    case 'postcode':
    case 'reception':
    case 'needs':
      return passQuestion(state, milliseconds);
    case 'signUp':
      return passQuestion({ ...state, screen: age(screen, milliseconds) }, milliseconds);
    case 'asking':
    case 'disputing':
    case 'comingIn':
    case 'choosing':
    case 'joining':
    case 'sendingApplication': {
      const waitedMilliseconds = screen.waitedMilliseconds + milliseconds;
      const timeout = screen.kind === 'asking' ? claimTimeoutMilliseconds : answerTimeoutMilliseconds;
      if (waitedMilliseconds >= timeout) return runOut(state, screen);
      return { ...state, screen: { ...screen, waitedMilliseconds } };
    }
    case 'ending':
    case 'receptionEnding':
    case 'walkInEnding':
    case 'signUpEnding':
    case 'signUpStopped':
    case 'helpCalled': {
      const remainingMilliseconds = screen.remainingMilliseconds - milliseconds;
      if (remainingMilliseconds <= 0) return endVisit(state);
      return passPaper({ ...state, screen: { ...screen, remainingMilliseconds } }, milliseconds);
    }
  }
}

/** The clock of an application: how long ago each statement was agreed to. */
function age(screen: SignUpScreen, milliseconds: number): SignUpScreen {
  return { ...screen, draft: { ...screen.draft, elapsed: screen.draft.elapsed + milliseconds } };
}

/** Larger text or contrast chosen on Welcome by somebody who then walked away is set back without a dialog. */
function passWelcome(state: FlowState, milliseconds: number): FlowState {
  if (isPlain(state)) return state;
  const quietMilliseconds = state.quietMilliseconds + milliseconds;
  const isOver = quietMilliseconds >= warnAfterMilliseconds(state) + warningStandsMilliseconds(state);
  return isOver ? endVisit(state) : { ...state, quietMilliseconds };
}

function passQuestion(state: FlowState, milliseconds: number): FlowState {
  if (state.warningMilliseconds !== null) return passWarning(state, state.warningMilliseconds - milliseconds);
  const quietMilliseconds = state.quietMilliseconds + milliseconds;
  const overdue = quietMilliseconds - warnAfterMilliseconds(state);
  const waiting = { ...state, quietMilliseconds };
  return overdue < 0 ? waiting : passWarning(waiting, warningStandsMilliseconds(state) - overdue);
}

function passWarning(state: FlowState, warningMilliseconds: number): FlowState {
  return warningMilliseconds <= 0 ? endVisit(state) : { ...state, warningMilliseconds };
}

function isPlain(state: FlowState): boolean {
  const { display } = state;
  return (
    display.isTextLarger === plainDisplay.isTextLarger &&
    display.isContrastHigh === plainDisplay.isContrastHigh &&
    display.isScreenLowered === plainDisplay.isScreenLowered
  );
}

/** False when time changes nothing, so that an idle Welcome costs no processor time (design §13). */
export function needsTicks(state: FlowState): boolean {
  if (state.service.kind === 'starting' || state.cleaningMilliseconds !== null) return true;
  if (state.helpCall !== null) return true;
  return state.screen.kind !== 'welcome' || !isPlain(state);
}
