import type { FlowState } from './flow/state';
import type { KioskClient } from './kioskClient';
import type { FlowStore } from './store';

/** Performs what stands on the screen: each request once, its answer goes back with its id. The flow decides; this only does. */
export function runRequests(store: FlowStore, client: KioskClient): void {
  let lastPerformed = 0;
  store.subscribe((state, previous) => {
    if (state.visitNumber !== previous.visitNumber) void client.visit.end({}).catch(ignore);
    const { screen } = state;
    if (!('requestId' in screen) || screen.requestId <= lastPerformed) return;
    lastPerformed = screen.requestId;
    perform(store, client, screen);
  });
}

type RequestScreen = Extract<FlowState['screen'], { requestId: number }>;

function perform(store: FlowStore, client: KioskClient, screen: RequestScreen): void {
  const { requestId } = screen;
  const fail = (): void => store.dispatch({ type: 'requestFailed', requestId });
  switch (screen.kind) {
    case 'asking':
      client.checkIn
        .claim(screen.claim)
        .then((answer) => store.dispatch({ type: 'answerArrived', requestId, answer }), fail);
      break;
    case 'disputing':
      // An arrival of somebody else must not stand because of one failure: asked again before it is given up.
      client.checkIn
        .dispute({ handle: screen.handle })
        .catch(() => client.checkIn.dispute({ handle: screen.handle }))
        .then(() => store.dispatch({ type: 'disputeEnded', requestId }), fail);
      break;
    case 'helpCalled':
      client.help
        .call({})
        .then(({ known }) => store.dispatch({ type: 'helpAnswered', requestId, isKnown: known }), fail);
      break;
  }
}

function ignore(): void {
  // Main notices a dead visit by itself (design §10); there is nothing for the patient to do about it.
}
