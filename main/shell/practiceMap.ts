import { lstat, open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

/** The practice's own picture of where to go. */
export interface PracticeMap {
  contentType: 'image/png' | 'image/jpeg';
  bytes: Buffer;
}

/** More than any picture of a floor needs, little enough to hold at once. */
const largestBytes = 4 * 1024 * 1024;
const names = ['map.png', 'map.jpg'];
const signatures = [
  { contentType: 'image/png', bytes: Buffer.from('89504e470d0a1a0a', 'hex') },
  { contentType: 'image/jpeg', bytes: Buffer.from('ffd8ff', 'hex') },
] as const;

/**
 * Reads `practice/map.png` or `.jpg` of the data folder, or null. Nothing else of that folder is ever read for a page: the names are
 * fixed, links are not followed, and what is no picture by its first bytes is not given out.
 */
export async function readPracticeMap(dataFolder: string): Promise<PracticeMap | null> {
  return withMap(dataFolder, async (file, contentType) => ({ contentType, bytes: await file.readFile() }));
}

/** Whether there is a picture to show. */
export async function hasPracticeMap(dataFolder: string): Promise<boolean> {
  return (await withMap(dataFolder, () => Promise.resolve(true))) ?? false;
}

async function withMap<T>(
  dataFolder: string,
  use: (file: FileHandle, contentType: PracticeMap['contentType']) => Promise<T>,
): Promise<T | null> {
  const folder = join(dataFolder, 'practice');
  if (!(await isReal(folder, 'folder'))) return null;
  for (const name of names) {
    const path = join(folder, name);
    if (!(await isReal(path, 'file'))) continue;
    const file = await open(path, 'r').catch(() => null);
    if (file === null) continue;
    try {
      const kind = await kindOf(file);
      if (kind !== null) return await use(file, kind);
    } finally {
      await file.close();
    }
  }
  return null;
}

async function isReal(path: string, what: 'file' | 'folder'): Promise<boolean> {
  const found = await lstat(path).catch(() => null);
  return found !== null && (what === 'file' ? found.isFile() : found.isDirectory());
}

async function kindOf(file: FileHandle): Promise<PracticeMap['contentType'] | null> {
  const { size } = await file.stat();
  if (size > largestBytes) return null;
  const { buffer } = await file.read(Buffer.alloc(8), 0, 8, 0);
  return signatures.find(({ bytes }) => buffer.subarray(0, bytes.length).equals(bytes))?.contentType ?? null;
}
