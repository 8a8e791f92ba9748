import type { Day } from '../../preload/contract/rules/dates';
import type { ListEvent, SavedMapping, StatusWords, UnusableFile } from '../domain/list';

/** What the worker is started with. */
export interface ParseRequest {
  path: string;
  name: string;
  day: Day;
  statusWords: StatusWords;
  mappings: readonly SavedMapping[];
  quietMilliseconds: number | null;
}

/** What the reader sends to the worker: one `more` allows one event more. Without it the worker waits, so rows never pile up between them. */
export type ReaderMessage = 'more';

/** What the worker sends. `refused` carries an UnusableFile, which would lose its class on the way; anything else it throws is a bug. */
export type WorkerMessage =
  | { kind: 'event'; event: ListEvent }
  | { kind: 'refused'; file: string; message: string; why: UnusableFile['why'] }
  | { kind: 'done' };
