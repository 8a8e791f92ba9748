import type { ImportProgress, ListFile, Preview } from '../../../preload/contract/desk/lists';

/** Most files that are sent at a time; the machine keeps no more. */
export const mostFiles = 5;

/** One file that was chosen. */
export interface ChosenFile {
  key: number;
  name: string;
  /** From 0 to 1. */
  sent: number;
  uploadId: string | null;
  preview: Preview | null;
}

/**
 * Where uploading stands. `checking`: files are sent and looked at; `looked`: all were, nothing has changed yet; `using`: taking them into use;
 * `done`, `refused`, `failed`: what came of it. `failed` with an error code of the contract, `LOST` or `UNREADABLE`.
 */
export type UploadState =
  | { phase: 'idle'; isTooMany: boolean }
  | { phase: 'checking'; files: readonly ChosenFile[] }
  | { phase: 'looked'; files: readonly ChosenFile[] }
  | { phase: 'using'; files: readonly ChosenFile[]; said: string | null }
  | { phase: 'done'; used: readonly ListFile[] }
  | { phase: 'refused'; reason: string; problems: readonly { line: number; reason: string }[] }
  | { phase: 'failed'; code: string };

export const idle: UploadState = { phase: 'idle', isTooMany: false };

/** Chosen files as they are before anything of them is sent. */
export function chosen(names: readonly string[]): ChosenFile[] {
  return names.map((name, key) => ({ key, name, sent: 0, uploadId: null, preview: null }));
}

/** `files` with what has become of one of them. */
export function withFile(
  files: readonly ChosenFile[],
  key: number,
  change: Partial<Omit<ChosenFile, 'key'>>,
): ChosenFile[] {
  return files.map((file) => (file.key === key ? { ...file, ...change } : file));
}

/** Whether all files were looked at and every one can be used. */
export function canBeUsed(files: readonly ChosenFile[]): boolean {
  return files.length > 0 && files.every(({ preview }) => preview?.kind === 'ready' && !preview.tooManyBad);
}

/** The first file whose columns have to be described. */
export function toDescribe(files: readonly ChosenFile[]): ChosenFile | null {
  return files.find(({ preview }) => preview?.kind === 'unknownHeadings') ?? null;
}

/** What one more word of an import comes to. */
export function afterWord(state: UploadState, word: ImportProgress): UploadState {
  switch (word.kind) {
    case 'progress':
      return state.phase === 'using' ? { ...state, said: word.text } : state;
    case 'done':
      return { phase: 'done', used: word.files };
    case 'refused':
      return { phase: 'refused', reason: word.reason, problems: word.problems };
  }
}
