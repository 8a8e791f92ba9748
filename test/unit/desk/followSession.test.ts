import { ORPCError } from '@orpc/client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SessionState, Who } from '../../../preload/contract/desk/session';
import { followSession } from '../../../renderer/desk/frame/followSession';

const maria: Who = {
  staffId: '7d9f5a0e-3f0b-4a53-9d26-0a7c5f1f6b11',
  username: 'maria',
  displayName: 'Maria',
  roles: ['receptionist'],
  clinician: null,
  hasPin: true,
};
const about = { practice: 'Harbour View Surgery', mode: 'trial' } as const;
const open = (who = maria): SessionState => ({ kind: 'open', ...about, who, locksAfterSeconds: 600 });
const locked: SessionState = { kind: 'locked', ...about, who: maria };
const signedOut: SessionState = { kind: 'signedOut', ...about };

/** A machine that can be cut off, and keeps one session. */
function createMachine() {
  const machine = {
    state: open(),
    isCutOff: false,
    locksHeard: 0,
    asked: 0,
    session: {
      state: () => {
        machine.asked += 1;
        return machine.isCutOff ? Promise.reject(new TypeError('network')) : Promise.resolve(machine.state);
      },
      lock: () => {
        if (machine.isCutOff) return Promise.reject(new TypeError('network'));
        if (machine.state.kind === 'signedOut') return Promise.reject(new ORPCError('SIGNED_OUT', { defined: true }));
        machine.locksHeard += 1;
        machine.state = locked;
        return Promise.resolve({});
      },
    },
  };
  return machine;
}

async function opened() {
  const machine = createMachine();
  const session = followSession(machine as unknown as Parameters<typeof followSession>[0]);
  const seen: (string | undefined)[] = [];
  session.subscribe(() => seen.push(session.view().state?.kind));
  session.reload();
  await vi.advanceTimersByTimeAsync(0);
  const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds);
  const kind = () => session.view().state?.kind;
  return { machine, session, seen, pass, kind };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

test('a page that starts asks until the machine answers, and says meanwhile that it cannot be reached', async () => {
  const machine = createMachine();
  machine.isCutOff = true;
  const session = followSession(machine as unknown as Parameters<typeof followSession>[0]);
  session.reload();
  await vi.advanceTimersByTimeAsync(3_000);
  expect(session.view()).toEqual({ state: null, kept: null, isUnreachable: true });
  machine.isCutOff = false;
  await vi.advanceTimersByTimeAsync(10_000);
  expect(session.view()).toEqual({ state: open(), kept: maria, isUnreachable: false });
});

describe('a page that locks itself', () => {
  test('is locked before the machine has answered, and stays so', async () => {
    const { machine, session, pass, kind } = await opened();
    session.lock();
    expect(kind()).toBe('locked');
    await pass(1_000);
    expect(machine.locksHeard).toBe(1);
    expect(kind()).toBe('locked');
  });

  test('while the machine cannot be reached is not uncovered by asking how the session stands, and locks it later', async () => {
    const { machine, session, seen, pass, kind } = await opened();
    machine.isCutOff = true;
    session.lock();
    await pass(60_000);
    expect(kind()).toBe('locked');
    const before = seen.length;
    // The answer is heard before the lock is tried again: the machine still calls the session open.
    machine.isCutOff = false;
    session.reload();
    await pass(0);
    expect(machine.locksHeard).toBe(0);
    expect(kind()).toBe('locked');
    await pass(10_000);
    expect(machine.locksHeard).toBe(1);
    expect(kind()).toBe('locked');
    expect(seen.slice(before)).not.toContain('open');
  });

  test('is not uncovered by what its lock screen hears of it, nor does that end its telling', async () => {
    const { machine, session, pass, kind } = await opened();
    machine.isCutOff = true;
    session.lock();
    await pass(100);
    session.set(locked);
    machine.isCutOff = false;
    await pass(10_000);
    expect(machine.locksHeard).toBe(1);
    expect(kind()).toBe('locked');
  });

  test('is opened by whoever unlocks it, and not locked again by what was tried before', async () => {
    const { machine, session, pass, kind } = await opened();
    machine.isCutOff = true;
    session.lock();
    await pass(5_000);
    machine.isCutOff = false;
    session.set(open());
    await pass(60_000);
    expect(machine.locksHeard).toBe(0);
    expect(kind()).toBe('open');
  });

  test('shows the sign-in when its session has ended meanwhile, and keeps what was typed', async () => {
    const { machine, session, pass } = await opened();
    machine.isCutOff = true;
    session.lock();
    await pass(5_000);
    machine.state = signedOut;
    machine.isCutOff = false;
    await pass(10_000);
    expect(session.view()).toEqual({ state: signedOut, kept: maria, isUnreachable: false });
    const asked = machine.asked;
    await pass(60_000);
    expect(machine.asked).toBe(asked);
  });

  test('can be locked again after it was unlocked', async () => {
    const { machine, session, pass, kind } = await opened();
    session.lock();
    await pass(1_000);
    machine.state = open();
    session.set(open());
    session.reload();
    await pass(1_000);
    expect(kind()).toBe('open');
    session.lock();
    await pass(1_000);
    expect(machine.locksHeard).toBe(2);
    expect(kind()).toBe('locked');
  });
});

test('who worked here last is kept through locking and signing out by the machine, and dropped by themselves or the next', async () => {
  const { machine, session, pass } = await opened();
  machine.state = signedOut;
  session.reload();
  await pass(0);
  expect(session.view().kept).toEqual(maria);
  const max = { ...maria, staffId: '0c1d8a2e-94b5-4f0e-9d10-5b3b7a9f2c22', username: 'max' };
  session.set(open(max));
  expect(session.view().kept).toEqual(max);
  machine.state = signedOut;
  session.drop();
  expect(session.view().kept).toBeNull();
  await pass(0);
  expect(session.view()).toEqual({ state: signedOut, kept: null, isUnreachable: false });
});

test('a page that is gone asks nothing and tells nothing any more', async () => {
  const { machine, session, pass } = await opened();
  machine.isCutOff = true;
  session.lock();
  session.reload();
  await pass(100);
  session.stop();
  machine.isCutOff = false;
  const asked = machine.asked;
  await pass(60_000);
  expect([machine.asked, machine.locksHeard]).toEqual([asked, 0]);
});
