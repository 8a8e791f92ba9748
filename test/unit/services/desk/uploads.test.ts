import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createUploads, type Uploads } from '../../../../main/services/desk/uploads';
import { largestUploadBytes, uploadPartBytes } from '../../../../preload/contract/desk/lists';
import { createFakeClock, createFakeTimers } from '../../../support/fakePorts';
import { settle } from '../../../support/practice';
import { temporaryFolder } from '../../../support/temporaryStore';

const file = (size: number, name = 'today.csv') => ({ name, size, changedAt: '2026-11-23T09:00:00.000Z' });
const unknown = { kind: 'unknown' };
const tooLarge = { kind: 'tooLarge' };

function openUploads(folder = join(temporaryFolder(), 'uploads')) {
  const timers = createFakeTimers();
  return { folder, timers, uploads: createUploads({ folder, timers, clock: createFakeClock('2026-11-23T10:00') }) };
}

async function whole(uploads: Uploads, text: string, owner = 'jo'): Promise<string> {
  const id = await uploads.begin(file(text.length), owner);
  await uploads.part(id, 0, Buffer.from(text), owner);
  return id;
}

describe('an upload', () => {
  test('comes in parts, in order, and is handed on under the name it was given', async () => {
    const { uploads } = openUploads();
    const id = await uploads.begin(file(6, 'C:\\exports\\to\u202eday.csv'), 'jo');
    expect(await uploads.part(id, 0, Buffer.from('abc'), 'jo')).toBe(3);
    // Sent twice, or out of its turn: the answer says from where to go on.
    expect(await uploads.part(id, 0, Buffer.from('abc'), 'jo')).toBe(3);
    expect(await uploads.part(id, 5, Buffer.from('f'), 'jo')).toBe(3);
    expect(await uploads.part(id, 3, Buffer.from('def'), 'jo')).toBe(6);
    await uploads.with([id], 'jo', ([given]) => {
      expect(given?.name).toBe('to day.csv');
      expect(readFileSync(given?.path ?? '', 'utf8')).toBe('abcdef');
      return Promise.resolve();
    });
  });

  test('can be read by nobody else, and its name tells nothing', async () => {
    const { uploads, folder } = openUploads();
    const id = await whole(uploads, 'abc');
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    const [name = ''] = readdirSync(folder);
    expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
    expect(name).not.toContain(id);
    expect(name).not.toContain('csv');
  });

  test('is as old as the file on the desk, and never of the future', async () => {
    const { uploads } = openUploads();
    const writtenAt = async (changedAt: string): Promise<string> => {
      const id = await uploads.begin({ name: 'x.csv', size: 1, changedAt }, 'jo');
      await uploads.part(id, 0, Buffer.from('x'), 'jo');
      return uploads.with([id], 'jo', ([given]) => Promise.resolve(statSync(given?.path ?? '').mtime.toISOString()));
    };
    expect(await writtenAt('2026-11-23T08:00:00.000Z')).toBe('2026-11-23T08:00:00.000Z');
    expect(await writtenAt('2026-11-23T12:00:00.000Z')).toBe('2026-11-23T10:00:00.000Z');
  });

  test('that is not whole cannot be used', async () => {
    const { uploads } = openUploads();
    const id = await uploads.begin(file(6), 'jo');
    await uploads.part(id, 0, Buffer.from('abc'), 'jo');
    await expect(uploads.with([id], 'jo', () => Promise.resolve())).rejects.toMatchObject(unknown);
  });

  test('never becomes larger than it said, nor than a part may be', async () => {
    const { uploads } = openUploads();
    await expect(uploads.begin(file(largestUploadBytes + 1), 'jo')).rejects.toMatchObject(tooLarge);
    const id = await uploads.begin(file(2), 'jo');
    await expect(uploads.part(id, 0, Buffer.from('abc'), 'jo')).rejects.toMatchObject(tooLarge);
    const large = await uploads.begin(file(2 * uploadPartBytes), 'jo');
    await expect(uploads.part(large, 0, Buffer.alloc(uploadPartBytes + 1), 'jo')).rejects.toMatchObject(tooLarge);
  });
});

describe('what is kept', () => {
  test('is gone after ten minutes, but not from under whoever uses it', async () => {
    const { uploads, folder, timers } = openUploads();
    const [idle, used] = [await whole(uploads, 'abc'), await whole(uploads, 'def')];
    let finish: () => void = () => undefined;
    const using = uploads.with([used], 'jo', () => new Promise<void>((resolve) => (finish = resolve)));
    timers.advance(9 * 60_000);
    expect(readdirSync(folder)).toHaveLength(2);
    timers.advance(60_000);
    await expect.poll(() => readdirSync(folder).length).toBe(1);
    await expect(uploads.with([idle], 'jo', () => Promise.resolve())).rejects.toMatchObject(unknown);
    finish();
    await using;
    expect(readdirSync(folder)).toEqual([]);
  });

  test('is gone at the next start, and at the end', async () => {
    const folder = join(temporaryFolder(), 'uploads');
    mkdirSync(folder);
    writeFileSync(join(folder, 'left'), 'patients');
    const { uploads } = openUploads(folder);
    await whole(uploads, 'abc');
    expect(readdirSync(folder)).toHaveLength(1);
    expect(existsSync(join(folder, 'left'))).toBe(false);
    await uploads.close();
    expect(existsSync(folder)).toBe(false);
  });

  test('is no more than five files, of which those gave way that nobody touches any more', async () => {
    const { uploads, timers } = openUploads();
    const ids: string[] = [];
    for (let number = 0; number < 5; number += 1) ids.push(await whole(uploads, 'abc'));
    await expect(uploads.begin(file(1), 'sam')).rejects.toMatchObject(tooLarge);
    timers.advance(60_000);
    await uploads.with(ids.slice(1), 'jo', () => Promise.resolve());
    await whole(uploads, 'new', 'sam');
    await expect(uploads.with(ids.slice(0, 1), 'jo', () => Promise.resolve())).rejects.toMatchObject(unknown);
    await uploads.with(ids.slice(1), 'jo', () => Promise.resolve());
  });

  test('is no more than forty megabytes, said or sent', async () => {
    const { uploads } = openUploads();
    await uploads.begin(file(largestUploadBytes - 10), 'jo');
    await uploads.begin(file(10), 'jo');
    await expect(uploads.begin(file(1), 'jo')).rejects.toMatchObject(tooLarge);
  });

  test('is thrown away by its owner only', async () => {
    const { uploads, folder } = openUploads();
    const id = await whole(uploads, 'abc');
    await uploads.discard(id, 'sam');
    await settle();
    expect(readdirSync(folder)).toHaveLength(1);
    await uploads.discard(id, 'jo');
    expect(readdirSync(folder)).toEqual([]);
  });
});
