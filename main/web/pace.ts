import type { FastifyReply } from 'fastify';

/** One look at everything that is under way happens each so many milliseconds. */
export const lookEvery = 15_000;
/** A request that has not wholly arrived after so long is held back on purpose, or its sender is gone. */
const longestArrival = 30_000;
/** An answer of which nothing has been taken for so many looks has no reader any more: 45 to 60 seconds. */
const longestStandstill = 4;

interface UnderWay {
  /** Monotonic milliseconds; null once the request has arrived. */
  since: number | null;
  standstill: number;
}

/** Ends requests that do not arrive and answers that nobody takes, so that neither memory nor sockets pile up. */
export interface Pace {
  begin(reply: FastifyReply): void;
  /** The request has wholly arrived. */
  arrived(reply: FastifyReply): void;
  look(): void;
  /** Resolves once every answer under way has been given, live streams apart. */
  settled(): Promise<void>;
  /** From now on `settled` does not wait for this answer, which has no end of its own. */
  isEndless(reply: FastifyReply): void;
}

/** @param monotonic milliseconds since some fixed moment. */
export function createPace(monotonic: () => number): Pace {
  const underWay = new Map<FastifyReply['raw'], UnderWay>();
  const answering = new Set<FastifyReply['raw']>();
  let onSettled: (() => void)[] = [];

  const finish = (raw: FastifyReply['raw']): void => {
    answering.delete(raw);
    if (answering.size > 0) return;
    for (const resolve of onSettled) resolve();
    onSettled = [];
  };

  return {
    begin({ raw }) {
      const state: UnderWay = { since: monotonic(), standstill: 0 };
      underWay.set(raw, state);
      answering.add(raw);
      raw.on('drain', () => {
        state.standstill = 0;
      });
      raw.once('close', () => {
        underWay.delete(raw);
        finish(raw);
      });
    },
    arrived({ raw }) {
      const state = underWay.get(raw);
      if (state !== undefined) state.since = null;
    },
    look() {
      for (const [raw, state] of underWay) {
        state.standstill = raw.writableLength > 0 ? state.standstill + 1 : 0;
        const isHeldBack = state.since !== null && monotonic() - state.since > longestArrival;
        if (isHeldBack || state.standstill >= longestStandstill) raw.destroy();
      }
    },
    settled: () =>
      answering.size === 0
        ? Promise.resolve()
        : new Promise((resolve) => {
            onSettled.push(resolve);
          }),
    isEndless({ raw }) {
      finish(raw);
    },
  };
}
