import type { BoardSound } from './flow/sounds';
import { soundOf } from './flow/sounds';
import type { BoardEvent } from './flow/state';
import { boardAt } from './flow/state';
import { step } from './flow/step';
import type { BoardView } from './flow/view';
import { viewOf } from './flow/view';

/** Holds the board's state and tells when its picture changes. */
export interface BoardStore {
  view(): BoardView;
  dispatch(event: BoardEvent): void;
  /** Calls `listener` whenever the picture has changed, until the returned function is called. */
  subscribe(listener: () => void): () => void;
}

/** @param onSound told of each sound as it is due. */
export function createStore(onSound: (sound: BoardSound) => void): BoardStore {
  let state = boardAt(performance.now());
  let view = viewOf(state);
  const listeners = new Set<() => void>();
  return {
    view: () => view,
    dispatch(event) {
      const previous = state;
      state = step(previous, event);
      const sound = soundOf(previous, state);
      if (sound !== null) onSound(sound);
      const next = viewOf(state);
      // Time passes four times a second; the picture changes a few times a minute, and only then it is drawn anew.
      if (JSON.stringify(next) === JSON.stringify(view)) return;
      view = next;
      for (const listener of listeners) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
