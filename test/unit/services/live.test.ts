import { describe, expect, it } from 'vitest';
import { createChanges } from '../../../main/services/changes';
import { liveSnapshots } from '../../../main/services/live';

function startLive() {
  const changes = createChanges();
  const stop = new AbortController();
  const state = { value: 0 };
  let reads = 0;
  let revision = 0;
  const read = (): Promise<{ value: number }> => {
    reads += 1;
    return Promise.resolve({ value: state.value });
  };
  const nextRevision = (): number => (revision += 1);
  const stream = liveSnapshots({ read, changes, topics: ['list'], nextRevision, signal: stop.signal });
  return { changes, stop, state, stream, reads: () => reads };
}

describe('live snapshots', () => {
  it('begin with the present state and follow with every change, with rising revisions', async () => {
    const { changes, state, stream, stop } = startLive();
    expect(await stream.next()).toEqual({ done: false, value: { value: 0, revision: 1 } });
    state.value = 7;
    changes.publish('list');
    expect(await stream.next()).toEqual({ done: false, value: { value: 7, revision: 2 } });
    stop.abort();
    expect((await stream.next()).done).toBe(true);
  });

  it('give a slow reader only the newest', async () => {
    const { changes, state, stream, stop } = startLive();
    await stream.next();
    for (const value of [1, 2, 3]) {
      state.value = value;
      changes.publish('list');
    }
    await Promise.resolve();
    expect((await stream.next()).value).toMatchObject({ value: 3 });
    stop.abort();
    expect((await stream.next()).done).toBe(true);
  });

  it('stay silent when nothing really changed, and about other topics', async () => {
    const { changes, state, stream, stop, reads } = startLive();
    await stream.next();
    const next = stream.next();
    changes.publish('list');
    changes.publish('visits');
    await new Promise((resolve) => setImmediate(resolve));
    expect(reads()).toBe(2);
    state.value = 1;
    changes.publish('list');
    expect((await next).value).toEqual({ value: 1, revision: 2 });
    stop.abort();
    expect((await stream.next()).done).toBe(true);
  });

  it('stop listening when the page goes', async () => {
    const { changes, stream, stop, reads } = startLive();
    await stream.next();
    const next = stream.next();
    stop.abort();
    expect((await next).done).toBe(true);
    changes.publish('list');
    await Promise.resolve();
    expect(reads()).toBe(1);
  });
});
