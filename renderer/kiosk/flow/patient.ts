import type { ReadySnapshot } from '../../../preload/contract/kiosk';
import {
  answerQuestion,
  backFromNeeds,
  chooseLanguage,
  continueFromNeeds,
  leaveNeedsForReception,
  openNeeds,
  toggleNeed,
} from './afterwards';
import { stopWaiting } from './answers';
import type { FlowEvent } from './events';
import { finishHelp, pressHelp } from './help';
import { printPaper } from './paper';
import { backFrom, continueFrom } from './questions';
import { choose, joinWalkIn, openReception } from './reception';
import { acceptsScan } from './scanning';
import { isGood, isNotInPerson, isQuestion, isTimed, isWaiting } from './screens';
import { canTryAgainNow, isCheckInOpen } from './service';
import { stopSignUp } from './signUp/ends';
import type { SignUpMainEvent } from './signUp/events';
import { chooseInSignUp, stepSignUp, typeInSignUp } from './signUp/stepSignUp';
import { backInSignUp, continueSignUp } from './signUp/walking';
import type { DisplaySettings, FlowState, Question, Screen } from './state';
import { endingMilliseconds, extendedEndingMilliseconds } from './times';
import { comeIn, dispute, emptyDateOfBirth, endAtReception, endVisit, show, showAnew, startVisit } from './transitions';
import { type } from './typing';

type MainEvent =
  | SignUpMainEvent['type']
  | 'snapshotArrived'
  | 'answerArrived'
  | 'disputeEnded'
  | 'comeInEnded'
  | 'choiceAnswered'
  | 'joinAnswered'
  | 'helpAnswered'
  | 'answerKept'
  | 'ticketPrinted'
  | 'requestFailed'
  | 'tick'
  | 'idle'
  | 'staff'
  | 'crashed'
  | 'outOfService';

/** What somebody in front of the kiosk does. */
export type PatientEvent = Exclude<FlowEvent, { type: MainEvent }>;

/** What a touch, a key or a scanner does to a kiosk that takes it. */
export function stepPatient(state: FlowState, event: PatientEvent, snapshot: ReadySnapshot): FlowState {
  const { screen } = state;
  switch (event.type) {
    case 'touched':
      return touch(state);
    case 'helpTapped':
      return pressHelp(state);
    case 'displayToggled':
      return toggleDisplay(state, event.setting);
    case 'checkInTapped':
      return screen.kind === 'welcome' && isCheckInOpen(state) ? startVisit(state) : state;
    case 'scanned':
      return acceptsScan(state) ? startVisit(state, event.barcode) : state;
    case 'receptionTapped':
      return speakToReception(state, snapshot);
    case 'receptionChosen': {
      const isOffered = snapshot.reception.some(({ kind }) => kind === event.choice);
      return screen.kind === 'reception' && isOffered ? choose(state, event.choice) : state;
    }
    case 'walkInTapped': {
      const isOffered = screen.kind === 'welcome' || screen.kind === 'reception';
      return isOffered && snapshot.walkIn !== null ? joinWalkIn(state) : state;
    }
    case 'unknownTapped':
      return isQuestion(screen) ? endAtReception(state) : state;
    case 'startAgainTapped':
      // The same person is still there, so the screen stays as they set it.
      return isIdling(screen) ? endVisit(state, state.display) : state;
    case 'moreTimeTapped':
      return giveMoreTime(state);
    case 'continueTapped':
      if (screen.kind === 'needs') return continueFromNeeds(state, screen);
      if (screen.kind === 'signUp') return continueSignUp(state, screen, snapshot);
      return isQuestion(screen) ? continueFrom(state, screen, snapshot.today) : state;
    case 'backTapped':
      if (screen.kind === 'needs') return backFromNeeds(state, screen);
      if (screen.kind === 'reception') return endVisit(state, state.display);
      if (screen.kind === 'signUp') return backInSignUp(state, screen, snapshot);
      return isQuestion(screen) ? backFrom(state, screen) : state;
    case 'tryAgainTapped':
      return canTryAgainNow(state) ? show(state, emptyDateOfBirth('second')) : state;
    case 'someoneElseTapped':
      if (!isTimed(screen) || screen.kind === 'helpCalled') return state;
      return isCheckInOpen(state) ? startVisit(state) : endVisit(state, state.display);
    case 'notMineTapped':
      return screen.kind === 'ending' && isGood(screen.ending) ? dispute(state, screen.ending.handle) : state;
    case 'askedToComeTapped':
      return screen.kind === 'ending' && isNotInPerson(screen.ending) ? comeIn(state, screen.ending.handle) : state;
    case 'finishTapped':
      if (screen.kind === 'helpCalled') return finishHelp(state);
      return isTimed(screen) ? endVisit(state) : state;
    case 'printTapped':
      return printPaper(state);
    case 'needsTapped':
      return screen.kind === 'ending' ? openNeeds(state, screen) : state;
    case 'needToggled':
      if (screen.kind === 'signUp') return chooseInSignUp(state, screen, event, snapshot);
      return screen.kind === 'needs' ? toggleNeed(state, screen, event.need) : state;
    case 'languageChosen':
      if (screen.kind === 'signUp') return chooseInSignUp(state, screen, event, snapshot);
      return screen.kind === 'needs' ? chooseLanguage(state, screen, snapshot, event.language) : state;
    case 'questionAnswered':
      return screen.kind === 'ending' ? answerQuestion(state, screen, event.answer) : state;
    case 'keyPressed':
    case 'deletePressed':
    case 'nextPressed':
      if (screen.kind === 'signUp') return typeInSignUp(state, screen, event);
      return isQuestion(screen) ? typeOn(state, type(screen, event), screen) : state;
    case 'dateTyped':
    case 'fieldTyped':
    case 'dateFieldFocused':
      return isQuestion(screen) ? typeOn(state, type(screen, event), screen) : state;
    default:
      return stepSignUp(state, event, snapshot);
  }
}

