import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { operations, type Operation } from '../../../../main/shell/printing/cups/ipp';

/* A printing system that answers whatever a test wants, on a real socket. */

export interface WrittenAttribute {
  tag: number;
  name: string;
  values: Buffer[];
}

export interface WrittenGroup {
  tag: number;
  attributes: WrittenAttribute[];
}

/** @param value characters are bytes. Several: one after the other. */
export function attribute(tag: number, name: string, value: string | string[]): WrittenAttribute {
  const values = (Array.isArray(value) ? value : [value]).map((one) => Buffer.from(one, 'latin1'));
  return { tag, name, values };
}
export const text = (name: string, value: string): WrittenAttribute => attribute(0x42, name, value);
export const keyword = (name: string, value: string | string[]): WrittenAttribute => attribute(0x44, name, value);
export const truth = (name: string, isTrue: boolean): WrittenAttribute =>
  attribute(0x22, name, isTrue ? '\u0001' : '\u0000');
export function integer(name: string, value: number): WrittenAttribute {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return { tag: 0x23, name, values: [bytes] };
}

/** An answer in IPP (RFC 8010, 3.1). */
export function answerOf(requestId: number, statusCode: number, groups: readonly WrittenGroup[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16BE(0x0101, 0);
  head.writeUInt16BE(statusCode, 2);
  head.writeInt32BE(requestId, 4);
  const parts: Buffer[] = [head];
  for (const { tag, attributes } of groups) {
    parts.push(Buffer.from([tag]));
    for (const { tag: valueTag, name, values } of attributes)
      values.forEach((value, index) => {
        parts.push(Buffer.from([valueTag]), counted(Buffer.from(index === 0 ? name : '')), counted(value));
      });
  }
  return Buffer.concat([...parts, Buffer.from([3])]);
}

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** What it was asked. */
export interface Asked {
  operation: Operation;
  requestId: number;
  /** As it came. */
  body: Buffer;
  /** How often this operation was asked before. */
  times: number;
}

/** What it answers: with that status and these groups, with these bytes, or by a hand of the test's own. */
export type Answer =
  | { status: number; groups?: WrittenGroup[] }
  | { bytes: Buffer }
  | { by: (response: ServerResponse, request: IncomingMessage) => void };

export interface FakeScheduler {
  socketPath: string;
  /** Every question, the oldest first. */
  asked: Asked[];
  close(): Promise<void>;
}

export const printerGroup = (name: string, more: WrittenAttribute[] = []): WrittenGroup => ({
  tag: 4,
  attributes: [
    text('printer-name', name),
    integer('printer-state', 3),
    truth('printer-is-accepting-jobs', true),
    ...more,
  ],
});
export const jobGroup = (state: number, more: WrittenAttribute[] = []): WrittenGroup => ({
  tag: 2,
  attributes: [integer('job-state', state), ...more],
});

/** A printing system with one printer that prints all at once, and forgets it when it is told to. */
export function printsAll({ operation, times }: Asked): Answer {
  switch (operation) {
    case 'getPrinterAttributes':
    case 'cupsGetPrinters':
      return { status: 0, groups: [printerGroup('Reception')] };
    case 'createJob':
      return { status: 0, groups: [{ tag: 2, attributes: [integer('job-id', 11)] }] };
    case 'sendDocument':
    case 'cancelJob':
      return { status: 0 };
    case 'getJobAttributes':
      return times === 0 ? { status: 0, groups: [jobGroup(9, [truth('job-preserved', true)])] } : { status: 0x0406 };
  }
}

/** Starts it; `answer` is asked for each question. */
export async function startFakeScheduler(answer: (asked: Asked) => Answer): Promise<FakeScheduler> {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-scheduler-'));
  const socketPath = join(folder, 'cups.sock');
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('error', () => undefined);
    request.on('end', () => {
      const body = Buffer.concat(parts);
      const number = body.readUInt16BE(2);
      const [operation] = Object.entries(operations).find(([, one]) => one === number) ?? [];
      if (operation === undefined) throw new Error(`Operation ${String(number)}`);
      const question: Asked = {
        operation: operation as Operation,
        requestId: body.readInt32BE(4),
        body,
        times: asked.filter((before) => before.operation === operation).length,
      };
      asked.push(question);
      give(answer(question), question, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(socketPath, resolve));
  return {
    socketPath,
    asked,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function give(answer: Answer, { requestId }: Asked, request: IncomingMessage, response: ServerResponse): void {
  if ('by' in answer) {
    answer.by(response, request);
    return;
  }
  const bytes = 'bytes' in answer ? answer.bytes : answerOf(requestId, answer.status, answer.groups ?? []);
  response.writeHead(200, { 'content-type': 'application/ipp', 'content-length': bytes.length });
  response.end(bytes);
}
