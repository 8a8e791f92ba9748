import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import type { DeskContext } from '../../../../main/services/desk/context';
import { createSessions } from '../../../../main/services/desk/sessions';
import { settle } from '../../../support/practice';
import { createBrowser, goodPassphrase, openSignIn, otherPassphrase, refusal, startDesk } from './sessionSupport';

const wrong = 'not the right passphrase';
const pin = '7294';

async function openSession(options: Parameters<typeof openSignIn>[0] = {}) {
  const desk = await openSignIn(options);
  const browser = await desk.firstManager();
  const { session, staff } = desk;
  const act = {
    lock: () => call(session.lock, {}, { context: browser }),
    unlock: (typed: { passphrase?: string; pin?: string }) => call(session.unlock, typed, { context: browser }),
    setPin: (next: string | null) => call(session.setPin, { pin: next }, { context: browser }),
    alive: (context: DeskContext = browser) => call(session.alive, {}, { context }),
    list: () => call(staff.list, {}, { context: browser }),
  };
  return { ...desk, browser, ...act };
}

describe('a session', () => {
  test('survives a restart of the program', async () => {
    const { browser, ...practice } = await openSession();
    const { session } = startDesk(practice);
    expect(await call(session.state, {}, { context: browser })).toMatchObject({ kind: 'open' });
  });

  test('is looked up in memory, however many desks ask', async () => {
    const { browser, store, ...practice } = await openSession();
    let reads = 0;
    const counted = new Proxy(store, {
      get(real, name: keyof typeof store) {
        if (name === 'db') reads += 1;
        return real[name];
      },
    });
    const sessions = createSessions({ ...practice, store: counted });
    const found = await Promise.all(Array.from({ length: 100 }, () => sessions.find(browser.token)));
    expect(found.every((one) => one?.username === 'max.field')).toBe(true);
    expect(reads).toBeLessThanOrEqual(2);
  });

  test('ends an hour after its page last said that it is there', async () => {
    const { state, browser, clock, alive } = await openSession({ rules: { deskLockMinutes: 120 } });
    clock.jump(30 * 60);
    await alive();
    clock.jump(60 * 60 - 1);
    expect(await state(browser)).toMatchObject({ kind: 'open' });
    clock.jump(1);
    expect(await state(browser)).toMatchObject({ kind: 'signedOut' });
    expect(await refusal(alive())).toMatchObject({ code: 'SIGNED_OUT' });
  });

  test('goes on as long as its page is there, but never past 12 hours', async () => {
    const { state, browser, clock, alive } = await openSession();
    for (let quarter = 1; quarter < 48; quarter += 1) {
      clock.jump(15 * 60);
      await alive();
    }
    expect(await state(browser)).not.toMatchObject({ kind: 'signedOut' });
    clock.jump(15 * 60);
    expect(await state(browser)).toMatchObject({ kind: 'signedOut' });
  });

  test('that is over leaves the store', async () => {
    const { store, clock, timers } = await openSession();
    clock.jump(12 * 60 * 60);
    timers.advance(15_000);
    await settle();
    expect(await store.db.selectFrom('deskSessions').select('id').execute()).toEqual([]);
  });

  test('ends with signing out, and the browser forgets its secret', async () => {
    const { session, browser, state, audited } = await openSession();
    const before = browser.token;
    await call(session.signOut, {}, { context: browser });
    expect(browser.token).toBeNull();
    expect(await state({ ...createBrowser(), token: before })).toMatchObject({ kind: 'signedOut' });
    expect((await audited()).at(-1)).toMatchObject({ action: 'staff.signedOut' });
    await call(session.signOut, {}, { context: browser });
  });

  test.each([null, '', 'x', 'x'.repeat(43), '../../etc'])('is not found by %j', async (token) => {
    const { state, list } = await openSession();
    expect(await state({ ...createBrowser(), token })).toMatchObject({ kind: 'signedOut' });
    expect(await list()).toBeDefined();
  });
});

