import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  claimFolder,
  emptyDemonstrationFolder,
  FolderFault,
  hasStore,
  prepareFolder,
} from '../../../main/shell/dataFolder';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'data-folder-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function kindOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof FolderFault) return error.kind;
    throw error;
  }
  return 'none';
}

describe('a data folder', () => {
  it('is made when it is not there', () => {
    const deep = join(folder, 'a', 'b');
    prepareFolder(deep);
    expect(existsSync(deep)).toBe(true);
  });

  it('that is a file cannot be used', () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    expect(kindOf(() => prepareFolder(file))).toBe('folderNotWritable');
  });

  it('keeps its identity', () => {
    const first = claimFolder(folder, 'real');
    expect(claimFolder(folder, 'real')).toEqual(first);
  });

  it.each([
    ['demonstration', 'real'],
    ['real', 'demonstration'],
  ] as const)('that is a %s can never be a %s', (first, second) => {
    claimFolder(folder, first);
    const before = readFileSync(join(folder, 'folder.json'));
    expect(kindOf(() => claimFolder(folder, second))).toBe('modeMismatch');
    expect(readFileSync(join(folder, 'folder.json'))).toEqual(before);
  });

  it.each(['', 'not json', '{}', '{"id":"x","mode":"real"}'])(
    'with the unreadable identity %j is left as it is',
    (text) => {
      writeFileSync(join(folder, 'folder.json'), text);
      expect(kindOf(() => claimFolder(folder, 'real'))).toBe('damagedFile');
      expect(readFileSync(join(folder, 'folder.json'), 'utf8')).toBe(text);
    },
  );

  it('that holds a store but no identity gets no new one', () => {
    writeFileSync(join(folder, 'kiosk.db'), 'x');
    expect(kindOf(() => claimFolder(folder, 'real'))).toBe('damagedFile');
    expect(readdirSync(folder)).toEqual(['kiosk.db']);
  });

  it('is emptied only when it is a demonstration', () => {
    claimFolder(folder, 'real');
    writeFileSync(join(folder, 'kiosk.db'), 'x');
    emptyDemonstrationFolder(folder);
    expect(hasStore(folder)).toBe(true);
  });

  it('of the throw-away demonstration begins every day anew', () => {
    claimFolder(folder, 'demonstration');
    writeFileSync(join(folder, 'kiosk.db'), 'x');
    emptyDemonstrationFolder(folder);
    expect(hasStore(folder)).toBe(false);
    expect(kindOf(() => claimFolder(folder, 'demonstration'))).toBe('none');
  });
});
