import { randomBytes } from 'node:crypto';
import { ORPCError } from '@orpc/server';
import type { BoardSnapshot } from '../../../preload/contract/board';
import { liveSnapshots } from '../live';
import { modeOf } from '../modeOf';
import type { Changes, Clock, Settings, Timers } from '../ports';
import type { BoardCalls } from './boardsCalls';
import type { Boards, BoardStanding } from './boards';
import type { SoundTests } from '../soundTests';
import type { BoardContext } from './context';

/** A board that hears nothing for longer than this has lost the machine, and says so. */
const sentAtLeastEvery = 15_000;

export interface BoardLiveParts {
  boards: Pick<Boards, 'standing' | 'connected'>;
  soundTests: Pick<SoundTests, 'count'>;
  calls: BoardCalls;
  clock: Clock;
  timers: Pick<Timers, 'every'>;
  changes: Changes;
  settings: Settings;
  isDemonstration: boolean;
  nextRevision: () => number;
}

/** What one board shows, live. */
export type BoardLive = (
  context: BoardContext,
  signal: AbortSignal | undefined,
) => AsyncGenerator<BoardSnapshot, void, void>;

/** Unlike `Omit`, keeps the kinds of a union apart. */
type WithoutRevision<T> = T extends unknown ? Omit<T, 'revision'> : never;
type Reading = WithoutRevision<BoardSnapshot>;

/**
 * The stream of a board: its code until staff have paired it, then what may be shown and nothing else; its code again from the moment it
 * is revoked. A board without a secret is given one before the stream begins, while the transport can still hand it over.
 */
export function createBoardLive(parts: BoardLiveParts): BoardLive {
  const { boards } = parts;
  return (context, signal) => {
    if (isOfThisMachine(context))
      return stream(parts, () => Promise.resolve({ kind: 'paired', boardId: null }), signal);
    const token = secretOf(context);
    return stream(parts, () => boards.standing(token), signal);
  };
}

/** A board window of this machine needs no pairing. */
export function isOfThisMachine({ from }: Pick<BoardContext, 'from'>): boolean {
  return from === 'kiosk';
}

type Standing = BoardStanding | { kind: 'paired'; boardId: null };

async function* stream(
  parts: BoardLiveParts,
  standing: () => Promise<Standing>,
  signal: AbortSignal | undefined,
): AsyncGenerator<BoardSnapshot, void, void> {
  let shows: string | null | undefined;
  let leave: () => void = () => undefined;
  const show = (boardId: string | null | undefined): void => {
    if (boardId === shows) return;
    leave();
    shows = boardId;
    leave = boardId === undefined ? () => undefined : parts.boards.connected(boardId);
  };
  const read = async (): Promise<Reading> => {
    const now = await standing();
    show(now.kind === 'paired' ? now.boardId : undefined);
    if (now.kind === 'tooMany')
      throw new ORPCError('TOO_MANY_REQUESTS', { message: 'Too many boards wait to be paired' });
    return now.kind === 'waiting' ? { kind: 'unpaired', code: now.code } : readShowing(parts, now.boardId === null);
  };
  try {
    yield* liveSnapshots<Reading>({
      read,
      changes: withBeat(parts),
      topics: ['calls', 'list', 'rules', 'boards'],
      nextRevision: parts.nextRevision,
      signal,
    });
  } finally {
    show(undefined);
  }
}

async function readShowing(parts: BoardLiveParts, isHere: boolean): Promise<Reading> {
  const calls = await parts.calls.read();
  const rules = parts.settings.rules();
  return {
    kind: 'showing',
    practice: rules.practiceName,
    mode: modeOf(parts.isDemonstration, rules),
    at: parts.clock.instant(),
    calls,
    lines: [...rules.boardLines],
    isSpoken: rules.isBoardSpoken,
    soundTests: isHere ? parts.soundTests.count() : 0,
  };
}

/** Changes, and time passing: a call that has stood long enough goes, a code is renewed, and the board hears that it is still connected. */
function withBeat({ changes, timers }: Pick<BoardLiveParts, 'changes' | 'timers'>): Changes {
  return {
    publish: (topic) => {
      changes.publish(topic);
    },
    subscribe(topics, listener) {
      const stops = [changes.subscribe(topics, listener), timers.every(sentAtLeastEvery, listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}

/** 32 random bytes, as we hand them out; anything else is no secret of ours. */
const secretShape = /^[\w-]{43}$/;

function secretOf(context: BoardContext): string {
  if (context.token !== null && secretShape.test(context.token)) return context.token;
  const token = randomBytes(32).toString('base64url');
  context.keepToken(token);
  return token;
}
