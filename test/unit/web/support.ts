import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { EventEmitter, once } from 'node:events';
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  type IncomingHttpHeaders,
} from 'node:http2';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { onTestFinished } from 'vitest';
import { defaultMachineSettings } from '../../../main/services/machineDefaults';
import { createChanges } from '../../../main/services/changes';
import type { MachineSettings, Vault, WebStatus } from '../../../main/services/ports';
import { type MachineNames, machineNames } from '../../../main/web/machineNames';
import { startWebServer, type WebServer } from '../../../main/web/webServer';
import { createFakeClock, createFakeTimers, createSilentLog } from '../../support/fakePorts';
import { createStubRouters, type Stub } from './stubRouters';

export const indexPage = '<!doctype html><title>Stub</title><script src="./assets/index-abc.js"></script>';
export const names = machineNames('Kiosk-1', ['192.0.2.7']);

/** A vault in memory: the real one is a table of the store. */
export function createVault(kept = new Map<string, string>()): Vault & { kept: Map<string, string> } {
  return {
    kept,
    read: (name) => Promise.resolve(kept.get(name) ?? null),
    write(name, value) {
      if (value === null) kept.delete(name);
      else kept.set(name, value);
      return Promise.resolve();
    },
  };
}

/** London wall time at this moment: browsers and TLS compare certificates with the real clock. */
export function realWallTime(): string {
  return new Date().toLocaleString('sv-SE', { timeZone: 'Europe/London' }).replace(' ', 'T');
}

export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-web-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  return folder;
}

/** Built pages as the bundler leaves them. */
function pagesIn(folder: string): string {
  for (const page of ['desk', 'board']) {
    mkdirSync(join(folder, page, 'assets'), { recursive: true });
    writeFileSync(join(folder, page, 'index.html'), indexPage);
    writeFileSync(join(folder, page, 'assets', 'index-abc.js'), `const page = '${page}';`);
    writeFileSync(join(folder, page, '.hidden'), 'hidden');
  }
  writeFileSync(join(folder, 'outside.txt'), 'outside');
  return folder;
}

export interface TestDesk {
  web: WebServer;
  stub: Stub;
  machine: MachineSettings;
  vault: ReturnType<typeof createVault>;
  clock: ReturnType<typeof createFakeClock>;
  timers: ReturnType<typeof createFakeTimers>;
  changes: ReturnType<typeof createChanges>;
  log: ReturnType<typeof createSilentLog>;
  /** What the machine is called; a test may change it. */
  called: { names: MachineNames };
  /** Resolves with the first status that `isMeant`, now or later. */
  statusWhere(isMeant: (status: WebStatus) => boolean): Promise<WebStatus>;
  /** Resolves with the port once the server listens. */
  port(): Promise<number>;
}

/** A real server on a free port of the loopback address. It ends with the test. */
export function startTestDesk(change: Partial<MachineSettings> = {}, vault = createVault()): TestDesk {
  const machine: MachineSettings = {
    ...defaultMachineSettings,
    deskHost: '127.0.0.1',
    deskPort: 0,
    ...change,
  };
  const [clock, timers, changes, log] = [
    createFakeClock(realWallTime()),
    createFakeTimers(),
    createChanges(),
    createSilentLog(),
  ];
  const stub = createStubRouters();
  const called = { names };
  const web = startWebServer({
    pagesFolder: pagesIn(freshFolder()),
    isDemonstration: false,
    settings: { machine: () => machine },
    vault,
    clock,
    timers,
    changes,
    log,
    desk: stub.desk,
    board: stub.board,
    lookAtMachine: () => called.names,
  });
  onTestFinished(() => web.close());
  const statusWhere: TestDesk['statusWhere'] = (isMeant) =>
    new Promise((resolve) => {
      const look = (): void => {
        if (!isMeant(web.status())) return;
        stop();
        resolve(web.status());
      };
      const stop = changes.subscribe(['machine'], look);
      look();
    });
  return {
    web,
    stub,
    machine,
    vault,
    clock,
    timers,
    changes,
    log,
    called,
    statusWhere,
    async port() {
      const status = await statusWhere(({ state }) => state === 'listening');
      return status.state === 'listening' ? status.port : 0;
    },
  };
}

