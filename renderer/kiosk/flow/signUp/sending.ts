import type { Application } from '../../../../preload/contract/signUp';
import { lastSnapshot } from '../snapshots';
import type { FlowState } from '../state';
import { request, show } from '../transitions';
import { endSignUp, stopSignUp } from './ends';
import { askStatementsAnew, followSignUp } from './following';
import type { SignUpMainEvent } from './events';
import type { SignUpScreen } from './state';

/** Sends an application to main. Null is one that the contract would refuse: nothing is sent, and it is said so. */
export function send(state: FlowState, from: SignUpScreen, application: Application | null): FlowState {
  if (application === null) return stopSignUp(state, 'failed');
  return request(state, (requestId) => ({
    kind: 'sendingApplication',
    requestId,
    application,
    from,
    waitedMilliseconds: 0,
  }));
}

/** Main has answered what stands on the screen; an answer to anything else is nobody's any more. */
export function takeSent(state: FlowState, event: SignUpMainEvent): FlowState {
  const { screen } = state;
  if (screen.kind !== 'sendingApplication' || screen.requestId !== event.requestId) return state;
  return event.type === 'applicationSent'
    ? endSignUp(state, event.reference)
    : takeStatementsChanged(state, screen.from);
}

/** What was agreed to is not what the practice says now. Main refuses only what holds agreements: nobody is sent round in a circle. */
function takeStatementsChanged(state: FlowState, from: SignUpScreen): FlowState {
  const snapshot = lastSnapshot(state.service);
  const anew = askStatementsAnew(from);
  if (snapshot === null || anew.page !== 'recordTopics') return stopSignUp(state, 'failed');
  return followSignUp(show(state, anew), snapshot);
}
