import type { KioskClient } from './client';
import type { FlowState } from './flow/state';
import { needsTicks } from './flow/passing';
import type { FlowStore } from './store';

const tickMilliseconds = 250;
const touchReportMilliseconds = 1_000;
const reconnectMilliseconds = 1_000;

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
      client.checkIn
        .dispute({ handle: screen.handle })
        .then(() => store.dispatch({ type: 'disputeEnded', requestId }), fail);
      break;
    case 'helpCalled':
      client.help
        .call({})
        .then(({ known }) => store.dispatch({ type: 'helpAnswered', requestId, isKnown: known }), fail);
      break;
  }
}

/** Follows main's snapshots for as long as the page lives; a broken stream puts the kiosk out of service until the next one. */
export async function followLive(store: FlowStore, client: KioskClient): Promise<never> {
  for (;;) {
    try {
      for await (const snapshot of await client.live()) store.dispatch({ type: 'snapshotArrived', snapshot });
    } catch {
      // The reason does not matter to the patient, and main has logged it.
    }
    store.dispatch({ type: 'outOfService' });
    await new Promise((resolve) => setTimeout(resolve, reconnectMilliseconds));
  }
}

/** Lets time pass while it matters; an idle Welcome has no timer at all (design §13). */
export function runTime(store: FlowStore): void {
  let timer: number | undefined;
  let last = 0;
  function tick(): void {
    const now = performance.now();
    const milliseconds = now - last;
    last = now;
    store.dispatch({ type: 'tick', milliseconds });
  }
  function settle(state: FlowState): void {
    if (needsTicks(state) && timer === undefined) {
      last = performance.now();
      timer = window.setInterval(tick, tickMilliseconds);
    } else if (!needsTicks(state) && timer !== undefined) {
      window.clearInterval(timer);
      timer = undefined;
    }
  }
  store.subscribe(settle);
  settle(store.get());
}

/** Tells the flow of every touch and key, and main at most once a second while there is a visit. */
export function watchTouches(store: FlowStore, client: KioskClient): void {
  let lastReport = Number.NEGATIVE_INFINITY;
  function touched(): void {
    store.dispatch({ type: 'touched' });
    const now = performance.now();
    if (store.get().screen.kind === 'welcome' || now - lastReport < touchReportMilliseconds) return;
    lastReport = now;
    void client.visit.touch({}).catch(ignore);
  }
  // After the button has done its work, so that the first touch of a visit counts.
  for (const type of ['click', 'keyup', 'input']) window.addEventListener(type, touched);
}

function ignore(): void {
  // Main notices a dead visit by itself (design §10); there is nothing for the patient to do about it.
}