describe('a locked session', () => {
  test('reaches nothing that needs a role until its passphrase is given', async () => {
    const { lock, unlock, list, state, browser } = await openSession();
    await lock();
    expect(await state(browser)).toMatchObject({ kind: 'locked', who: { username: 'max.field' } });
    expect(await refusal(list())).toMatchObject({ code: 'LOCKED' });
    expect(await refusal(unlock({ passphrase: wrong }))).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await refusal(unlock({}))).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await refusal(list())).toMatchObject({ code: 'LOCKED' });
    expect(await unlock({ passphrase: goodPassphrase })).toMatchObject({ kind: 'open' });
    expect(await list()).toBeDefined();
  });

  test('stays locked over a restart', async () => {
    const { lock, browser, ...practice } = await openSession();
    await lock();
    const { staff } = startDesk(practice);
    expect(await refusal(call(staff.list, {}, { context: browser }))).toMatchObject({ code: 'LOCKED' });
  });

  test('opens with its PIN; after three wrong ones only the passphrase counts', async () => {
    const { lock, unlock, setPin, state, browser } = await openSession();
    await setPin(pin);
    await lock();
    expect(await unlock({ pin })).toMatchObject({ kind: 'open', who: { hasPin: true } });
    await lock();
    for (let tries = 0; tries < 3; tries += 1) {
      expect(await state(browser)).toMatchObject({ who: { hasPin: true } });
      expect(await refusal(unlock({ pin: '7295' }))).toMatchObject({ code: 'NOT_RECOGNISED' });
    }
    expect(await state(browser)).toMatchObject({ kind: 'locked', who: { hasPin: false } });
    expect(await refusal(unlock({ pin }))).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await unlock({ passphrase: goodPassphrase })).toMatchObject({ kind: 'open', who: { hasPin: true } });
  });

  test('of which several PINs are tried at once counts each of them', async () => {
    const { lock, unlock, setPin, store } = await openSession();
    await setPin(pin);
    await lock();
    const tries = ['7290', '7291', '7292', '7293', pin].map((typed) => unlock({ pin: typed }).catch(() => null));
    expect(await Promise.all(tries)).toEqual([null, null, null, null, null]);
    expect(await store.db.selectFrom('deskSessions').select('wrongPins').execute()).toEqual([{ wrongPins: 3 }]);
  });

  test('takes neither a PIN nor a passphrase from whoever passes by', async () => {
    const { lock, setPin, session, browser, unlock } = await openSession();
    await lock();
    expect(await refusal(setPin(pin))).toMatchObject({ code: 'LOCKED' });
    const change = { current: goodPassphrase, next: otherPassphrase };
    expect(await refusal(call(session.changePassphrase, change, { context: browser }))).toMatchObject({
      code: 'LOCKED',
    });
    expect(await unlock({ passphrase: goodPassphrase })).toMatchObject({ kind: 'open', who: { hasPin: false } });
  });

  test('has a PIN of its own: another session of the same account has none', async () => {
    const { setPin, signIn } = await openSession();
    await setPin(pin);
    expect(await signIn(createBrowser(), 'max.field')).toMatchObject({ who: { hasPin: false } });
  });

  test.each(['0000', '1234', '2026'])('takes no PIN that is tried first, such as %s', async (weak) => {
    const { setPin, browser, state } = await openSession();
    expect(await refusal(setPin(weak))).toMatchObject({ code: 'WEAK_PIN' });
    expect(await state(browser)).toMatchObject({ who: { hasPin: false } });
  });

  test('counts wrong passphrases as tries at the account', async () => {
    const { lock, unlock, signIn } = await openSession();
    await lock();
    for (let tries = 0; tries < 5; tries += 1) await refusal(unlock({ passphrase: wrong }));
    expect(await refusal(unlock({ passphrase: goodPassphrase }))).toMatchObject({ code: 'WAIT' });
    expect(await refusal(signIn(createBrowser(), 'max.field'))).toMatchObject({ code: 'WAIT' });
  });

  test('asks for the passphrase even where only the page has locked itself', async () => {
    const { unlock } = await openSession();
    expect(await refusal(unlock({ passphrase: wrong }))).toMatchObject({ code: 'NOT_RECOGNISED' });
  });

  test('is what is left of a page that was closed: a machine that wakes up finds its desk locked', async () => {
    const { clock, state, browser, alive, list, unlock } = await openSession();
    await alive();
    clock.jump(10 * 60 - 1);
    expect(await state(browser)).toMatchObject({ kind: 'open' });
    clock.jump(1);
    expect(await state(browser)).toMatchObject({ kind: 'locked' });
    await alive();
    expect(await refusal(list())).toMatchObject({ code: 'LOCKED' });
    expect(await unlock({ passphrase: goodPassphrase })).toMatchObject({ kind: 'open' });
  });
});
