import type { SessionState, Who } from '../../../preload/contract/desk/session';
import type { DeskClient } from '../deskClient';
import { reconnectPause } from '../flow/live';
import { failureOf } from '../parts/failure';
import { isOfSession } from '../parts/session';

/** How the session stands, as far as this page knows. */
export interface SessionView {
  /** Null until the machine has been heard once. */
  state: SessionState | null;
  /** Who worked here last: their page is kept out of sight until somebody else signs in or they sign out. */
  kept: Who | null;
  isUnreachable: boolean;
}

export interface SessionFollower {
  view(this: void): SessionView;
  /** Calls `listener` after each change of the view, until the returned function is called. */
  subscribe(this: void, listener: () => void): () => void;
  /** Asks the machine how the session stands; goes on until it answers. */
  reload(this: void): void;
  /** Takes what the machine has answered to a passphrase, PIN or code. */
  set(this: void, state: SessionState): void;
  /** Drops whatever was kept, and follows. */
  drop(this: void): void;
  /** Hides the page at once, and tells the machine until it has heard it. */
  lock(this: void): void;
  /** Asks and tells nothing any more. */
  stop(this: void): void;
}

/**
 * Follows the session: the machine decides, with one exception. A page that has locked itself while the machine could not be reached stays
 * locked, although the machine still calls the session open, until the machine has heard of it or somebody has given passphrase or PIN.
 */
export function followSession(client: { session: Pick<DeskClient['session'], 'state' | 'lock'> }): SessionFollower {
  let view: SessionView = { state: null, kept: null, isUnreachable: false };
  const listeners = new Set<() => void>();
  /** Only the latest question may answer: one from before unlocking must not lock again. */
  let round = 0;
  /** Counted apart: asking how the session stands must not take back that it is to be locked. */
  let lockRound = 0;
  let isLockPending = false;

  const show = (change: Partial<SessionView>): void => {
    view = { ...view, ...change };
    for (const listener of listeners) listener();
  };
  const take = (next: SessionState): void => {
    show({ isUnreachable: false, state: next, ...(next.kind === 'open' ? { kept: next.who } : {}) });
  };
  const lockIsHeard = (): void => {
    isLockPending = false;
    lockRound += 1;
  };

  const reload = (): void => {
    round += 1;
    const own = round;
    void untilHeard(
      () => client.session.state({}),
      () => own === round,
      () => show({ isUnreachable: true }),
    ).then((heard) => {
      if (heard === null) return;
      if (heard.kind === 'open' && isLockPending) {
        take(lockedOf(heard));
        return;
      }
      lockIsHeard();
      take(heard);
    });
  };

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    reload,
    set(next) {
      round += 1;
      if (next.kind !== 'locked') lockIsHeard();
      take(next);
    },
    drop() {
      show({ kept: null });
      reload();
    },
    lock() {
      lockRound += 1;
      const own = lockRound;
      isLockPending = true;
      if (view.state?.kind === 'open') show({ state: lockedOf(view.state) });
      void untilHeard(
        () => client.session.lock({}),
        () => own === lockRound,
        (error) => {
          // A session that has ended meanwhile cannot be locked any more.
          if (!isOfSession(failureOf(error).code)) return;
          lockIsHeard();
          reload();
        },
      ).then((heard) => {
        if (heard === null) return;
        lockIsHeard();
        // Whether a PIN unlocks it may have changed since this page was told.
        reload();
      });
    },
    stop() {
      round += 1;
      lockRound += 1;
    },
  };
}

function lockedOf({ practice, mode, who }: Extract<SessionState, { kind: 'open' }>): SessionState {
  return { kind: 'locked', practice, mode, who };
}

/** Asks again with growing pauses until there is an answer; null if meanwhile nobody wants it any more. */
async function untilHeard<Answer>(
  work: () => Promise<Answer>,
  isWanted: () => boolean,
  onFailure: (error: unknown) => void,
): Promise<Answer | null> {
  for (let failures = 1; isWanted(); failures += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop
      const answer = await work();
      return isWanted() ? answer : null;
    } catch (error) {
      if (isWanted()) onFailure(error);
    }
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, reconnectPause(failures)));
  }
  return null;
}
