import { createHash, randomUUID } from 'node:crypto';
import { createAttemptLimit } from '../../domain/attempts';
import { addBoard, allBoards, boardByToken, noteBoardSeen, removeBoard } from '../../store/boards';
import type { Store } from '../../store/store';
import type { Changes, Clock, Log, Timers } from '../ports';
import { traceOf } from '../trace';
import { auditAct } from './actionsOnVisit';
import { createPairingCodes } from './boardsCodes';
import type { Caller } from './caller';

/** Codes that desks may try in a burst, and in a minute after that: 20 boards among 24 million codes are not to be guessed. */
const tries = { claimsInBurst: 10, claimsPerMinute: 2 };

/** A board as staff see it. */
export interface PairedBoard {
  boardId: string;
  name: string;
  pairedAt: string;
  lastSeenAt: string | null;
  isConnected: boolean;
}

/** How a board stands that has brought its secret along. */
export type BoardStanding =
  { kind: 'paired'; boardId: string } | { kind: 'waiting'; code: string } | { kind: 'tooMany' };

/** Boards of the waiting room: paired by staff with a code that the board shows, and revoked by them. They can do nothing but show. */
export interface Boards {
  list(): Promise<PairedBoard[]>;
  /** False: no board shows this code now, or too many wrong ones were typed. */
  pair(caller: Caller, board: { code: string; name: string }): Promise<boolean>;
  /** The board shows nothing but a code from this moment. One that is gone already is no failure. */
  revoke(caller: Caller, boardId: string): Promise<void>;
  /** How the board with this secret stands; asked for each snapshot. */
  standing(token: string): Promise<BoardStanding>;
  /** A board's stream has begun to show calls; call what it returns when it ends. `null`: a board window of this machine. */
  connected(boardId: string | null): () => void;
}

export interface BoardsParts {
  store: Store;
  clock: Clock;
  timers: Pick<Timers, 'monotonic'>;
  changes: Changes;
  /** Gives [0, 1), not to be foreseen. */
  random: () => number;
  log: Log;
}

export function createBoards(parts: BoardsParts): Boards {
  const { store, clock, timers, changes, log } = parts;
  const codes = createPairingCodes(parts);
  const limit = createAttemptLimit();
  const streams = new Map<string | null, number>();
  const isConnected = (boardId: string | null): boolean => (streams.get(boardId) ?? 0) > 0;
  const count = (boardId: string | null, by: 1 | -1): void => {
    streams.set(boardId, (streams.get(boardId) ?? 0) + by);
    if (boardId === null) return;
    noteSeen(boardId).catch((error: unknown) => {
      log.error('procedure.failed', { procedure: 'boards.connected', ...traceOf(error) });
    });
  };
  const noteSeen = async (boardId: string): Promise<void> =>
    store.write((db) => noteBoardSeen(db, boardId, clock.instant()));
  return {
    async list() {
      const boards = await allBoards(store.db);
      return boards.map(({ id, name, pairedAt, lastSeenAt }) => {
        const isThere = isConnected(id);
        return {
          boardId: id,
          name,
          pairedAt,
          lastSeenAt: isThere ? clock.instant() : lastSeenAt,
          isConnected: isThere,
        };
      });
    },
    async pair(caller, { code, name }) {
      const isFree = limit.takeIfFree(timers.monotonic(), tries);
      const tokenHash = isFree ? codes.find(code) : null;
      if (tokenHash === null) {
        log.warn('board.refused', { kind: isFree ? 'wrongCode' : 'tooManyCodes' });
        return false;
      }
      // Taken before it is written: of two desks that type one code at a time, one pairs.
      codes.drop(tokenHash);
      const boardId = randomUUID();
      const at = clock.instant();
      await store.write(async (db) => {
        await addBoard(db, { id: boardId, tokenHash, name, pairedAt: at, pairedBy: caller.staffId, lastSeenAt: null });
        await auditAct(db, caller, { at, action: 'board.paired', subjectId: null, detail: { boardId } });
      });
      changes.publish('boards');
      log.info('board.paired');
      return true;
    },
    async revoke(caller, boardId) {
      const at = clock.instant();
      const isGone = await store.write(async (db) => {
        const isRemoved = await removeBoard(db, boardId);
        if (isRemoved)
          await auditAct(db, caller, { at, action: 'board.revoked', subjectId: null, detail: { boardId } });
        return isRemoved;
      });
      if (isGone) changes.publish('boards');
    },
    async standing(token) {
      const tokenHash = hashOf(token);
      const board = await boardByToken(store.db, tokenHash);
      if (board !== null) return { kind: 'paired', boardId: board.id };
      const code = codes.codeFor(tokenHash);
      return code === null ? { kind: 'tooMany' } : { kind: 'waiting', code };
    },
    connected(boardId) {
      count(boardId, 1);
      return () => {
        count(boardId, -1);
      };
    },
  };
}

/** What is kept of a board's secret: from the file alone nobody can pose as the board. */
function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
