import { randomUUID } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { FaultKind } from '../../preload/contract/kiosk';

/** A folder is a demonstration's or a practice's for ever (design §12). */
export type FolderMode = 'demonstration' | 'real';

/** Who a data folder is: its keys are kept elsewhere under `id`, a UUID. */
export interface FolderIdentity {
  id: string;
  mode: FolderMode;
}

/** Why a data folder cannot be used; nothing in it was changed. */
export class FolderFault extends Error {
  override readonly name = 'FolderFault';
  constructor(readonly kind: FaultKind) {
    super(kind);
  }
}

const identityFile = 'folder.json';
const storeFile = 'kiosk.db';

/**
 * Makes `folder` if it is not there. Comes before the single-instance lock, which lives in the folder.
 * @throws FolderFault `folderNotWritable`.
 */
export function prepareFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (!statSync(folder).isDirectory()) throw new Error('not a folder');
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    throw new FolderFault('folderNotWritable');
  }
}

/**
 * Reads who a prepared folder is, or gives a new one its identity. Only the owner of the lock may call it.
 * @throws FolderFault `modeMismatch`, or `damagedFile` when its identity cannot be read.
 */
export function claimFolder(folder: string, mode: FolderMode): FolderIdentity {
  const path = join(folder, identityFile);
  if (!existsSync(path)) return makeIdentity(folder, path, mode);
  const identity = readIdentity(path);
  if (identity === null) throw new FolderFault('damagedFile');
  if (identity.mode !== mode) throw new FolderFault('modeMismatch');
  return identity;
}

/** Whether there is a store in `folder`: then its keys must be there too. */
export function hasStore(folder: string): boolean {
  return existsSync(join(folder, storeFile));
}

/** Empties the throw-away demonstration folder, and only such a one, so that every `npm start` begins a new day. */
export function emptyDemonstrationFolder(folder: string): void {
  const path = join(folder, identityFile);
  if (!existsSync(path)) return;
  if (readIdentity(path)?.mode !== 'demonstration') return;
  for (const name of [storeFile, `${storeFile}-wal`, `${storeFile}-shm`, 'kiosk.key-check']) {
    rmSync(join(folder, name), { force: true });
  }
}

function makeIdentity(folder: string, path: string, mode: FolderMode): FolderIdentity {
  // A store whose folder has lost its identity is damaged; giving it a new one would look for a new key.
  if (existsSync(join(folder, storeFile))) throw new FolderFault('damagedFile');
  const identity: FolderIdentity = { id: randomUUID(), mode };
  try {
    writeFileSync(`${path}.new`, JSON.stringify(identity), { mode: 0o600, flush: true });
    renameSync(`${path}.new`, path);
  } catch {
    throw new FolderFault('folderNotWritable');
  }
  return identity;
}

/** Read by hand: the schema library is not loaded before the window is open. */
function readIdentity(path: string): FolderIdentity | null {
  try {
    const { id, mode } = JSON.parse(readFileSync(path, 'utf8')) as Partial<Record<keyof FolderIdentity, unknown>>;
    const isId = typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
    return isId && (mode === 'demonstration' || mode === 'real') ? { id, mode } : null;
  } catch {
    return null;
  }
}
