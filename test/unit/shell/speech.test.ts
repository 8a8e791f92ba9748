import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSpeech } from '../../../main/shell/speech';
import { withLengths } from '../../../main/shell/speechFile';
import { createSilentLog } from '../../support/fakePorts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'speech-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A program of the same name that does `script` instead. */
function pretend(script: string): void {
  const path = join(folder, 'espeak-ng');
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
}

/** What a WAV file says of itself: how long it and its sound are, and how loud the sound gets. */
function read(wav: Uint8Array): { whole: number; sound: number; seconds: number; loudest: number } {
  const bytes = Buffer.from(wav);
  expect(bytes.subarray(0, 4).toString()).toBe('RIFF');
  expect(bytes.subarray(36, 40).toString()).toBe('data');
  const sound = bytes.readUInt32LE(40);
  let loudest = 0;
  for (let at = 44; at + 1 < bytes.length; at += 2) loudest = Math.max(loudest, Math.abs(bytes.readInt16LE(at)));
  return { whole: bytes.readUInt32LE(4) + 8, sound, seconds: sound / bytes.readUInt32LE(28), loudest };
}

describe('speech with the real espeak-ng', () => {
  const speak = (text: string): Promise<Uint8Array | null> =>
    createSpeech({ log: createSilentLog(), searchPath: process.env['PATH'] ?? '' }).speak(text);

  it('is a sound file with right lengths that can be heard and is not rushed', async () => {
    const wav = await speak('Ticket A 12, please go to room 4.');
    if (wav === null) throw new Error('espeak-ng is not installed: it is a package that the tests need');
    const { whole, sound, seconds, loudest } = read(wav);
    expect({ whole, sound }).toEqual({ whole: wav.length, sound: wav.length - 44 });
    expect(seconds).toBeGreaterThan(2);
    expect(seconds).toBeLessThan(10);
    expect(loudest).toBeGreaterThan(3_000);
  });

  it('says what it is given, whatever letters and signs a name has', async () => {
    const plain = await speak('Siân O’Neil-Łukasz, please go to room 4.');
    const odd = await speak('Siân O’Neil-Łukasz, please go to room 4. --help <speak> `id`');
    if (plain === null || odd === null)
      throw new Error('espeak-ng is not installed: it is a package that the tests need');
    expect(odd.length).toBeGreaterThan(plain.length);
  });
});

describe('speech', () => {
  it('is silence where the machine has no such program, said once in the log', async () => {
    const log = createSilentLog();
    const speech = createSpeech({ log, searchPath: folder });
    expect([await speech.speak('Ticket A12'), await speech.speak('Ticket A13')]).toEqual([null, null]);
    expect(log.entries).toEqual([{ event: 'speech.failed', fields: { kind: 'missing' } }]);
  });

  it('looks for the program in whole paths only, never beside whoever started the kiosk', async () => {
    pretend('printf RIFF');
    const log = createSilentLog();
    const speech = createSpeech({ log, searchPath: `.:${join('..', '..', folder)}` });
    expect(await speech.speak('Ticket A12')).toBeNull();
    expect(log.entries).toEqual([{ event: 'speech.failed', fields: { kind: 'missing' } }]);
  });

  it('hands the words over where no other user of the machine can read them', async () => {
    pretend(`printf '%s ' "$@" > ${folder}/words; /bin/cat > ${folder}/input; /usr/bin/env > ${folder}/environment`);
    await createSpeech({ log: createSilentLog(), searchPath: folder }).speak('Zebedee [[Quill]]\u0007');
    expect(readFileSync(join(folder, 'input'), 'utf8').trim()).toBe('Zebedee   Quill');
    expect(readFileSync(join(folder, 'words'), 'utf8')).toContain('en-gb');
    for (const name of ['words', 'environment'])
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('Quill');
  });

  it.each([
    ['ends badly', 'exit 3', 'failed'],
    ['cannot be run', 'exec /nonexistent', 'failed'],
    ['never stops talking', 'exec /usr/bin/yes', 'tooLong'],
    ['never says anything', 'exec /bin/sleep 60', 'tooSlow'],
  ])('is silence where the program %s', async (_what, script, kind) => {
    pretend(script);
    const log = createSilentLog();
    expect(await createSpeech({ log, searchPath: folder }).speak('Ticket A12')).toBeNull();
    expect(log.entries).toEqual([{ event: 'speech.failed', fields: { kind } }]);
  });

  it('is silence where what comes is no sound', async () => {
    pretend('/bin/cat > /dev/null; echo not a sound');
    expect(await createSpeech({ log: createSilentLog(), searchPath: folder }).speak('Ticket A12')).toBeNull();
  });

  it('runs no more than a few programs at once, and as many again when they are done', async () => {
    pretend(`/bin/cat > /dev/null; echo x >> ${folder}/started`);
    const speech = createSpeech({ log: createSilentLog(), searchPath: folder });
    const started = (): number => readFileSync(join(folder, 'started'), 'utf8').split('\n').length - 1;
    await Promise.all(Array.from({ length: 20 }, () => speech.speak('Ticket A12')));
    expect(started()).toBe(6);
    await speech.speak('Ticket A12');
    expect(started()).toBe(7);
  });
});

describe('the lengths of a sound file', () => {
  const chunk = (name: string, length: number, body: string): Buffer => {
    const bytes = Buffer.from(`${name}....${body}`, 'latin1');
    bytes.writeUInt32LE(length, 4);
    return bytes;
  };
  const wav = (...chunks: Buffer[]): Buffer => Buffer.concat([chunk('RIFF', 0x7fff_ffff, 'WAVE'), ...chunks]);

  it('are found behind other chunks, and what is given is left as it was', () => {
    const given = wav(chunk('fmt ', 3, 'abc\0'), chunk('data', 0x7fff_f000, '1234'));
    const before = Buffer.from(given);
    const made = Buffer.from(withLengths(given) ?? []);
    expect([made.length, made.readUInt32LE(4), made.readUInt32LE(made.length - 8)]).toEqual([36, 28, 4]);
    expect(given.equals(before)).toBe(true);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['another file', Buffer.from('This is no sound at all.')],
    ['no sound in it', wav(chunk('fmt ', 4, 'abcd'))],
    ['a chunk that ends nowhere', wav(chunk('fmt ', 0xffff_ffff, 'abcd'))],
    ['an empty sound', wav(chunk('data', 0, ''))],
  ])('cannot be set for %s', (_what, bytes) => {
    expect(withLengths(bytes)).toBeNull();
  });
});
