import { failureOf } from './parts/failure';
import { isOfSession } from './parts/session';
import { reconnectPause } from './flow/live';

export interface Stream {
  stop(): void;
  /** Ends the connection and begins a new one: for a stream that looks alive and is not. */
  again(): void;
}

interface StreamHandlers<Item> {
  onItem(item: Item): void;
  /** It has ended or could not begin; it is tried again by itself. */
  onLost(): void;
  /**
   * The session may not hear it (any more). Whoever follows asks how the session stands, and stops if it is over; a stream that is not
   * stopped is tried again, so that none looks alive for ever because the session came back in between.
   */
  onRefused(): void;
}

/** Follows a live procedure for as long as it is wanted, over every break, with growing pauses between the tries. */
export function followStream<Item>(
  open: (signal: AbortSignal) => Promise<AsyncIterable<Item>>,
  { onItem, onLost, onRefused }: StreamHandlers<Item>,
): Stream {
  let isWanted = true;
  let failures = 0;
  let round = new AbortController();
  let wake = (): void => undefined;

  async function listen(): Promise<boolean> {
    try {
      for await (const item of await open(round.signal)) {
        if (!isWanted) return false;
        failures = 0;
        onItem(item);
      }
    } catch (error) {
      const { code } = failureOf(error);
      if (isWanted && (isOfSession(code) || code === 'FORBIDDEN')) onRefused();
    }
    return isWanted;
  }

  async function follow(): Promise<void> {
    while (isWanted) {
      round = new AbortController();
      // One connection after the other: that is the point.
      // oxlint-disable-next-line no-await-in-loop
      if (!(await listen())) return;
      failures += 1;
      onLost();
      // oxlint-disable-next-line no-await-in-loop
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, reconnectPause(failures));
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  void follow();
  return {
    stop() {
      isWanted = false;
      round.abort();
      wake();
    },
    again: () => round.abort(),
  };
}
