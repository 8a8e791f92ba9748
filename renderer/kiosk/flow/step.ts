import { takeKept } from './afterwards';
import { takeAnswer, takeFailure } from './answers';
import type { FlowEvent } from './events';
import { takeHelpAnswer } from './help';
import { takePaper } from './paper';
import { pass } from './passing';
import { stepPatient } from './patient';
import type { PatientEvent } from './patient';
import { endAtReceptionFor, endInWalkIn } from './reception';
import { loseService, serviceState, takeSnapshot } from './service';
import { takeSent } from './signUp/sending';
import type { FlowState, Screen } from './state';
import { endAtReception, endVisit } from './transitions';

/**
 * The kiosk's whole behaviour: state + event → state. Total: every state answers every event, most of them with itself.
 * Pure: no clock, no window, no I/O. A request to main is data on the screen (`requestId`), performed by the runner.
 */
export function step(state: FlowState, event: FlowEvent): FlowState {
  const { screen } = state;
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
    case 'answerKept':
      return takeKept(state, event.requestId);
    case 'ticketPrinted':
      return takePaper(state, event.requestId, event.end);
    case 'requestFailed':
      return takeFailure(state, event.requestId);
    case 'disputeEnded':
      return isAwaiting(screen, 'disputing', event.requestId) ? endAtReception(state) : state;
    case 'comeInEnded':
      return isAwaiting(screen, 'comingIn', event.requestId) ? endAtReception(state) : state;
    case 'choiceAnswered':
      return isAwaiting(screen, 'choosing', event.requestId)
        ? endAtReceptionFor(state, screen.choice, event.ticket)
        : state;
    case 'joinAnswered':
      return isAwaiting(screen, 'joining', event.requestId) ? endInWalkIn(state, event.ticket) : state;
    case 'applicationSent':
    case 'statementsChanged':
      return takeSent(state, event);
    case 'helpAnswered':
      return takeHelpAnswer(state, event.requestId, event.callId);
    default:
      return isTaken(state, event) && state.service.kind === 'ready'
        ? stepPatient(state, event, state.service.snapshot)
        : state;
  }
}

/**
 * Whether what a patient touches does anything. Not until main is there and well. A kiosk that is closed, out of service or to be wiped
 * lets whoever is on the screen finish. On Welcome it takes nothing but a call for help, and nothing at all while the glass is wiped.
 */
function isTaken(state: FlowState, event: PatientEvent): boolean {
  switch (serviceState(state)) {
    case 'open':
      return true;
    case 'closedHours':
    case 'outOfService':
      return event.type === 'helpTapped' || state.screen.kind !== 'welcome';
    case 'cleaning':
      return state.screen.kind !== 'welcome';
    case null:
      return false;
  }
}

function isAwaiting<Kind extends Extract<Screen, { requestId: number }>['kind']>(
  screen: Screen,
  kind: Kind,
  requestId: number,
): screen is Extract<Screen, { kind: Kind }> {
  return screen.kind === kind && 'requestId' in screen && screen.requestId === requestId;
}
