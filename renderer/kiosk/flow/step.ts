import { takeAnswer, takeFailure } from './answers';
import type { FlowEvent } from './events';
import { pass } from './passing';
import { backFrom, continueFrom } from './questions';
import { isCheckInOpen, loseService, takeSnapshot } from './service';
import type { DisplaySettings, FlowState, Question, Screen } from './state';
import { callHelp, dispute, emptyDateOfBirth, endAtReception, endVisit, show, startVisit } from './transitions';
import { extendedEndingMilliseconds } from './times';
import { type } from './typing';

/**
 * The kiosk's whole behaviour: state + event → state. Total: every state answers every event, most of them with itself.
 * Pure: no clock, no window, no I/O. A request to main is data on the screen (`requestId`), performed by the runner.
 */
export function step(state: FlowState, event: FlowEvent): FlowState {
  switch (event.type) {
    case 'snapshotArrived':
      return takeSnapshot(state, event.snapshot);
    case 'outOfService':
      return loseService(state);
    case 'idle':
    case 'staff':
    case 'crashed':
      return endVisit(state);
    case 'tick':
      return pass(state, event.milliseconds);
    case 'answerArrived':
      return takeAnswer(state, event.requestId, event.answer);
    case 'requestFailed':
      return takeFailure(state, event.requestId);
    case 'disputeEnded':
      return isAwaiting(state.screen, 'disputing', event.requestId) ? endAtReception(state) : state;
    case 'helpAnswered':
      return state.screen.kind === 'helpCalled' && state.screen.requestId === event.requestId
        ? { ...state, screen: { ...state.screen, isKnown: event.isKnown } }
        : state;
    default:
      // Until main is there and well, nothing a patient touches does anything.
      return state.service.kind === 'ready' ? stepPatient(state, event) : state;
  }
}

type MainEvent =
  | 'snapshotArrived'
  | 'answerArrived'
  | 'disputeEnded'
  | 'helpAnswered'
  | 'requestFailed'
  | 'tick'
  | 'idle'
  | 'staff'
  | 'crashed'
  | 'outOfService';
type PatientEvent = Exclude<FlowEvent, { type: MainEvent }>;

function stepPatient(state: FlowState, event: PatientEvent): FlowState {
  const { screen } = state;
  switch (event.type) {
    case 'touched':
      return state.quietMilliseconds === 0 || state.warningMilliseconds !== null
        ? state
        : { ...state, quietMilliseconds: 0 };
    case 'helpTapped':
      return screen.kind === 'helpCalled' ? state : callHelp(state);
    case 'displayToggled':
      return { ...state, display: toggle(state.display, event.setting), quietMilliseconds: 0 };
    case 'checkInTapped':
      return screen.kind === 'welcome' && isCheckInOpen(state) ? startVisit(state) : state;
    case 'receptionTapped':
      return screen.kind === 'welcome' || isQuestion(screen) ? endAtReception(state) : state;
    case 'unknownTapped':
      return isQuestion(screen) ? endAtReception(state) : state;
    case 'startAgainTapped':
      // The same person is still there, so the screen stays as they set it.
      return isQuestion(screen) ? endVisit(state, state.display) : state;
    case 'moreTimeTapped':
      return giveMoreTime(state);
    case 'continueTapped':
      return isQuestion(screen) && state.service.kind === 'ready'
        ? continueFrom(state, screen, state.service.snapshot.today)
        : state;
    case 'backTapped':
      return isQuestion(screen) ? backFrom(state, screen) : state;
    case 'tryAgainTapped':
      return screen.kind === 'ending' && screen.canTryAgain ? show(state, emptyDateOfBirth('second')) : state;
    case 'someoneElseTapped':
      if (screen.kind !== 'ending') return state;
      return isCheckInOpen(state) ? startVisit(state) : endVisit(state, state.display);
    case 'notMineTapped':
      return screen.kind === 'ending' && isGood(screen.ending) ? dispute(state, screen.ending.handle) : state;
    case 'finishTapped':
      return screen.kind === 'ending' || screen.kind === 'helpCalled' ? endVisit(state) : state;
    default:
      return isQuestion(screen) ? typeOn(state, type(screen, event), screen) : state;
  }
}

function typeOn(state: FlowState, typed: Question, before: Question): FlowState {
  return typed === before ? state : { ...state, screen: typed, quietMilliseconds: 0 };
}

function giveMoreTime(state: FlowState): FlowState {
  const { screen } = state;
  if (screen.kind === 'ending' || screen.kind === 'helpCalled') {
    return { ...state, screen: { ...screen, remainingMilliseconds: extendedEndingMilliseconds(state) } };
  }
  return state.warningMilliseconds === null ? state : { ...state, quietMilliseconds: 0, warningMilliseconds: null };
}

function toggle(display: DisplaySettings, setting: keyof DisplaySettings): DisplaySettings {
  return { ...display, [setting]: !display[setting] };
}

function isQuestion(screen: Screen): screen is Question {
  return screen.kind === 'dateOfBirth' || screen.kind === 'letter' || screen.kind === 'postcode';
}

function isAwaiting(screen: Screen, kind: 'asking' | 'disputing', requestId: number): boolean {
  return screen.kind === kind && screen.requestId === requestId;
}

type ShownEnding = Extract<Screen, { kind: 'ending' }>['ending'];

function isGood(ending: ShownEnding): ending is Extract<ShownEnding, { handle: string }> {
  return ending.kind === 'checkedIn' || ending.kind === 'alreadyCheckedIn';
}
