import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { createBrowser, goodPassphrase, openSignIn, otherPassphrase, refusal } from './sessionSupport';

const wrong = 'not the right passphrase';

describe('signing in', () => {
  test('opens a session with the roles of the account, and says who it is', async () => {
    const { firstManager, signIn, state } = await openSignIn();
    await firstManager();
    const browser = createBrowser();
    const open = await signIn(browser, ' MAX.Field ');
    expect(open).toMatchObject({
      kind: 'open',
      practice: 'your GP practice',
      mode: 'trial',
      locksAfterSeconds: 600,
      who: { username: 'max.field', displayName: 'Max Field', roles: ['receptionist', 'manager'], hasPin: false },
    });
    expect(browser.token).toMatch(/^[\w-]{43}$/);
    expect(await state(browser)).toEqual(open);
  });

  test('is refused alike for a wrong passphrase, an unknown name, a closed account and one that waits for its code', async () => {
    const { firstManager, join, signIn, staff, idOf } = await openSignIn();
    const manager = await firstManager();
    await join(manager, 'closed', ['receptionist']);
    const closed = { staffId: await idOf(manager, 'closed'), isActive: false };
    const account = { displayName: 'x', roles: ['receptionist' as const], clinician: null };
    await call(staff.change, { ...closed, ...account }, { context: manager });
    await call(staff.add, { username: 'invited', ...account }, { context: manager });
    const refusals = [
      await refusal(signIn(createBrowser(), 'max.field', wrong)),
      await refusal(signIn(createBrowser(), 'nobody')),
      await refusal(signIn(createBrowser(), 'closed')),
      await refusal(signIn(createBrowser(), 'invited')),
    ];
    expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(refusals[0]?.code).toBe('NOT_RECOGNISED');
  });

  test.each(['max.field', 'nobody'])(
    'makes %s wait after five wrong tries, twice as long after each more',
    async (username) => {
      const { firstManager, signIn, clock } = await openSignIn();
      await firstManager();
      const browser = createBrowser();
      const attempt = () => refusal(signIn(browser, username, wrong));
      for (let tries = 0; tries < 5; tries += 1) expect(await attempt()).toMatchObject({ code: 'NOT_RECOGNISED' });
      expect(await attempt()).toEqual({ code: 'WAIT', data: { seconds: 30 } });
      clock.jump(29);
      expect(await attempt()).toEqual({ code: 'WAIT', data: { seconds: 1 } });
      clock.jump(1);
      expect(await attempt()).toMatchObject({ code: 'NOT_RECOGNISED' });
      expect(await attempt()).toEqual({ code: 'WAIT', data: { seconds: 60 } });
    },
  );

  test('with the right passphrase must wait too, and then clears what was counted', async () => {
    const { firstManager, signIn, clock } = await openSignIn();
    await firstManager();
    const browser = createBrowser();
    for (let tries = 0; tries < 5; tries += 1) await refusal(signIn(browser, 'max.field', wrong));
    expect(await refusal(signIn(browser, 'max.field'))).toMatchObject({ code: 'WAIT' });
    expect(browser.token).toBeNull();
    clock.jump(30);
    expect(await signIn(browser, 'max.field')).toMatchObject({ kind: 'open' });
    for (let tries = 0; tries < 5; tries += 1) {
      expect(await refusal(signIn(createBrowser(), 'max.field', wrong))).toMatchObject({ code: 'NOT_RECOGNISED' });
    }
  });

  test('tried a dozen times at once counts each of them', async () => {
    const { firstManager, signIn } = await openSignIn();
    await firstManager();
    const tries = Array.from({ length: 12 }, () => refusal(signIn(createBrowser(), 'max.field', wrong)));
    const codes = (await Promise.all(tries)).map(({ code }) => code);
    expect(codes.filter((code) => code === 'NOT_RECOGNISED')).toHaveLength(5);
    expect(codes.filter((code) => code === 'WAIT')).toHaveLength(7);
  });

  test('never goes on under the secret that the browser brought along', async () => {
    const { firstManager, signIn, state } = await openSignIn();
    const browser = await firstManager();
    const before = browser.token;
    await signIn(browser, 'max.field');
    expect(browser.token).not.toBe(before);
    expect(await state({ ...createBrowser(), token: before })).toMatchObject({ kind: 'signedOut' });
  });

  test('is audited by ids alone, a refusal without what was typed', async () => {
    const { firstManager, signIn, audited, store } = await openSignIn();
    await firstManager();
    await signIn(createBrowser(), 'max.field');
    await refusal(signIn(createBrowser(), 'max.field', wrong));
    await refusal(signIn(createBrowser(), 'my-secret-passphrase', wrong));
    const [account] = await store.db.selectFrom('staff').select('id').execute();
    const rows = await audited();
    expect(rows.map(({ actor, action, subjectId }) => [actor, action, subjectId])).toEqual([
      ['commandLine', 'staff.codeIssued', null],
      [`staff:${account?.id}`, 'staff.added', account?.id],
      [`staff:${account?.id}`, 'staff.signedIn', account?.id],
      [`staff:${account?.id}`, 'staff.signedIn', account?.id],
      ['system', 'staff.signInRefused', account?.id],
      ['system', 'staff.signInRefused', null],
    ]);
    expect(JSON.stringify(rows)).not.toMatch(/max|field|my-secret|kettle/i);
  });

  test('keeps neither passphrase nor secret as they are', async () => {
    const { firstManager, store } = await openSignIn();
    const { token } = await firstManager();
    const kept = JSON.stringify([
      await store.db.selectFrom('staff').selectAll().execute(),
      await store.db.selectFrom('deskSessions').selectAll().execute(),
    ]);
    expect(kept).toContain('scrypt$15$8$1$');
    expect(kept).not.toContain(goodPassphrase);
    expect(kept).not.toContain(token);
  });
});

