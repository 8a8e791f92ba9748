import type { FaultKind } from '../../preload/contract/kiosk';

const sentences: Record<FaultKind, (folder: string) => string> = {
  folderNotWritable: (folder) =>
    `The data folder ${folder} cannot be written: check who owns it and whether the disk is full.`,
  newerVersion: (folder) =>
    `The data folder ${folder} was written by a newer version: install that version or a later one.`,
  wrongKey: (folder) =>
    `The key kept for the data folder ${folder} does not open it: bring back the keys it was made with.`,
  keyMissing: (folder) =>
    `The key of the data folder ${folder} is missing: bring back the user's configuration it was kept in.`,
  damagedFile: (folder) => `The database in ${folder} is damaged: keep the folder as it is and bring back a backup.`,
  modeMismatch: (folder) =>
    `The data folder ${folder} is either a demonstration's or a practice's for ever: give another folder, or leave out or add --demo.`,
  internal: (folder) => `The kiosk could not start on the data folder ${folder}: its log says why.`,
};

/** One sentence for the person at the command line: which folder, and what to do. The kiosk's screen has its own words. */
export function faultSentence(kind: FaultKind, folder: string): string {
  return sentences[kind](folder);
}
