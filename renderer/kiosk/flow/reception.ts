import type { ReadySnapshot, ReceptionKind } from '../../../preload/contract/kiosk';
import { offerPaper } from './paper';
import type { FlowState, PaperWay } from './state';
import { endAtReception, request, show } from './transitions';
import { endingMilliseconds } from './times';

/** `Speak to reception` on Welcome: "What do you need?" where the practice offers choices, else straight to a human. */
export function openReception(state: FlowState, snapshot: ReadySnapshot): FlowState {
  return snapshot.reception.length === 0 ? endAtReception(state) : show(state, { kind: 'reception' });
}

/** A choice of "What do you need?". Main says whether there is a ticket; what to do is known without it. */
export function choose(state: FlowState, choice: ReceptionKind): FlowState {
  return request(state, (requestId) => ({ kind: 'choosing', requestId, choice, waitedMilliseconds: 0 }));
}

/** What to do at reception, with or without a ticket: a failure is no reason to leave somebody standing there. */
export function endAtReceptionFor(state: FlowState, choice: ReceptionKind, ticket: string | null): FlowState {
  const remainingMilliseconds = endingMilliseconds(state);
  const paper: PaperWay = ticket === null ? { state: 'none' } : offerPaper(state);
  return show(state, { kind: 'receptionEnding', choice, ticket, paper, remainingMilliseconds });
}

/** Asks main for a place in the queue of the walk-in session. */
export function joinWalkIn(state: FlowState): FlowState {
  return request(state, (requestId) => ({ kind: 'joining', requestId, waitedMilliseconds: 0 }));
}

/** "You are in the queue for the walk-in session" (never "You are checked in"). */
export function endInWalkIn(state: FlowState, ticket: string): FlowState {
  const remainingMilliseconds = endingMilliseconds(state);
  return show(state, { kind: 'walkInEnding', ticket, paper: offerPaper(state), remainingMilliseconds });
}
