import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askOwner, listenForHandOver, socketPath } from '../../../main/shell/handOver';
import { createSilentLog } from '../../support/fakePorts';

let folder: string;
let server: Server | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hand-over-'));
});
afterEach(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

const request = { command: 'import' as const, isDemonstration: true, isJson: true, files: ['/lists/day.csv'] };

/** Sends raw text to the owner and returns all that it answers. */
function send(text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = createConnection(socketPath(folder));
    socket.on('error', reject);
    socket.on('data', (part) => {
      answer += part.toString();
    });
    socket.on('end', () => {
      resolve(answer);
    });
    socket.end(text);
  });
}

describe('handing a list over to the owner of the data folder', () => {
  it('passes the request on and brings progress and result back', async () => {
    const log = createSilentLog();
    server = await listenForHandOver(
      folder,
      (asked, progress) => {
        expect(asked).toEqual(request);
        progress('half');
        return Promise.resolve({ exitCode: 0, lines: ['done'] });
      },
      log,
    );
    const heard: string[] = [];
    const answer = await askOwner(folder, request, (text) => heard.push(text));
    expect(answer).toEqual({ exitCode: 0, lines: ['done'] });
    expect(heard).toEqual(['half']);
  });

  it('listens where only the same user can speak', async () => {
    server = await listenForHandOver(folder, () => Promise.resolve({ exitCode: 0, lines: [] }), createSilentLog());
    expect(statSync(socketPath(folder)).mode & 0o777).toBe(0o600);
  });

  it('takes over the socket that a killed owner left behind', async () => {
    const first = await listenForHandOver(folder, () => Promise.resolve({ exitCode: 1, lines: [] }), createSilentLog());
    server = await listenForHandOver(folder, () => Promise.resolve({ exitCode: 0, lines: ['new'] }), createSilentLog());
    expect(await askOwner(folder, request, () => undefined)).toEqual({ exitCode: 0, lines: ['new'] });
    first.close();
  });

  it('says so when nobody listens', async () => {
    expect(await askOwner(folder, request, () => undefined)).toBeNull();
  });

  it.each(['', 'nonsense\n', '{}\n', '{"command":"delete"}\n', `${JSON.stringify({ ...request, more: 1 })}\n`])(
    'refuses %j and nothing else happens',
    async (text) => {
      const log = createSilentLog();
      let isCalled = false;
      const answer = (): Promise<{ exitCode: number; lines: string[] }> => {
        isCalled = true;
        return Promise.resolve({ exitCode: 0, lines: [] });
      };
      server = await listenForHandOver(folder, answer, log);
      expect(await send(text)).toContain('"exitCode":1');
      expect(isCalled).toBe(false);
      expect(log.events).toEqual(['handOver.refused']);
    },
  );

  it('keeps the path of the socket short, however deep the folder', () => {
    const deep = join('/', ...Array.from({ length: 30 }, (_unused, index) => `folder${String(index)}`));
    expect(Buffer.byteLength(socketPath(deep))).toBeLessThanOrEqual(100);
  });
});
