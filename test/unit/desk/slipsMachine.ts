import { ORPCError } from '@orpc/client';
import type { SlipJob } from '../../../preload/contract/desk/slips';
import { createSlipRun } from '../../../renderer/desk/slips/slipRun';
import type { TypedSlip } from '../../../renderer/desk/slips/slipRun';

export const application = { applicationId: 'a1d9f5a0-3f0b-4a53-9d26-0a7c5f1f6b11', version: 4 };
export const typed = (): TypedSlip => ({
  system: 'emis',
  size: 'a4',
  values: { odsCode: 'A12345', accountId: '4455667788', secret: 'pX7kR2mQ9tB4v' },
});
export const refusal = (code: string, data?: object): ORPCError<string, unknown> =>
  new ORPCError(code, { defined: true, data });

const begins = Date.parse('2026-11-23T10:00:00.000Z');

/** A machine that makes slips, with the page beside it. Time is that of fake timers. */
export function createSlips() {
  const tell: ((job: SlipJob | Error) => void)[] = [];
  const machine = {
    prepared: [] as unknown[],
    printed: [] as unknown[],
    forgotten: [] as string[],
    followed: 0,
    /** No stream begins any more. */
    isUnheard: false,
    refused: 0,
    refusePrepare: null as Error | null,
    refusePrint: null as Error | null,
    /** Holds the next answer of `prepare` back until it is called. */
    hold: null as Promise<void> | null,
    job: { revision: 1, state: 'ready', reason: null, printer: null, isKept: null, sentTimes: 0 } as Omit<
      SlipJob,
      'endsAt'
    >,
    /** How the slip stands now, for whoever follows it. */
    stands(change: Partial<SlipJob>): void {
      machine.job = { ...machine.job, revision: machine.job.revision + 1, ...change };
      for (const one of tell.splice(0)) one({ ...machine.job, endsAt: endsAt() });
    },
    /** The network goes, and takes the stream along. */
    breaks(): void {
      machine.isUnheard = true;
      for (const one of tell.splice(0)) one(new Error('The network has gone'));
    },
    /** The slip is forgotten by the machine. */
    forget(): void {
      for (const one of tell.splice(0)) one(refusal('GONE'));
    },
  };
  const endsAt = (): string => new Date(begins + 300_000).toISOString();
  const startedAt = Date.now();
  const clock = { now: () => new Date(begins + (Date.now() - startedAt)).toISOString() };
  const slips = {
    async prepare(input: unknown) {
      machine.prepared.push(input);
      if (machine.hold !== null) await machine.hold;
      if (machine.refusePrepare !== null) throw machine.refusePrepare;
      return {
        slipId: `slip-${String(machine.prepared.length)}`,
        picture: 'aGVsbG8=',
        endsAt: endsAt(),
        printer: 'Reception',
      };
    },
    print(input: unknown) {
      if (machine.refusePrint !== null) return Promise.reject(machine.refusePrint);
      machine.printed.push(input);
      return Promise.resolve({});
    },
    follow: (_input: unknown, { signal }: { signal: AbortSignal }) => {
      machine.followed += 1;
      if (machine.isUnheard) return Promise.reject(new Error('The network has gone'));
      return Promise.resolve(follow(signal));
    },
    forget({ slipId }: { slipId: string }) {
      machine.forgotten.push(slipId);
      return Promise.resolve({});
    },
  };
  async function* follow(signal: AbortSignal): AsyncGenerator<SlipJob> {
    yield { ...machine.job, endsAt: endsAt() };
    while (!signal.aborted) {
      // One after the other: it is a stream.
      // oxlint-disable-next-line no-await-in-loop
      const next = await new Promise<SlipJob | Error>((resolve) => {
        tell.push(resolve);
        signal.addEventListener('abort', () => resolve(new Error('aborted')));
      });
      if (next instanceof Error) throw next;
      yield next;
    }
  }
  const run = createSlipRun({
    client: { slips } as unknown as Parameters<typeof createSlipRun>[0]['client'],
    clock,
    onRefused: () => {
      machine.refused += 1;
    },
  });
  return { machine, run };
}
