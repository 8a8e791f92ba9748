import { ORPCError } from '@orpc/client';
import { printingOf } from './flow/paper';
import { sendingOf } from './flow/screens';
import type { FlowState, SendingAnswer } from './flow/state';
import type { KioskClient } from './kioskClient';
import type { FlowStore } from './store';

/** Performs what stands on the screen: each request once, its answer goes back with its id. The flow decides; this only does. */
export function runRequests(store: FlowStore, client: KioskClient): void {
  let lastPerformed = 0;
  store.subscribe((state, previous) => {
    if (state.visitNumber !== previous.visitNumber) {
      const isVisitorGone = state.visitorNumber !== previous.visitorNumber;
      void client.visit.end({ isVisitorGone }).catch(ignore);
    }
    for (const request of requestsOf(state.screen)) {
      if (request.requestId <= lastPerformed) continue;
      lastPerformed = request.requestId;
      perform(store, client, request);
    }
  });
}

type Screen = FlowState['screen'];
/** A screen that waits for main, or what nobody waits for: the answer to a question, and the paper of an ending. */
type Request =
  | Extract<Screen, { requestId: number }>
  | ({ kind: 'sending' } & SendingAnswer)
  | { kind: 'printing'; requestId: number };

function requestsOf(screen: Screen): Request[] {
  if ('requestId' in screen) return [screen];
  const sending = sendingOf(screen).map((answer): Request => ({ kind: 'sending', ...answer }));
  const printing = printingOf(screen);
  const both = printing === null ? sending : [...sending, { kind: 'printing' as const, ...printing }];
  // Both may be on their way; each was begun with an id of its own.
  return both.sort((one, other) => one.requestId - other.requestId);
}

function perform(store: FlowStore, client: KioskClient, request: Request): void {
  const { requestId } = request;
  const fail = (): void => store.dispatch({ type: 'requestFailed', requestId });
  switch (request.kind) {
    case 'asking':
      client.checkIn
        .claim(request.claim)
        .then((answer) => store.dispatch({ type: 'answerArrived', requestId, answer }), fail);
      break;
    case 'disputing':
      // An arrival of somebody else must not stand because of one failure: asked again before it is given up.
      twice(() => client.checkIn.dispute({ handle: request.handle })).then(
        () => store.dispatch({ type: 'disputeEnded', requestId }),
        fail,
      );
      break;
    case 'comingIn':
      // Nor must somebody who was asked to come in be unknown to the desk.
      twice(() => client.checkIn.askedToCome({ handle: request.handle })).then(
        () => store.dispatch({ type: 'comeInEnded', requestId }),
        fail,
      );
      break;
    case 'sending':
      twice(() => client.checkIn.answer({ handle: request.handle, answer: request.answer })).then(
        () => store.dispatch({ type: 'answerKept', requestId }),
        fail,
      );
      break;
    case 'choosing':
      client.reception
        .choose({ choice: request.choice })
        .then(({ ticket }) => store.dispatch({ type: 'choiceAnswered', requestId, ticket }), fail);
      break;
    case 'joining':
      // Asked once: a second place in the queue would be given to nobody.
      client.walkIn.join({}).then(({ ticket }) => store.dispatch({ type: 'joinAnswered', requestId, ticket }), fail);
      break;
    case 'sendingApplication':
      // The same draft twice is one application.
      twice(() => client.signUp.send(request.application)).then(
        ({ reference }) => store.dispatch({ type: 'applicationSent', requestId, reference }),
        (error: unknown) => (isWordsChanged(error) ? store.dispatch({ type: 'statementsChanged', requestId }) : fail()),
      );
      break;
    case 'printing':
      // Asked once: a second paper would lie there.
      client.tickets
        .print({})
        .then(({ state: end }) => store.dispatch({ type: 'ticketPrinted', requestId, end }), fail);
      break;
    case 'helpCalled':
      client.help.call({}).then(({ callId }) => store.dispatch({ type: 'helpAnswered', requestId, callId }), fail);
      break;
  }
}

/** The one refusal that somebody can mend: they read the statements anew. */
function isWordsChanged(error: unknown): boolean {
  return error instanceof ORPCError && error.code === 'WORDS_CHANGED';
}

/** For what may be said twice without being done twice. */
function twice<Value>(attempt: () => Promise<Value>): Promise<Value> {
  return attempt().catch(attempt);
}

function ignore(): void {
  // Main notices a dead visit by itself (design §10); there is nothing for the patient to do about it.
}