describe('another passphrase', () => {
  const change = async (current: string, next: string) => {
    const desk = await openSignIn();
    const browser = await desk.firstManager();
    const elsewhere = createBrowser();
    await desk.signIn(elsewhere, 'max.field');
    const changed = call(desk.session.changePassphrase, { current, next }, { context: browser });
    return { ...desk, browser, elsewhere, changed };
  };

  test('counts from now on, and ends every other session', async () => {
    const { changed, signIn, state, browser, elsewhere } = await change(goodPassphrase, otherPassphrase);
    expect(await changed).toEqual({});
    expect(await state(browser)).toMatchObject({ kind: 'open' });
    expect(await state(elsewhere)).toMatchObject({ kind: 'signedOut' });
    expect(await refusal(signIn(createBrowser(), 'max.field', goodPassphrase))).toMatchObject({
      code: 'NOT_RECOGNISED',
    });
    expect(await signIn(createBrowser(), 'max.field', otherPassphrase)).toMatchObject({ kind: 'open' });
  });

  test('needs the current one', async () => {
    const { changed, elsewhere, state } = await change(wrong, otherPassphrase);
    expect(await refusal(changed)).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await state(elsewhere)).toMatchObject({ kind: 'open' });
  });

  test('must not be among those that are guessed', async () => {
    const { changed, signIn } = await change(goodPassphrase, 'max.field.2026');
    expect(await refusal(changed)).toEqual({ code: 'WEAK', data: { problem: 'likeUsername' } });
    expect(await signIn(createBrowser(), 'max.field')).toMatchObject({ kind: 'open' });
  });

  test('is counted as a try at the account', async () => {
    const { changed, session, browser } = await change(wrong, otherPassphrase);
    await refusal(changed);
    const again = () =>
      refusal(call(session.changePassphrase, { current: wrong, next: otherPassphrase }, { context: browser }));
    for (let tries = 0; tries < 4; tries += 1) expect(await again()).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await again()).toMatchObject({ code: 'WAIT' });
  });
});
