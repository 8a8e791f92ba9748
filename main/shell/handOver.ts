import { createHash } from 'node:crypto';
import { chmod, rm } from 'node:fs/promises';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { controlActionSchema } from '../services/controlAction';
import type { Outcome } from '../services/outcome';
import type { Log } from '../services/ports';
import { traceOf } from '../services/trace';

/** The longest path a Unix socket may have on every system we run on. */
const longestSocketPath = 100;
/** A file of practice rules may have 1 MB. */
const longestLine = 1_100_000;

/** What a command asks of the program that owns the data folder. */
export const handOverRequestSchema = z.discriminatedUnion('command', [
  z.strictObject({
    command: z.literal('import'),
    isDemonstration: z.boolean(),
    isJson: z.boolean(),
    files: z.array(z.string().min(1).max(4096)).min(1).max(50),
  }),
  z.strictObject({
    command: z.literal('control'),
    isDemonstration: z.boolean(),
    isJson: z.boolean(),
    action: controlActionSchema,
  }),
]);
export type HandOverRequest = z.infer<typeof handOverRequestSchema>;

/** One line of the answer: progress for a person, then one result. */
const handOverAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), text: z.string() }),
  z.object({ kind: z.literal('result'), exitCode: z.int(), lines: z.array(z.string()) }),
]);
export type HandOverAnswer = z.infer<typeof handOverAnswerSchema>;

/** Where the owner of `folder` listens: in the folder itself where the path is short enough, else in the user's temporary folder. */
export function socketPath(folder: string): string {
  const digest = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\reception-kiosk-${digest}`;
  const inFolder = join(folder, 'owner.sock');
  if (Buffer.byteLength(inFolder) <= longestSocketPath) return inFolder;
  return join(tmpdir(), `reception-kiosk-${String(userInfo().uid)}-${digest}.sock`);
}

/** Listens for commands of the same user (the socket is 0600) until the server is closed. */
export async function listenForHandOver(
  folder: string,
  answer: (request: HandOverRequest, progress: (text: string) => void) => Promise<Outcome>,
  log: Log,
): Promise<Server> {
  const path = socketPath(folder);
  // The single-instance lock is ours, so a socket left there belongs to a program that died.
  if (process.platform !== 'win32') await rm(path, { force: true });
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    void serve(socket, answer, log);
  });
  // The data folder is closed to others already; the mode of the socket is set as soon as it is there.
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(path, resolve);
  });
  if (process.platform !== 'win32') await chmod(path, 0o600);
  server.unref();
  return server;
}

const notDone: Record<HandOverRequest['command'], string> = {
  import: 'The list was not imported',
  control: 'Nothing was done',
};

async function serve(socket: Socket, answer: Parameters<typeof listenForHandOver>[1], log: Log): Promise<void> {
  socket.on('error', () => undefined);
  const send = (line: HandOverAnswer): void => {
    if (!socket.destroyed) socket.write(`${JSON.stringify(line)}\n`);
  };
  const request = await readRequest(socket);
  if (request === null) {
    log.warn('handOver.refused');
    send({ kind: 'result', exitCode: 1, lines: [] });
  } else {
    const result = await answer(request, (text) => {
      send({ kind: 'progress', text });
    }).catch((error: unknown) => {
      log.error('procedure.failed', { procedure: request.command, ...traceOf(error) });
      return { exitCode: 1, lines: [`${notDone[request.command]}: the kiosk could not do it, and its log says why.`] };
    });
    send({ kind: 'result', ...result });
  }
  socket.end();
}

async function readRequest(socket: Socket): Promise<HandOverRequest | null> {
  try {
    return handOverRequestSchema.parse(JSON.parse(await firstLine(socket)));
  } catch {
    return null;
  }
}

function firstLine(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (part: string) => {
      text += part;
      const end = text.indexOf('\n');
      if (end >= 0) resolve(text.slice(0, end));
      else if (text.length > longestLine) reject(new Error('too long'));
    });
    socket.once('end', () => {
      reject(new Error('ended'));
    });
  });
}

/**
 * Asks the owner of `folder` to do what a command says.
 * @returns null when nobody listens there (the owner is starting or ending).
 */
export function askOwner(
  folder: string,
  request: HandOverRequest,
  progress: (text: string) => void,
): Promise<Outcome | null> {
  return new Promise((resolve) => {
    const socket = createConnection(socketPath(folder));
    socket.once('error', () => {
      resolve(null);
    });
    socket.once('connect', () => {
      socket.write(`${JSON.stringify(request)}\n`);
    });
    const lines = createInterface({ input: socket });
    lines.on('error', () => undefined);
    lines.on('line', (line) => {
      const answer = handOverAnswerSchema.parse(JSON.parse(line));
      if (answer.kind === 'progress') progress(answer.text);
      else resolve({ exitCode: answer.exitCode, lines: answer.lines });
    });
    lines.once('close', () => {
      resolve(null);
    });
  });
}
