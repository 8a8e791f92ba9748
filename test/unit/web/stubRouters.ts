import { EventEmitter, once } from 'node:events';
import { os } from '@orpc/server';
import * as z from 'zod';
import type { BoardContext, DeskContext } from '../../../main/services/desk/context';
import type { RouterOf } from '../../../main/web/calls';

/** Two small routers in place of the real ones, and what happened in them. */
export interface Stub {
  desk: RouterOf<DeskContext>;
  board: RouterOf<BoardContext>;
  /** Live streams that have begun and not ended. */
  open: number;
  /** Parts of the flood that were asked for. */
  poured: number;
  /** Tells every live stream something new. */
  say(word: string): void;
  /** Resolves once a slow call is being answered. */
  slowIs(state: 'waiting'): Promise<void>;
  finishSlow(): void;
  /** Resolves once `open` is `count`. */
  openIs(count: number): Promise<void>;
}

/** Bytes of each part of the flood. */
export const partBytes = 65_536;

export function createStubRouters(): Stub {
  const news = new EventEmitter().setMaxListeners(0);
  const counts = new EventEmitter();
  let slow = '';
  const base = os.$context<DeskContext>();
  const onBoard = os.$context<BoardContext>();

  const opened = (change: number): void => {
    stub.open += change;
    counts.emit('open');
  };

  async function* live(signal: AbortSignal | undefined): AsyncGenerator<string, void, void> {
    opened(1);
    try {
      yield 'first';
      for (;;) {
        // oxlint-disable-next-line no-await-in-loop
        const [word] = (await once(news, 'word', signal === undefined ? {} : { signal })) as [string];
        yield word;
      }
    } catch (error) {
      if (signal?.aborted !== true) throw error;
    } finally {
      opened(-1);
    }
  }

  async function* flood(): AsyncGenerator<string, void, void> {
    opened(1);
    try {
      for (;;) {
        stub.poured += 1;
        yield 'x'.repeat(partBytes);
      }
    } finally {
      opened(-1);
    }
  }

  const who = base.handler(({ context: { token, from, device } }) => ({ token, from, device }));
  const signIn = base.input(z.object({ passphrase: z.string() })).handler(({ context }) => {
    context.keepToken('secret-of-a-session');
    return {};
  });

  const stub: Stub = {
    open: 0,
    poured: 0,
    say(word) {
      news.emit('word', word);
    },
    async openIs(count) {
      // oxlint-disable-next-line no-await-in-loop
      while (stub.open !== count) await once(counts, 'open');
    },
    async slowIs(state) {
      // oxlint-disable-next-line no-await-in-loop
      while (slow !== state) await once(counts, 'slow');
    },
    finishSlow() {
      slow = '';
      counts.emit('finish');
    },
    desk: {
      session: {
        signIn,
        signOut: base.handler(({ context }) => {
          context.keepToken(null);
          return {};
        }),
      },
      who,
      echo: base.input(z.object({ words: z.string() })).handler(({ input }) => input),
      broken: base.handler((): string => {
        throw new Error('Ada Example was born on 1 January');
      }),
      refused: base.errors({ NOT_ALLOWED: { status: 409 } }).handler(({ errors }): string => {
        throw errors.NOT_ALLOWED();
      }),
      /** A failure that is named, and given no number. */
      mistyped: base.errors({ NOT_RECOGNISED: {} }).handler(({ errors }): string => {
        throw errors.NOT_RECOGNISED();
      }),
      slow: base.handler(async () => {
        slow = 'waiting';
        counts.emit('slow');
        await once(counts, 'finish');
        return 'slow';
      }),
      /** A stream that begins only once `finishSlow` is called. */
      liveLate: base.handler(async ({ signal }) => {
        slow = 'waiting';
        counts.emit('slow');
        await once(counts, 'finish');
        return live(signal);
      }),
      live: base.handler(({ signal }) => live(signal)),
      liveWithToken: base.handler(({ signal, context }) => {
        context.keepToken('renewed');
        return live(signal);
      }),
      flood: base.handler(() => flood()),
    },
    board: {
      who: onBoard.handler(({ context: { token, from } }) => ({ token, from })),
      pair: onBoard.handler(({ context }) => {
        context.keepToken('secret-of-a-board');
        return {};
      }),
      live: onBoard.handler(({ signal }) => live(signal)),
    },
  };
  return stub;
}
