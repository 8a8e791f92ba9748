import { execFile, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waiting, writeCupsFiles, type CupsFilesOptions } from './cupsFiles';
import { spawnBound } from './cupsBound';

const execute = promisify(execFile);

/** A queue whose printer belongs to the test. */
export interface TestQueue {
  name: string;
  /** Every page that came out so far, byte for byte as the printer got it, the oldest first. */
  outputs(): Buffer[];
  /** The printer was given a page, whatever has become of it. */
  hasBegun(): boolean;
  /** The next page waits in the printer, which says why (`media-empty-error`; empty: it only is slow), until `trouble(null)`. */
  trouble(reason: string | null): void;
  /** The printer fails each page, or no longer. */
  breaks(isBroken: boolean): void;
}

/** A driverless printer of its own program, reached over the network as real ones are. */
export interface TestIppPrinter {
  name: string;
  outputs(): Buffer[];
  hasBegun(): boolean;
  /** The next page waits in the printer until `slow(false)`. */
  slow(isSlow: boolean): void;
  /** Ends its program and what it runs, in whatever they do: the power is gone. */
  stop(): Promise<void>;
  /** Switches it on again, where it was. */
  start(): Promise<void>;
}

/** A real printing system of a test's own. */
export interface TestCups {
  /** For `CUPS_SERVER`, in the program's environment. */
  server: string;
  spoolFolder: string;
  /** Files of pages and of jobs that the spool holds, by name. */
  spooled(): string[];
  /** A queue without filters: exactly the bytes that were sent come out. */
  addPdfQueue(name: string, options?: { errorPolicy?: 'stop-printer' | 'retry-job' | 'abort-job' }): Promise<TestQueue>;
  /** A queue with filters that makes PDF files by cups-pdf; as root only. `outputs` are theirs. */
  addCupsPdfQueue(name: string): Promise<Pick<TestQueue, 'name' | 'outputs'>>;
  addIppQueue(name: string): Promise<TestIppPrinter>;
  pause(name: string): Promise<void>;
  resume(name: string): Promise<void>;
  reject(name: string): Promise<void>;
  accept(name: string): Promise<void>;
  remove(name: string): Promise<void>;
  /** The scheduler dies without a word; its spool stays. */
  kill(): Promise<void>;
  /** The scheduler hangs: it takes what it is asked and answers nothing, until `thaw`. What is with a printer goes on. */
  freeze(): void;
  thaw(): void;
  /** Ends everything and removes the folder. */
  stop(): Promise<void>;
}

/** Starts a cupsd of its own in a temporary folder: own socket, spool and printers; nothing of the machine's is touched. */
export async function startCups(options: CupsFilesOptions = {}): Promise<TestCups> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-cups-'));
  // Other users reach the socket: as root the tests' kiosk is one.
  chmodSync(folder, 0o755);
  writeCupsFiles(folder, options);
  const server = join(folder, 'cups.sock');
  const settings = ['-f', '-c', join(folder, 'cupsd.conf'), '-s', join(folder, 'cups-files.conf')];
  const scheduler = spawnBound('/usr/sbin/cupsd', settings, { stdio: 'ignore' });
  const programs: ChildProcess[] = [scheduler];
  const run = async (program: string, ...words: string[]): Promise<void> => {
    await execute(`/usr/sbin/${program}`, words, { env: { ...process.env, CUPS_SERVER: server } });
  };
  const outFolder = (name: string): string => {
    const out = join(folder, 'out', name);
    mkdirSync(out, { recursive: true });
    return out;
  };
  const spoolFolder = join(folder, 'spool');
  let busStarts: Promise<string> | null = null;
  const answers = (): Promise<boolean> =>
    execute('lpstat', ['-h', server, '-r']).then(
      ({ stdout }) => stdout.includes('is running'),
      () => false,
    );
  await until(answers, () => scheduler.exitCode === null, join(folder, 'error.log'));
  return {
    server,
    spoolFolder,
    spooled: () => readdirSync(spoolFolder).filter((name) => /^[cd]\d/.test(name)),
    async addPdfQueue(name, { errorPolicy = 'stop-printer' } = {}) {
      const out = outFolder(name);
      await run(
        'lpadmin',
        '-p',
        name,
        '-E',
        '-v',
        `test:${out}`,
        '-m',
        'raw',
        '-o',
        `printer-error-policy=${errorPolicy}`,
      );
      return { name, ...reader(out), ...troubles(out) };
    },
    async addCupsPdfQueue(name) {
      const out = outFolder(name);
      const description = '/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd';
      await run('lpadmin', '-p', name, '-E', '-v', `test-pdf:${out}`, '-P', description);
      return { name, outputs: reader(out).outputs };
    },
    async addIppQueue(name) {
      const out = outFolder(name);
      const port = await freePort();
      const address = `ipp://localhost:${String(port)}/ipp/print`;
      const isThere = (): Promise<boolean> =>
        execute('ipptool', ['-q', address, 'get-printer-attributes.test']).then(
          () => true,
          () => false,
        );
      const bus = await (busStarts ??= startBus(folder, programs));
      const start = async (): Promise<ChildProcess> => {
        const program = startIppPrinter(name, { out, port, bus, spool: join(folder, 'state') });
        programs.push(program);
        await until(isThere, () => program.exitCode === null, join(folder, 'error.log'));
        return program;
      };
      let printer = await start();
      await run('lpadmin', '-p', name, '-E', '-v', address, '-m', 'everywhere');
      // The scheduler asks the printer what it can do when it has said that the queue is there; until it knows, it aborts or loses what it gets.
      const isKnown = async (): Promise<boolean> =>
        (await execute('lpoptions', ['-h', server, '-p', name])).stdout.includes('IPP Everywhere');
      await until(isKnown, () => scheduler.exitCode === null, join(folder, 'error.log'));
      return {
        name,
        ...reader(out),
        slow: (isSlow) => {
          troubles(out).trouble(isSlow ? '' : null);
        },
        stop: () => endGroup(printer),
        async start() {
          printer = await start();
        },
      };
    },
    pause: (name) => run('cupsdisable', name),
    resume: (name) => run('cupsenable', name),
    reject: (name) => run('cupsreject', name),
    accept: (name) => run('cupsaccept', name),
    remove: (name) => run('lpadmin', '-x', name),
    kill: () => end(scheduler),
    freeze: () => void scheduler.kill('SIGSTOP'),
    thaw: () => void scheduler.kill('SIGCONT'),
    async stop() {
      // A printer that waits would wait for ever.
      for (const name of readdirSync(join(folder, 'out')))
        rmSync(join(folder, 'out', name, 'trouble'), { force: true });
      await Promise.all(programs.map(end));
      rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
    },
  };
}

