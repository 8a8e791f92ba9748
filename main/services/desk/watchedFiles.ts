import { createHash } from 'node:crypto';
import { constants, createReadStream } from 'node:fs';
import {
  access,
  copyFile,
  lstat,
  mkdir,
  open,
  readdir,
  rename,
  stat,
  unlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { extname, join } from 'node:path';

/** A file of the watched folder as it was at one look. */
export interface SeenFile {
  /** As the folder has it; nothing in it is trusted but that it is one name. */
  name: string;
  path: string;
  size: number;
  /** Milliseconds since the epoch. */
  writtenAt: number;
}

/** Day lists are few; a folder with more was meant for something else, and the oldest come first. */
const mostFiles = 50;
/** Bytes of a name that are kept when a file is moved: the time before and the counter after it must still fit. */
const longestName = 150;

/** Ordinary files that end in `.csv`, oldest first. Hidden files, links and what spreadsheets leave (`~$list.csv`) are none. @throws as readdir. */
export async function csvFilesIn(folder: string): Promise<SeenFile[]> {
  const names = (await readdir(folder)).filter((name) => /\.csv$/i.test(name) && !/^[.~]/.test(name));
  const seen: SeenFile[] = [];
  for (const name of names) {
    const path = join(folder, name);
    // Gone since: somebody has moved it.
    const found = await lstat(path).catch(() => null);
    if (found?.isFile() === true) seen.push({ name, path, size: found.size, writtenAt: found.mtimeMs });
  }
  return seen.sort((one, other) => one.writtenAt - other.writtenAt).slice(0, mostFiles);
}

/** Whether a file can be read now: while it is written, some systems keep everybody else out. */
export async function canBeOpened({ path }: SeenFile): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  await file?.close();
  return file !== null;
}

/** Equal for files of equal content under any names. @throws as reading. */
export async function contentOf(files: readonly SeenFile[]): Promise<string> {
  const each: string[] = [];
  for (const { path } of files) {
    const hash = createHash('sha256');
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
    each.push(hash.digest('hex'));
  }
  return each.sort().join();
}

/**
 * Moves a file that has been dealt with into a sub-folder, under its name with the time before it, and over the border of two disks too. Nothing that
 * is there is written over.
 * @param stamp `20261123-100500`.
 * @param reason beside it as a text file; null: none.
 * @throws as moving.
 */
export async function putAway(
  file: SeenFile,
  folder: string,
  { subfolder, stamp, reason }: { subfolder: string; stamp: string; reason: string | null },
): Promise<void> {
  const target = join(folder, subfolder);
  await mkdir(target, { recursive: true });
  const path = await freePath(target, `${stamp}-${shortened(file.name)}`);
  try {
    await rename(file.path, path);
  } catch (error) {
    if (!isOtherDevice(error)) throw error;
    const { atime, mtime } = await stat(file.path);
    await copyFile(file.path, path, constants.COPYFILE_EXCL);
    await utimes(path, atime, mtime);
    await unlink(file.path);
  }
  if (reason !== null) await writeFile(`${path}.txt`, `${reason}\n`, { flag: 'wx' });
}

async function freePath(folder: string, name: string): Promise<string> {
  const extension = extname(name);
  const stem = name.slice(0, name.length - extension.length);
  for (let counter = 1; ; counter += 1) {
    const path = join(folder, `${stem}${counter === 1 ? '' : `-${String(counter)}`}${extension}`);
    const isTaken = await Promise.any([access(path), access(`${path}.txt`)]).then(
      () => true,
      () => false,
    );
    if (!isTaken) return path;
  }
}

function shortened(name: string): string {
  const extension = extname(name);
  let stem = name.slice(0, name.length - extension.length).replace(/[\p{C}<>:"/\\|?*]/gu, '_');
  while (Buffer.byteLength(stem) > longestName) stem = Array.from(stem).slice(0, -1).join('');
  return `${stem}${extension.toLowerCase()}`;
}

function isOtherDevice(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EXDEV';
}
