import { mkdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isPracticeMap, kioskOrigin, pagePath } from '../../../main/shell/pagePath';
import { hasPracticeMap, readPracticeMap } from '../../../main/shell/practiceMap';
import { practiceMapPath } from '../../../preload/contract/kiosk';
import { temporaryFolder } from '../../support/temporaryStore';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(100, 1)]);
const jpeg = Buffer.concat([Buffer.from('ffd8ffe0', 'hex'), Buffer.alloc(100, 2)]);

function folderWith(files: Record<string, string | Buffer>): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'practice'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

describe('the address of the practice’s picture', () => {
  it('is the one that the contract names', () => {
    expect(isPracticeMap(`${kioskOrigin}${practiceMapPath}`)).toBe(true);
  });

  it.each([
    '/practice/map.png',
    '/practice/map/',
    '/practice/map?x',
    '/practice/../practice/map/../../kiosk.db',
    '/practice%2fmap',
    '/practice/',
    '/Practice/map',
    '/kiosk.db',
    '/folder.json',
  ])('is nothing else: %s', (path) => {
    const address = `${kioskOrigin}${path}`;
    expect(isPracticeMap(address)).toBe(false);
    // And whatever else is asked for is looked for among the pages, never in the data folder.
    expect(pagePath('/app/renderer', address, 'kiosk') ?? '/app/renderer/kiosk/').toMatch(/^\/app\/renderer\/kiosk\//);
  });

  it('belongs to the kiosk’s page alone', () => {
    expect(isPracticeMap('reception-kiosk://desk/practice/map')).toBe(false);
    expect(isPracticeMap('https://kiosk/practice/map')).toBe(false);
  });
});

describe('the practice’s picture', () => {
  it('is read from its one place, with the type that its bytes say', async () => {
    expect(await readPracticeMap(folderWith({ 'practice/map.png': png }))).toEqual({
      contentType: 'image/png',
      bytes: png,
    });
    expect(await readPracticeMap(folderWith({ 'practice/map.jpg': jpeg }))).toEqual({
      contentType: 'image/jpeg',
      bytes: jpeg,
    });
    expect(await readPracticeMap(folderWith({ 'practice/map.png': jpeg }))).toMatchObject({
      contentType: 'image/jpeg',
    });
    expect(await hasPracticeMap(folderWith({ 'practice/map.jpg': jpeg }))).toBe(true);
  });

  it.each([
    ['there is none', {}],
    ['it has another name', { 'practice/plan.png': png, 'map.png': png }],
    ['it is no picture', { 'practice/map.png': '<svg onload="x()"/>' }],
    ['it is empty', { 'practice/map.png': '' }],
    ['it is larger than 4 MB', { 'practice/map.png': Buffer.concat([png, Buffer.alloc(4 * 1024 * 1024)]) }],
  ])('is not given where %s', async (_why, files) => {
    const folder = folderWith(files);
    expect(await readPracticeMap(folder)).toBeNull();
    expect(await hasPracticeMap(folder)).toBe(false);
  });

  it('is no way to any other file of the data folder', async () => {
    const folder = folderWith({ 'kiosk.db': png });
    symlinkSync(join(folder, 'kiosk.db'), join(folder, 'practice', 'map.png'));
    expect(await readPracticeMap(folder)).toBeNull();
    const elsewhere = folderWith({ 'practice/map.png': png });
    const linked = temporaryFolder();
    symlinkSync(join(elsewhere, 'practice'), join(linked, 'practice'));
    expect(await hasPracticeMap(linked)).toBe(false);
    renameSync(join(elsewhere, 'practice', 'map.png'), join(elsewhere, 'practice', 'other.png'));
    mkdirSync(join(elsewhere, 'practice', 'map.png'));
    expect(await hasPracticeMap(elsewhere)).toBe(false);
  });

  it('is not there where the data folder is not', async () => {
    expect(await readPracticeMap(join(temporaryFolder(), 'none'))).toBeNull();
  });
});
