import { existsSync, readFileSync, statSync, unlinkSync } from 'node:fs';
import { hasContent, syncFolder, writeDurably, type StoreFiles } from './files';

/**
 * The clean-shutdown flag. It stands beside the database and names its size and time of change, so that a copy, an older backup
 * put back or a file changed by another program is looked through before check-in opens, just as after a power cut.
 */
function fingerprint(files: StoreFiles): string {
  const { size, mtimeNs } = statSync(files.database, { bigint: true });
  return `${size} ${mtimeNs}\n`;
}

/** True when the last run closed the store and nobody has touched the file since. */
export function endedCleanly(files: StoreFiles): boolean {
  return (
    existsSync(files.cleanMark) &&
    !hasContent(files.log) &&
    readFileSync(files.cleanMark, 'utf8') === fingerprint(files)
  );
}

/** Leaves the mark; the database is closed and its log is gone. */
export function leaveCleanMark(files: StoreFiles): void {
  if (!hasContent(files.log)) {
    writeDurably(files.cleanMark, fingerprint(files));
  }
}

/** Takes the mark away before the first write: a power cut from now on is an unclean end. */
export function takeCleanMark(files: StoreFiles): void {
  if (existsSync(files.cleanMark)) {
    unlinkSync(files.cleanMark);
    syncFolder(files.folder);
  }
}
