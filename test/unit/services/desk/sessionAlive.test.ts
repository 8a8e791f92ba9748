import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { guardStream } from '../../../../main/services/desk/sessionGuard';
import { settle } from '../../../support/practice';
import { createBrowser, openSignIn, refusal } from './sessionSupport';

describe('a page that says it is there', () => {
  test('is a desk that can know of an arrival, locked too, and hears the machine’s clock', async () => {
    const { firstManager, session, deskPresence, timers } = await openSignIn();
    const browser = await firstManager();
    expect(deskPresence.millisecondsSince()).toBeNull();
    expect(await call(session.alive, {}, { context: browser })).toEqual({ at: '2026-11-23T10:00:00.000Z' });
    expect(deskPresence.millisecondsSince()).toBe(0);
    timers.advance(30_000);
    await call(session.lock, {}, { context: browser });
    await call(session.alive, {}, { context: browser });
    expect(deskPresence.millisecondsSince()).toBe(0);
  });

  test('is none while nobody is signed in', async () => {
    const { session, deskPresence } = await openSignIn();
    expect(await refusal(call(session.alive, {}, { context: createBrowser() }))).toMatchObject({ code: 'SIGNED_OUT' });
    expect(deskPresence.millisecondsSince()).toBeNull();
  });

  test('is counted as connected for two minutes, and whoever watches is told when that changes', async () => {
    const { firstManager, signIn, session, sessions, timers, changes } = await openSignIn();
    const browser = await firstManager();
    const second = createBrowser();
    await signIn(second, 'max.field');
    expect(sessions.connected()).toBe(0);
    let told = 0;
    changes.subscribe(['staff'], () => (told += 1));
    await call(session.alive, {}, { context: browser });
    await call(session.alive, {}, { context: second });
    await settle();
    expect([sessions.connected(), told]).toEqual([2, 2]);
    timers.advance(119_999);
    await call(session.alive, {}, { context: second });
    expect(sessions.connected()).toBe(2);
    timers.advance(15_001);
    await settle();
    expect([sessions.connected(), told]).toEqual([1, 3]);
    await call(session.signOut, {}, { context: second });
    await sessions.all();
    expect(sessions.connected()).toBe(0);
  });

  test('is written down now and then, not at every word', async () => {
    const { firstManager, session, store, clock, timers } = await openSignIn();
    const browser = await firstManager();
    const kept = async () => (await store.db.selectFrom('deskSessions').select('lastUsedAt').execute())[0]?.lastUsedAt;
    const sayAfter = async (seconds: number) => {
      clock.jump(seconds);
      timers.advance(seconds * 1000);
      await call(session.alive, {}, { context: browser });
      return kept();
    };
    expect(await sayAfter(20)).toBe('2026-11-23T10:00:20.000Z');
    expect(await sayAfter(20)).toBe('2026-11-23T10:00:20.000Z');
    expect(await sayAfter(280)).toBe('2026-11-23T10:05:20.000Z');
  });
});

describe('a live stream', () => {
  const open = async () => {
    const desk = await openSignIn();
    const browser = await desk.firstManager();
    return { ...desk, browser };
  };
  /** Numbers without end, one whenever it is asked for; then it waits for ever. */
  async function* numbers(count: number): AsyncGenerator<number, void, void> {
    for (let number = 0; number < count; number += 1) yield number;
    await new Promise(() => undefined);
  }

  test('of the pulse goes on while the desk is locked, and ends when it is signed out', async () => {
    const { session, browser } = await open();
    const pulse = await call(session.pulse, undefined, { context: browser });
    expect((await pulse.next()).value).toMatchObject({ help: 0, waiting: 0 });
    const following = pulse.next();
    await call(session.lock, {}, { context: browser });
    await settle();
    const context = { ...createBrowser(), token: browser.token };
    await call(session.signOut, {}, { context });
    expect(await refusal(following)).toMatchObject({ code: 'SIGNED_OUT' });
  });

  test('that needs a role ends as soon as the desk is locked', async () => {
    const { session, sessions, changes, browser } = await open();
    const roles = ['manager'] as const;
    const stream = guardStream(numbers(2), { roles, token: browser.token, sessions, changes });
    expect([(await stream.next()).value, (await stream.next()).value]).toEqual([0, 1]);
    const following = stream.next();
    await call(session.lock, {}, { context: browser });
    expect(await refusal(following)).toMatchObject({ code: 'LOCKED' });
    expect((await stream.next()).done).toBe(true);
  });

  test('that needs a role ends when that is taken away, or the session ended', async () => {
    const { join, staff, idOf, sessions, changes, browser } = await open();
    const maria = await join(browser, 'maria', ['receptionist']);
    const guard = (roles: readonly ['receptionist'] | 'signedIn') =>
      guardStream(numbers(0), { roles, token: maria.token, sessions, changes });
    const withRole = guard(['receptionist']).next();
    const signedIn = guard('signedIn').next();
    await settle();
    const staffId = await idOf(browser, 'maria');
    const account = { staffId, displayName: 'Maria', clinician: null };
    await call(staff.change, { ...account, isActive: true, roles: ['clinician'] }, { context: browser });
    expect(await refusal(withRole)).toMatchObject({ code: 'FORBIDDEN' });
    await call(staff.change, { ...account, isActive: false, roles: ['clinician'] }, { context: browser });
    expect(await refusal(signedIn)).toMatchObject({ code: 'SIGNED_OUT' });
  });

  test('holds on to nothing that it has passed on', async () => {
    const { sessions, changes, browser } = await open();
    setFlagsFromString('--expose-gc');
    const collectGarbage = runInNewContext('gc') as () => void;
    async function* objects(): AsyncGenerator<{ number: number }, void, void> {
      for (let number = 0; ; number += 1) yield { number };
    }
    const stream = guardStream(objects(), { roles: 'signedIn', token: browser.token, sessions, changes });
    const next = async () => new WeakRef((await stream.next()).value ?? {});
    const passed = [await next(), await next(), await next(), await next(), await next()];
    await settle();
    collectGarbage();
    expect(passed.slice(0, 3).map((one) => one.deref())).toEqual([undefined, undefined, undefined]);
    await stream.return();
  });

  test('passes on its end, its failure and nothing after it was left', async () => {
    const { sessions, changes, browser } = await open();
    const options = { roles: 'signedIn', token: browser.token, sessions, changes } as const;
    async function* failing(): AsyncGenerator<number, void, void> {
      yield 1;
      throw new Error('broken');
    }
    const stream = guardStream(failing(), options);
    expect((await stream.next()).value).toBe(1);
    await expect(stream.next()).rejects.toThrow('broken');
    let isEnded = false;
    async function* watched(): AsyncGenerator<number, void, void> {
      try {
        yield 1;
        yield 2;
      } finally {
        isEnded = true;
      }
    }
    const left = guardStream(watched(), options);
    await left.next();
    await left.return();
    await settle();
    expect(isEnded).toBe(true);
  });
});
