import type { ListsState } from '../../../preload/contract/desk/lists';

type Watched = NonNullable<ListsState['watched']>;
export type WatchedResult = Watched['results'][number];

/** Results that are remembered: enough for a morning of exports. */
const mostResults = 30;

/** What became of the watched folder, for the Lists tab; remembered while the program runs. */
export interface WatchedRecord {
  /** How the folder that is set now stands; null: none is set. */
  read(folder: string | null): Watched | null;
  /** It was looked at; `problem`: why it cannot be used, as one sentence. */
  looked(folder: string, at: string, problem: string | null): void;
  noted(result: WatchedResult): void;
}

export function createWatchedRecord(): WatchedRecord {
  let last: { folder: string; at: string; problem: string | null } | null = null;
  let results: WatchedResult[] = [];
  return {
    read(folder) {
      if (folder === null) return null;
      const seen = last?.folder === folder ? last : null;
      return { folder, lookedAt: seen?.at ?? null, problem: seen?.problem ?? null, results: [...results] };
    },
    looked(folder, at, problem) {
      last = { folder, at, problem };
    },
    noted(result) {
      results = [result, ...results].slice(0, mostResults);
    },
  };
}
