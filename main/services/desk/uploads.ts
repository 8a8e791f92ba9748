import { randomUUID } from 'node:crypto';
import { mkdir, open, rm, utimes, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { largestUploadBytes, uploadPartBytes } from '../../../preload/contract/desk/lists';
import type { GivenFile } from '../importLists';
import type { Clock, Timers } from '../ports';

const mostOpen = 5;
const keptMilliseconds = 10 * 60 * 1000;
const lookEveryMilliseconds = 30_000;
/** Somebody is still at work on an upload that was touched as lately as that; older ones make room for new ones. */
const busyMilliseconds = 60_000;

/** `unknown`: was used, thrown away, stood for too long, or is another's; or is not whole. `tooLarge`: itself, or with all others. */
export class UploadRefused extends Error {
  override readonly name = 'UploadRefused';
  constructor(readonly kind: 'unknown' | 'tooLarge') {
    super(kind);
  }
}

/** Day lists on their way from a desk: each in a file of its own that nobody else may read, until it is used or thrown away. */
export interface Uploads {
  /** @throws UploadRefused */
  begin(file: { name: string; size: number; changedAt: string }, owner: string): Promise<string>;
  /**
   * Takes the next part. One that was taken before is not taken twice: the answer says from where to go on.
   * @returns how many bytes are there.
   * @throws UploadRefused
   */
  part(uploadId: string, offset: number, bytes: Uint8Array, owner: string): Promise<number>;
  /**
   * Hands a whole file to `work`, and keeps it meanwhile.
   * @throws UploadRefused
   */
  with<T>(uploadIds: readonly string[], owner: string, work: (files: GivenFile[]) => Promise<T>): Promise<T>;
  /** Throws a file away; one that is being used, afterwards. */
  discard(uploadId: string, owner: string): Promise<void>;
  /** Throws everything away and stops looking. */
  close(): Promise<void>;
}

interface Upload {
  readonly id: string;
  readonly path: string;
  readonly owner: string;
  readonly name: string;
  readonly size: number;
  readonly changedAt: string;
  readonly begunAt: number;
  touchedAt: number;
  received: number;
  users: number;
  isOver: boolean;
  /** What is done with the file, one after the other. */
  last: Promise<unknown>;
}

/**
 * @param folder holds uploads and nothing else: whatever an earlier run has left there is deleted before the first upload.
 * @param timers monotonic: putting the clock right throws nothing away.
 */
export function createUploads({ folder, timers, clock }: { folder: string; timers: Timers; clock: Clock }): Uploads {
  const uploads = new Map<string, Upload>();
  const ready = emptyFolder(folder);
  // Told by the first upload; without one nobody needs the folder.
  ready.catch(() => undefined);
  const stop = timers.every(lookEveryMilliseconds, () => {
    for (const upload of uploads.values()) {
      if (timers.monotonic() - upload.begunAt >= keptMilliseconds) void drop(upload);
    }
  });

  const find = (uploadId: string, owner: string): Upload => {
    const upload = uploads.get(uploadId);
    if (upload === undefined || upload.owner !== owner) throw new UploadRefused('unknown');
    upload.touchedAt = timers.monotonic();
    return upload;
  };

  const inTurn = <T>(upload: Upload, work: () => Promise<T>): Promise<T> => {
    const run = upload.last.then(work);
    upload.last = run.catch(() => undefined);
    return run;
  };

  async function drop(upload: Upload): Promise<void> {
    uploads.delete(upload.id);
    upload.isOver = true;
    if (upload.users === 0) await inTurn(upload, () => rm(upload.path, { force: true })).catch(() => undefined);
  }

  /** Uploads that nobody has touched for a while give way, the longest untouched first. */
  async function makeRoom(size: number): Promise<void> {
    const idle = [...uploads.values()]
      .filter(({ users, touchedAt }) => users === 0 && timers.monotonic() - touchedAt >= busyMilliseconds)
      .sort((one, other) => one.touchedAt - other.touchedAt);
    const isFull = (): boolean => {
      const bytes = [...uploads.values()].reduce((sum, upload) => sum + upload.size, size);
      return uploads.size >= mostOpen || bytes > largestUploadBytes;
    };
    for (const upload of idle) {
      if (!isFull()) return;
      await drop(upload);
    }
    if (isFull()) throw new UploadRefused('tooLarge');
  }

  return {
    async begin({ name, size, changedAt }, owner) {
      await ready;
      if (size > largestUploadBytes) throw new UploadRefused('tooLarge');
      await makeRoom(size);
      const id = randomUUID();
      const now = timers.monotonic();
      const upload: Upload = {
        id,
        path: join(folder, randomUUID()),
        owner,
        name: shownName(name),
        size,
        changedAt,
        begunAt: now,
        touchedAt: now,
        received: 0,
        users: 0,
        isOver: false,
        last: Promise.resolve(),
      };
      uploads.set(id, upload);
      return id;
    },
    part(uploadId, offset, bytes, owner) {
      const upload = find(uploadId, owner);
      return inTurn(upload, async () => {
        if (upload.isOver) throw new UploadRefused('unknown');
        if (offset !== upload.received) return upload.received;
        if (bytes.length > uploadPartBytes || offset + bytes.length > upload.size) throw new UploadRefused('tooLarge');
        await append(upload, bytes);
        upload.received += bytes.length;
        if (upload.received === upload.size) await date(upload, clock);
        return upload.received;
      });
    },
    async with(uploadIds, owner, work) {
      const used = [...new Set(uploadIds)].map((id) => find(id, owner));
      for (const { received, size } of used) if (received !== size) throw new UploadRefused('unknown');
      for (const upload of used) upload.users += 1;
      try {
        return await work(used.map(({ path, name }) => ({ path, name })));
      } finally {
        for (const upload of used) {
          upload.users -= 1;
          if (upload.isOver) await drop(upload);
        }
      }
    },
    async discard(uploadId, owner) {
      const upload = uploads.get(uploadId);
      if (upload?.owner === owner) await drop(upload);
    },
    async close() {
      stop();
      await Promise.all([...uploads.values()].map(drop));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Day lists hold patients: nothing of an earlier run stays, and nobody but the program's own account may look. */
async function emptyFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true, mode: 0o700 });
}

async function append({ path, received }: Upload, bytes: Uint8Array): Promise<void> {
  // `wx`: the first part makes the file, and no other one is ever written to.
  const file: FileHandle = await open(path, received === 0 ? 'wx' : 'r+', 0o600);
  try {
    await file.write(bytes, 0, bytes.length, received);
  } finally {
    await file.close();
  }
}

/** A list is as old as its file (decision 6), and nothing is of the future. */
async function date({ path, changedAt }: Upload, clock: Clock): Promise<void> {
  const at = new Date(Math.min(Date.parse(changedAt), clock.now().epochMilliseconds));
  await utimes(path, at, at);
}

/** A browser gives the bare name; whatever else is sent, people see one short line. */
function shownName(name: string): string {
  const bare = name.split(/[\\/]/).at(-1) ?? '';
  const shown = bare.replace(/[\p{C}\s]+/gu, ' ').trim();
  return shown === '' ? 'list.csv' : shown;
}