/** A connection that trusts the desk's authority, as a browser of the practice does. */
export async function connectTo(desk: TestDesk, host = '127.0.0.1'): Promise<ClientHttp2Session> {
  const port = await desk.port();
  return connectAt(port, desk.web.authority() ?? '', host);
}

export async function connectAt(port: number, ca: string, host = '127.0.0.1'): Promise<ClientHttp2Session> {
  const session = connect(`https://${host}:${port}`, {
    createConnection: () =>
      connectTls({
        host: '127.0.0.1',
        port,
        ca,
        ALPNProtocols: ['h2'],
        ...(/^[\d.]+$/.test(host) ? {} : { servername: host }),
      }),
  });
  onTestFinished(() => {
    session.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    session.once('connect', () => {
      resolve();
    });
    session.once('error', reject);
  });
  session.on('error', () => undefined);
  return session;
}

export interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** A live stream as a page has one: what it heard so far, and its end. */
export interface Listener {
  stream: ClientHttp2Stream;
  heard: string[];
  /** Resolves once it has heard `word`. */
  hears(word: string): Promise<void>;
  /** As a page that is closed. */
  leave(): void;
}

export function listen(
  session: ClientHttp2Session,
  path: string,
  token: string,
  headers: Record<string, string> = {},
): Listener {
  const stream = session.request({
    ':path': path,
    ':method': 'POST',
    'content-type': 'application/json',
    origin: session.originSet?.[0] ?? '',
    cookie: `__Host-desk=${token}`,
    ...headers,
  });
  const heard: string[] = [];
  const news = new EventEmitter();
  stream.on('error', () => undefined);
  stream.setEncoding('utf8').on('data', (part: string) => {
    heard.push(...[...part.matchAll(/data: \{"json":"(\w+)"\}/g)].map(([, word = '']) => word));
    news.emit('heard');
  });
  stream.end('{}');
  return {
    stream,
    heard,
    async hears(word) {
      // oxlint-disable-next-line no-await-in-loop
      while (!heard.includes(word)) await once(news, 'heard');
    },
    leave() {
      stream.close(constants.NGHTTP2_CANCEL);
    },
  };
}

/** One request. A body makes it a call, with the headers that a page's own call has. */
export function ask(
  session: ClientHttp2Session,
  path: string,
  body?: unknown,
  headers: Record<string, string | undefined> = {},
): Promise<Answer> {
  const { host } = new URL(session.originSet?.[0] ?? '');
  const own = body === undefined ? {} : { 'content-type': 'application/json', origin: `https://${host}` };
  const given = { ':path': path, ':method': body === undefined ? 'GET' : 'POST', ...own, ...headers };
  const stream = session.request(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)));
  stream.end(typeof body === 'string' || body === undefined ? body : JSON.stringify({ json: body }));
  return new Promise((resolve, reject) => {
    let answered: IncomingHttpHeaders & { ':status'?: number | undefined } = {};
    let text = '';
    stream.setEncoding('utf8');
    stream.on('response', (received) => {
      answered = received;
    });
    stream.on('data', (part: string) => {
      text += part;
    });
    stream.on('end', () => {
      resolve({ status: answered[':status'] ?? 0, headers: answered, text });
    });
    stream.on('error', reject);
    stream.on('close', () => {
      reject(new Error('the request was ended'));
    });
  });
}

/**
 * A minute and more, in the steps in which the server looks after its connections, with a word to and fro on `session` in between: all
 * others are silent for so long, and are ended.
 */
export async function letAMinutePass(desk: TestDesk, session: ClientHttp2Session): Promise<void> {
  // A client is connected a moment before the server is.
  await ask(session, '/desk/');
  for (let step = 0; step < 5; step += 1) {
    const isPinged = once(session, 'ping');
    desk.timers.advance(15_000);
    // oxlint-disable-next-line no-await-in-loop
    await isPinged;
    // What is asked after the answer to a ping arrives after it.
    // oxlint-disable-next-line no-await-in-loop
    await ask(session, '/desk/');
  }
}
