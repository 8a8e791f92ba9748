import type { FlowState } from './flow/state';
import { needsTicks } from './flow/passing';
import { soundOf } from './flow/sounds';
import { chime } from '../ui/chime';
import type { KioskClient } from './kioskClient';
import type { FlowStore } from './store';

const tickMilliseconds = 250;
const touchReportMilliseconds = 1_000;
/** Well within the silence after which main takes the page for hung. */
const aliveMilliseconds = 5_000;

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

/** Says every few seconds that the page still runs: one that hangs while nobody touches it would go unseen (design §9). */
export function sayAlive(client: KioskClient): void {
  window.setInterval(() => void client.page.alive({}).catch(ignore), aliveMilliseconds);
}

/** Plays what the flow sounds like: a warning, a check-in, a call for help. */
export function playSounds(store: FlowStore): void {
  store.subscribe((state, previous) => {
    const sound = soundOf(previous, state);
    if (sound !== null) chime(sound);
  });
}

function ignore(): void {
  // Main notices a dead visit by itself (design §10); there is nothing for the patient to do about it.
}
