import type {
  DeskAlert,
  DeskHead,
  DeskRow,
  DeskSnapshot,
  QueueEntry,
  WorklistItem,
} from '../../../preload/contract/desk/arrivals';

/** What a desk holds of the live arrivals. Before the first snapshot there is no head: nothing is known then, which is not the same as nobody being here. */
export interface LiveState {
  revision: number;
  rows: readonly DeskRow[];
  head: DeskHead | null;
  worklist: readonly WorklistItem[];
  alerts: readonly DeskAlert[];
  queue: readonly QueueEntry[];
  /** Machine instant since when nothing is heard; null while the stream is there. What is held may be out of date. */
  lostSince: string | null;
}

export const emptyLive: LiveState = {
  revision: -1,
  rows: [],
  head: null,
  worklist: [],
  alerts: [],
  queue: [],
  lostSince: null,
};

/**
 * Takes a snapshot in. A whole one replaces everything (the machine may have been started anew, and then its revisions begin again); a later one
 * changes what it names; an older one changes nothing.
 */
export function takeSnapshot(state: LiveState, snapshot: DeskSnapshot): LiveState {
  const { revision, isWhole } = snapshot;
  if (!isWhole && revision <= state.revision) return state;
  return {
    revision,
    rows: isWhole ? snapshot.rows : changedRows(state.rows, snapshot),
    head: snapshot.head ?? (isWhole ? null : state.head),
    worklist: snapshot.worklist ?? (isWhole ? [] : state.worklist),
    alerts: snapshot.alerts ?? (isWhole ? [] : state.alerts),
    queue: snapshot.queue ?? (isWhole ? [] : state.queue),
    lostSince: null,
  };
}

/** The stream has ended: what is held stays, and is said to be old since the first time it was lost. */
export function loseConnection(state: LiveState, at: string): LiveState {
  return state.lostSince === null ? { ...state, lostSince: at } : state;
}

/** Rows that are named anew take the place of their older selves. */
function changedRows(rows: readonly DeskRow[], { rows: changed, removed }: DeskSnapshot): readonly DeskRow[] {
  if (changed.length === 0 && removed.length === 0) return rows;
  const gone = new Set<string>([...removed, ...changed.map((row) => row.visitId)]);
  return [...rows.filter((row) => !gone.has(row.visitId)), ...changed];
}

const firstPause = 500;
const longestPause = 10_000;

/** Milliseconds before the next try, after `failures` in a row: 0.5 s, 1 s, 2 s … 10 s. */
export function reconnectPause(failures: number): number {
  return Math.min(longestPause, firstPause * 2 ** Math.max(0, Math.min(failures - 1, 10)));
}
