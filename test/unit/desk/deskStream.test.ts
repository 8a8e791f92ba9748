import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createMachineClock } from '../../../renderer/desk/frame/machineClock';
import { followStream } from '../../../renderer/desk/live';
import { failureOf } from '../../../renderer/desk/parts/failure';

type Round = { items?: string[]; thenFails?: Error; standsUntilAborted?: boolean };

/** A live procedure that behaves by rounds; the last one stands. */
function procedure(rounds: Round[]) {
  const opened: number[] = [];
  async function* items(round: Round, signal: AbortSignal): AsyncGenerator<string> {
    yield* round.items ?? [];
    if (round.thenFails !== undefined) throw round.thenFails;
    if (!round.standsUntilAborted) return;
    await new Promise((_resolve, reject) => {
      signal.addEventListener('abort', () => reject(new Error('aborted')));
    });
  }
  const open = (signal: AbortSignal): Promise<AsyncGenerator<string>> => {
    const round = rounds[opened.length] ?? { standsUntilAborted: true };
    opened.push(Date.now());
    return Promise.resolve(items(round, signal));
  };
  return { open, opened };
}

function follow(rounds: Round[]) {
  const heard: string[] = [];
  const { open, opened } = procedure(rounds);
  const stream = followStream(open, {
    onItem: (item) => heard.push(item),
    onLost: () => heard.push('lost'),
    onRefused: () => heard.push('refused'),
  });
  return { heard, opened, stream };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a stream that is followed', () => {
  test('is begun again after each break, with pauses that grow, and from the start after it was heard', async () => {
    const broken = { thenFails: new Error('network') };
    const began = Date.now();
    const { heard, opened } = follow([broken, broken, broken, { items: ['a'], thenFails: new Error('network') }]);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(heard).toEqual(['lost', 'lost', 'lost', 'a', 'lost']);
    expect(opened.map((at) => at - began)).toEqual([0, 500, 1_500, 3_500, 4_000]);
  });

  test('tells once for each try that the session may not hear it, and hears again if that is over', async () => {
    for (const code of ['SIGNED_OUT', 'LOCKED', 'FORBIDDEN']) {
      const refused = { thenFails: new ORPCError(code, { defined: true }) };
      const { heard, opened } = follow([
        { items: ['a'], ...refused },
        refused,
        { items: ['b'], standsUntilAborted: true },
      ]);
      // oxlint-disable-next-line no-await-in-loop
      await vi.advanceTimersByTimeAsync(60_000);
      expect(heard).toEqual(['a', 'refused', 'lost', 'refused', 'lost', 'b']);
      expect(opened).toHaveLength(3);
    }
  });

  test('is not tried again by whoever stops it when it is refused', async () => {
    const { open, opened } = procedure([{ thenFails: new ORPCError('SIGNED_OUT', { defined: true }) }]);
    const heard: string[] = [];
    const stream = followStream(open, {
      onItem: (item) => heard.push(item),
      onLost: () => heard.push('lost'),
      onRefused: () => stream.stop(),
    });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(heard).toEqual([]);
    expect(opened).toHaveLength(1);
  });

  test('tells nobody anything any more once it is stopped, while it stands and while it waits', async () => {
    const standing = follow([{ items: ['a'], standsUntilAborted: true }]);
    await vi.advanceTimersByTimeAsync(0);
    standing.stream.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(standing.heard).toEqual(['a']);

    const waiting = follow([{ thenFails: new Error('network') }]);
    await vi.advanceTimersByTimeAsync(0);
    waiting.stream.stop();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(waiting.heard).toEqual(['lost']);
    expect(waiting.opened).toHaveLength(1);
  });

  test('is begun anew when it is known to be dead although it looks alive', async () => {
    const { heard, opened, stream } = follow([
      { items: ['a'], standsUntilAborted: true },
      { items: ['b'], standsUntilAborted: true },
    ]);
    await vi.advanceTimersByTimeAsync(0);
    stream.again();
    await vi.advanceTimersByTimeAsync(500);
    expect(heard).toEqual(['a', 'lost', 'b']);
    expect(opened).toHaveLength(2);
  });
});

describe('why a call failed', () => {
  test('is a code of the contract with its data, an inner fault, or a machine that cannot be reached', () => {
    const data = { by: 'Jo', at: null };
    expect(failureOf(new ORPCError('CHANGED', { defined: true, data }))).toEqual({ code: 'CHANGED', data });
    expect(failureOf(new ORPCError('INTERNAL_SERVER_ERROR')).code).toBe('INTERNAL');
    expect(failureOf(new ORPCError('FORBIDDEN')).code).toBe('INTERNAL');
    expect(failureOf(new TypeError('Failed to fetch')).code).toBe('LOST');
    expect(failureOf('nonsense').code).toBe('LOST');
  });
});

describe('the clock of the machine', () => {
  test('goes on from what the machine said, whatever the PC believes', () => {
    let elapsed = 1_000;
    const clock = createMachineClock(
      () => elapsed,
      () => Date.parse('1999-01-01T00:00:00.000Z'),
    );
    expect(clock.now()).toBe('1999-01-01T00:00:00.000Z');
    const listener = vi.fn<() => void>();
    const stop = clock.listen(listener);
    clock.set('2026-11-23T08:30:00.000Z');
    elapsed += 90_000;
    expect(clock.now()).toBe('2026-11-23T08:31:30.000Z');
    stop();
    clock.set('2026-11-23T08:40:00.000Z');
    expect(listener).toHaveBeenCalledTimes(1);
  });
});