function reader(out: string): Pick<TestQueue, 'outputs' | 'hasBegun'> {
  return {
    outputs: () =>
      readdirSync(out)
        .filter((name) => name.endsWith('.pdf') && !name.startsWith('.'))
        .sort((one, other) => one.localeCompare(other, 'en', { numeric: true }))
        .map((name) => readFileSync(join(out, name))),
    hasBegun: () => existsSync(join(out, 'begun')),
  };
}

function troubles(out: string): Pick<TestQueue, 'trouble' | 'breaks'> {
  const set = (name: string, text: string | null): void => {
    if (text === null) rmSync(join(out, name), { force: true });
    else writeFileSync(join(out, name), text);
  };
  return {
    trouble: (reason) => {
      set('trouble', reason);
    },
    breaks: (isBroken) => {
      set('broken', isBroken ? '' : null);
    },
  };
}

/** It is announced to nobody; what it gets it hands to a script that keeps it. */
function startIppPrinter(
  name: string,
  { out, port, bus, spool }: { out: string; port: number; bus: string; spool: string },
): ChildProcess {
  const keep = join(out, 'keep.sh');
  const lines = [
    '#!/bin/sh',
    `touch '${out}/begun'`,
    ...waiting(out),
    `cp "$1" '${out}/.part' && mv '${out}/.part' "${out}/job-$$.pdf"`,
    '',
  ];
  writeFileSync(keep, lines.join('\n'), { mode: 0o755 });
  const words = ['-r', 'off', '-p', String(port), '-n', 'localhost', '-d', spool, '-f', 'application/pdf', '-c', keep];
  // A group of its own: what it runs ends with it.
  const env = { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: bus };
  return spawnBound('/usr/sbin/ippeveprinter', [...words, name], { stdio: 'ignore', detached: true, env });
}

/**
 * A message bus of the test's own: the driverless printer does not start without one, and a bare machine has none.
 * @returns its address.
 */
async function startBus(folder: string, programs: ChildProcess[]): Promise<string> {
  const socket = join(folder, 'bus.sock');
  const configuration = join(folder, 'bus.conf');
  const rules = '<allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>';
  writeFileSync(
    configuration,
    `<busconfig><type>session</type><listen>unix:path=${socket}</listen><policy context="default">${rules}</policy></busconfig>`,
  );
  const program = spawnBound('dbus-daemon', ['--config-file', configuration, '--nofork'], { stdio: 'ignore' });
  programs.push(program);
  await until(
    () => Promise.resolve(existsSync(socket)),
    () => program.exitCode === null,
    configuration,
  );
  return `unix:path=${socket}`;
}

/** Looks until it is so. @throws Error once it cannot be any more. */
async function until(isSo: () => Promise<boolean>, canBe: () => boolean, log: string): Promise<void> {
  const giveUpAt = performance.now() + 20_000;
  while (!(await isSo())) {
    if (!canBe() || performance.now() > giveUpAt)
      throw new Error(
        `No printing system of the test's own: ${existsSync(log) ? readFileSync(log, 'utf8') : 'it said nothing'}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

async function end(program: ChildProcess): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return;
  const ended = new Promise((resolve) => program.once('exit', resolve));
  program.kill('SIGKILL');
  await ended;
}

/** The same with everything that `program` runs. */
async function endGroup(program: ChildProcess): Promise<void> {
  if (program.pid !== undefined && program.exitCode === null) process.kill(-program.pid, 'SIGKILL');
  await end(program);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address === null || typeof address === 'string') reject(new Error('No port'));
        else resolve(address.port);
      });
    });
  });
}
