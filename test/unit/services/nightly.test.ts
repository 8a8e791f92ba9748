import { describe, expect, it } from 'vitest';
import { startNightly, type NightlyWork } from '../../../main/services/nightly';
import { createFakeClock, createFakeTimers, createSilentLog } from '../../support/fakePorts';

const tenMinutes = 10 * 60 * 1000;

function startAt(wallTime: string, problems = 0) {
  const done: string[] = [];
  const did = (what: string) => (): Promise<void> => {
    done.push(what);
    return Promise.resolve();
  };
  const work: NightlyWork = {
    purge: did('purge'),
    anchor: did('anchor'),
    check: () => did('check')().then(() => problems),
    onDamaged: () => done.push('damaged'),
  };
  const clock = createFakeClock(wallTime);
  const timers = createFakeTimers();
  const log = createSilentLog();
  startNightly({ clock, timers, log, work });
  const passTo = async (next: string): Promise<void> => {
    clock.set(next);
    timers.advance(tenMinutes);
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { done, log, passTo };
}

describe("the night's work", () => {
  it('is done once each night, after three', async () => {
    const { done, passTo } = startAt('2026-11-24T00:10');
    await passTo('2026-11-24T02:50');
    expect(done).toEqual([]);
    await passTo('2026-11-24T03:00');
    await passTo('2026-11-24T03:10');
    await passTo('2026-11-24T12:00');
    expect(done).toEqual(['purge', 'anchor', 'check']);
    await passTo('2026-11-25T03:00');
    expect(done).toHaveLength(6);
  });

  it('is caught up soon after its start by a machine that was off by night', async () => {
    const { done, passTo } = startAt('2026-11-24T07:20');
    await passTo('2026-11-24T07:30');
    expect(done).toEqual(['purge', 'anchor', 'check']);
  });

  it('starts the kiosk anew when the database is damaged', async () => {
    const { done, log, passTo } = startAt('2026-11-24T02:00', 3);
    await passTo('2026-11-24T03:00');
    expect(done).toEqual(['purge', 'anchor', 'check', 'damaged']);
    expect(log.entries.at(-1)).toEqual({ event: 'store.nightlyCheck', fields: { kind: 'damaged', count: 3 } });
  });
});
