import { spawn } from 'node:child_process';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';
import type { Log, Speech } from '../services/ports';
import { withLengths } from './speechFile';

/** A sentence takes a fraction of a second; a program that hangs must not keep a call waiting. */
const limitMilliseconds = 5_000;
/** A minute of the voice; nothing a board says is that long. */
const mostBytes = 4 * 1024 * 1024;
const mostCharacters = 300;
/** Several boards ask for the same call at once; beyond that somebody is asking for the sake of it. */
const mostAtOnce = 6;

/** British English, slower than it speaks by itself (175 words a minute), with pauses between words: waiting rooms echo. */
const voice = ['--stdin', '--stdout', '-v', 'en-gb', '-s', '140', '-g', '2', '-b', '1'];

/**
 * Speech by espeak-ng, which Linux distributions bring; on Windows and macOS pages have voices of their own, so there it answers null.
 * @param searchPath folders to look for the program in, as in `PATH`; relative ones are not looked at.
 */
export function createSpeech({ log, searchPath }: { log: Log; searchPath: string }): Speech {
  let running = 0;
  let isMissingTold = false;
  return {
    async speak(text) {
      const program = process.platform === 'linux' ? findProgram('espeak-ng', searchPath) : null;
      if (program === null) {
        if (!isMissingTold) log.warn('speech.failed', { kind: 'missing' });
        isMissingTold = true;
        return null;
      }
      if (running >= mostAtOnce) return null;
      running += 1;
      try {
        return withLengths(await run(program, plainly(text)));
      } catch (error) {
        log.warn('speech.failed', { kind: error instanceof SpeechFault ? error.kind : 'broken' });
        return null;
      } finally {
        running -= 1;
      }
    },
  };
}

class SpeechFault extends Error {
  constructor(readonly kind: 'failed' | 'tooSlow' | 'tooLong') {
    super(kind);
  }
}

/** Double brackets would be read as sounds rather than words, and control characters end a sentence. */
function plainly(text: string): string {
  return text
    .slice(0, mostCharacters)
    .replaceAll(/[[\]\p{Cc}]/gu, ' ')
    .trim();
}

function findProgram(name: string, searchPath: string): string | null {
  const folders = searchPath.split(delimiter).filter((folder) => isAbsolute(folder));
  return folders.map((folder) => join(folder, name)).find(isProgram) ?? null;
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** The text goes in by its standard input: what a program is started with, every user of the machine can read. */
function run(program: string, text: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, voice, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { LANG: 'C.UTF-8' },
      cwd: '/',
      timeout: limitMilliseconds,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      bytes += part.length;
      if (bytes > mostBytes) child.kill('SIGKILL');
    });
    // It may be gone before it has read; what it says by its end is what counts.
    child.stdin.on('error', () => undefined);
    child.on('error', () => {
      reject(new SpeechFault('failed'));
    });
    child.on('close', (code, signal) => {
      if (code === 0) resolve(Buffer.concat(parts));
      else if (bytes > mostBytes) reject(new SpeechFault('tooLong'));
      else reject(new SpeechFault(signal === 'SIGKILL' ? 'tooSlow' : 'failed'));
    });
    child.stdin.end(`${text}\n`);
  });
}
