import type { FlowEvent } from './flow/events';
import type { FlowState } from './flow/state';
import { initialState } from './flow/state';
import { step } from './flow/step';

type Listener = (state: FlowState, previous: FlowState) => void;

/** Holds the flow's state: `dispatch` steps it and tells everybody at once, so that no state is ever skipped. */
export interface FlowStore {
  get(): FlowState;
  dispatch(event: FlowEvent): void;
  /** Calls `listener` after each change until the returned function is called. */
  subscribe(listener: Listener): () => void;
}

/** A flow at its start. */
export function createStore(): FlowStore {
  let state = initialState;
  const listeners = new Set<Listener>();
  return {
    get: () => state,
    dispatch(event) {
      const previous = state;
      state = step(previous, event);
      if (state === previous) return;
      const current = state;
      for (const listener of listeners) listener(current, previous);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
