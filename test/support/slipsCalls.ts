import { request } from 'node:https';
import { expect } from '@playwright/test';
import type { SlipJob } from '../../preload/contract/desk/slips';
import type { PaperSize } from '../../preload/contract/rules/paper';
import type { SlipSystem, SlipValues } from '../../preload/contract/rules/slipValues';
import { callsOf } from './deskCalls';
import type { AskAs, Person } from './staff';

/** What is typed for a slip, and on which paper it is to come out. */
export interface WantedSlip {
  system: SlipSystem;
  size: PaperSize;
  values?: SlipValues;
}

export interface PreparedSlip {
  slipId: string;
  picture: string;
  endsAt: string;
  printer: string | null;
}

/** How a slip is told to stand, word for word as it was said. */
export interface FollowedSlip {
  jobs: SlipJob[];
  last(): SlipJob | undefined;
  /** The code that it ended with; null: it has not. */
  ended(): string | null;
  close(): void;
}

/** A session of an account creator, as a program has it. */
export interface SlipsSession {
  ask: AskAs;
  /** Has a slip made for the application with `reference`; expects that it is. */
  prepare(reference: string, wanted: WantedSlip): Promise<PreparedSlip>;
  /** The same, whatever comes of it. */
  tryToPrepare(reference: string, wanted: WantedSlip): Promise<{ status: number; json: unknown }>;
  /** Sends it to a printer; expects that it is taken. */
  print(slipId: string, printer: string): Promise<void>;
  follow(slipId: string): FollowedSlip;
  /** As `print`, until it has ended; what was told of it. */
  printToEnd(slipId: string, printer: string): Promise<SlipJob>;
  forget(slipId: string): Promise<void>;
}

const nothing: SlipValues = { odsCode: '', accountId: '', secret: '' };

/** Each person comes from an address of their own: limits count each apart. */
export async function openSlipsSession(
  address: string,
  { username, passphrase }: Pick<Person, 'username' | 'passphrase'>,
  from: string,
): Promise<SlipsSession> {
  const { status, body, cookie } = await callsOf(address, '', from)('session/signIn', { username, passphrase });
  expect(status, body).toBe(200);
  const call = callsOf(address, cookie, from);
  const ask: AskAs = async (path, input) => {
    const answer = await call(path, input);
    return { status: answer.status, json: (JSON.parse(answer.body) as { json: unknown }).json };
  };
  const tryToPrepare: SlipsSession['tryToPrepare'] = async (reference, { system, size, values = nothing }) => {
    const found = await ask('applications/find', { reference });
    const opened = await ask('applications/open', found.json);
    const { applicationId, version } = opened.json as { applicationId: string; version: number };
    return ask('slips/prepare', { applicationId, version, system, size, ...values });
  };
  const expectDone = async (path: string, input: object): Promise<unknown> => {
    const answer = await ask(path, input);
    expect(answer.status, `${path}: ${JSON.stringify(answer.json)}`).toBe(200);
    return answer.json;
  };
  const session: SlipsSession = {
    ask,
    tryToPrepare,
    async prepare(reference, wanted) {
      const answer = await tryToPrepare(reference, wanted);
      expect(answer.status, JSON.stringify(answer.json)).toBe(200);
      return answer.json as PreparedSlip;
    },
    async print(slipId, printer) {
      await expectDone('slips/print', { slipId, printer, isReadBack: true });
    },
    follow: (slipId) => followSlip({ address, cookie, from }, slipId),
    async printToEnd(slipId, printer) {
      const following = session.follow(slipId);
      try {
        await session.print(slipId, printer);
        await expect
          .poll(() => following.last()?.state, { timeout: 30_000, intervals: [50] })
          .toMatch(/^(printed|failed|unknown)$/);
        return lastOf(following);
      } finally {
        following.close();
      }
    },
    async forget(slipId) {
      await expectDone('slips/forget', { slipId });
    },
  };
  return session;
}

/** What was told last. @throws Error if nothing was. */
export function lastOf(following: FollowedSlip): SlipJob {
  const job = following.last();
  if (job === undefined) throw new Error('Nothing was told of the slip');
  return job;
}

function followSlip(
  { address, cookie, from }: { address: string; cookie: string; from: string },
  slipId: string,
): FollowedSlip {
  const jobs: SlipJob[] = [];
  let ended: string | null = null;
  let unread = '';
  const hear = (message: string): void => {
    const kind = /^event: (\w+)$/m.exec(message)?.[1] ?? 'message';
    const data = /^data: (.*)$/m.exec(message)?.[1];
    if (data === undefined) return;
    const { json } = JSON.parse(data) as { json: unknown };
    if (kind === 'message') jobs.push(json as SlipJob);
    else ended = (json as { code?: string } | null)?.code ?? kind;
  };
  const headers = { 'content-type': 'application/json', origin: address, cookie };
  const options = { method: 'POST', headers, rejectUnauthorized: false, localAddress: from };
  const asked = request(`${address}/desk/rpc/slips/follow`, options, (response) => {
    response.setEncoding('utf8');
    response.on('data', (part: string) => {
      const messages = (unread + part).split('\n\n');
      unread = messages.pop() ?? '';
      for (const message of messages) hear(message);
    });
    response.on('end', () => {
      if (response.statusCode !== 200) ended ??= (JSON.parse(unread) as { json: { code: string } }).json.code;
      ended ??= 'done';
    });
    response.on('error', () => undefined);
  });
  asked.on('error', () => undefined);
  asked.end(JSON.stringify({ json: { slipId } }));
  return {
    jobs,
    last: () => jobs.at(-1),
    ended: () => ended,
    close() {
      asked.destroy();
    },
  };
}
