import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createConnection } from 'node:net';
import type { Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { askOwner, listenForHandOver, socketPath } from '../../../main/shell/handOver';
import type { ControlAction } from '../../../main/services/controlAction';
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

const controlled = (action: ControlAction) => ({
  command: 'control' as const,
  isDemonstration: true,
  isJson: false,
  action,
});

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

  it.each([
    { kind: 'status' },
    { kind: 'change', rules: { window: { earlyMinutes: 20, lateMinutes: 5 }, closedDays: [], 'no rule': null } },
    { kind: 'walkIn', name: 'Flu clinic', until: '12:30' },
  ] as ControlAction[])('passes control on: %j', async (action) => {
    const control = { command: 'control' as const, isDemonstration: false, isJson: false, action };
    const heard: unknown[] = [];
    server = await listenForHandOver(
      folder,
      (asked) => {
        heard.push(asked);
        return Promise.resolve({ exitCode: 1, lines: ['no'] });
      },
      createSilentLog(),
    );
    expect(await askOwner(folder, control, () => undefined)).toEqual({ exitCode: 1, lines: ['no'] });
    expect(heard).toEqual([control]);
  });

  it.each(['import', 'control'] as const)(
    'says of %s that fails that nothing was done, and logs no word of it',
    async (command) => {
      const log = createSilentLog();
      server = await listenForHandOver(folder, () => Promise.reject(new Error('Ruth KHAN 1961-03-04')), log);
      const asked = command === 'import' ? request : controlled({ kind: 'status' });
      const answer = await askOwner(folder, asked, () => undefined);
      expect(answer?.exitCode).toBe(1);
      expect(answer?.lines).toHaveLength(1);
      expect(answer?.lines[0]).toMatch(/the kiosk could not do it/);
      expect(log.entries).toMatchObject([{ event: 'procedure.failed', fields: { procedure: command } }]);
      expect(JSON.stringify([answer, log.entries])).not.toContain('KHAN');
    },
  );

  it('takes a file of rules of one megabyte, and nothing much longer', async () => {
    const log = createSilentLog();
    server = await listenForHandOver(folder, () => Promise.resolve({ exitCode: 0, lines: [] }), log);
    const ofLength = (length: number) => controlled({ kind: 'change', rules: { practiceName: 'x'.repeat(length) } });
    expect(await askOwner(folder, ofLength(1_000_000), () => undefined)).toEqual({ exitCode: 0, lines: [] });
    expect(await askOwner(folder, ofLength(2_000_000), () => undefined)).not.toEqual({ exitCode: 0, lines: [] });
    expect(log.events).toEqual(['handOver.refused']);
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

  it.each([
    '',
    'nonsense\n',
    '{}\n',
    '{"command":"delete"}\n',
    `${JSON.stringify({ ...request, more: 1 })}\n`,
    `${JSON.stringify({ ...request, command: 'control' })}\n`,
    '{"command":"control","isDemonstration":true,"isJson":true,"action":{"kind":"delete"}}\n',
    '{"command":"control","isDemonstration":true,"isJson":true,"action":{"kind":"walkIn","name":"x","until":"25:00"}}\n',
    '{"command":"control","isDemonstration":true,"isJson":true,"action":{"kind":"change","rules":[]}}\n',
  ])('refuses %j and nothing else happens', async (text) => {
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
  });

  it('keeps the path of the socket short, however deep the folder', () => {
    const deep = join('/', ...Array.from({ length: 30 }, (_unused, index) => `folder${String(index)}`));
    expect(Buffer.byteLength(socketPath(deep))).toBeLessThanOrEqual(100);
  });
});