/** The way to a human, from everywhere (third promise, design §1). Only who has not said yet what they need is asked. */
function speakToReception(state: FlowState, snapshot: ReadySnapshot): FlowState {
  const { screen } = state;
  if (screen.kind === 'welcome') return openReception(state, snapshot);
  if (screen.kind === 'needs') return leaveNeedsForReception(state, screen);
  if (screen.kind === 'signUp') return stopSignUp(state, 'reception');
  if (isWaiting(screen)) return stopWaiting(state, screen);
  return isQuestion(screen) || screen.kind === 'reception' ? endAtReception(state) : state;
}

/** Somebody is there: a question is not quiet, and an ending that asks something stands for them to think. */
function touch(state: FlowState): FlowState {
  const { screen } = state;
  if (screen.kind === 'ending' && screen.questions.length > 0) return showAnew(state, screen);
  return state.quietMilliseconds === 0 || state.warningMilliseconds !== null
    ? state
    : { ...state, quietMilliseconds: 0 };
}

function typeOn(state: FlowState, typed: Question, before: Question): FlowState {
  return typed === before ? state : { ...state, screen: typed, quietMilliseconds: 0 };
}

/** Larger text takes longer to read, on an ending that stands already too; no time is taken away. */
function toggleDisplay(state: FlowState, setting: keyof DisplaySettings): FlowState {
  const { screen } = state;
  const display = { ...state.display, [setting]: !state.display[setting] };
  const changed = { ...state, display, quietMilliseconds: 0 };
  if (setting !== 'isTextLarger' || !display.isTextLarger || !isTimed(screen)) return changed;
  const remainingMilliseconds = Math.max(screen.remainingMilliseconds, endingMilliseconds(changed));
  return { ...changed, screen: { ...screen, remainingMilliseconds } };
}

function giveMoreTime(state: FlowState): FlowState {
  const { screen } = state;
  if (isTimed(screen)) {
    return { ...state, screen: { ...screen, remainingMilliseconds: extendedEndingMilliseconds(state) } };
  }
  return state.warningMilliseconds === null ? state : { ...state, quietMilliseconds: 0, warningMilliseconds: null };
}

/** The screens on which the dialog `Do you need more time?` may stand. */
function isIdling(screen: Screen): boolean {
  return isQuestion(screen) || screen.kind === 'reception' || screen.kind === 'needs' || screen.kind === 'signUp';
}
