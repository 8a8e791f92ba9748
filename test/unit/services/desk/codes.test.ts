import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { issueManagerCode } from '../../../../main/services/desk/codes';
import { createBrowser, goodPassphrase, openSignIn, otherPassphrase, refusal } from './sessionSupport';

const maria = { username: 'maria', displayName: 'Maria Lund', roles: ['receptionist' as const], clinician: null };
const wrongCode = 'DFJK-MQRW-X2';

describe('the first manager', () => {
  test('is made with the code of the command line, as manager and receptionist, and signed in', async () => {
    const { state, useCode, ...practice } = await openSignIn();
    const browser = createBrowser();
    expect(await state(browser)).toEqual({ kind: 'firstRun', practice: 'your GP practice', mode: 'trial' });
    const { code, managers, expiresAt } = await issueManagerCode(practice);
    expect(managers).toEqual([]);
    expect(expiresAt).toBe('2026-11-23T11:00:00.000Z');
    const open = await useCode(browser, ` ${code.toLowerCase()} `, 'Max.Field', { displayName: 'Max Field' });
    expect(open).toMatchObject({ kind: 'open', who: { username: 'max.field', roles: ['receptionist', 'manager'] } });
    expect(await state(createBrowser())).toMatchObject({ kind: 'signedOut' });
  });

  test('gives the name to be shown, and the code stays good until then', async () => {
    const { useCode, ...practice } = await openSignIn();
    const { code } = await issueManagerCode(practice);
    expect(await refusal(useCode(createBrowser(), code, 'max'))).toMatchObject({ code: 'NAME_NEEDED' });
    expect(await useCode(createBrowser(), code, 'max', { displayName: 'Max' })).toMatchObject({ kind: 'open' });
  });

  test('cannot choose a passphrase that is guessed', async () => {
    const { useCode, ...practice } = await openSignIn({ rules: { practiceName: 'Elm Grove Surgery' } });
    const { code } = await issueManagerCode(practice);
    const weak = { displayName: 'Max', passphrase: 'ElmGrove2026' };
    expect(await refusal(useCode(createBrowser(), code, 'max', weak))).toEqual({
      code: 'WEAK',
      data: { problem: 'likePractice' },
    });
  });

  test('is made once, though two use the code in the same moment', async () => {
    const { useCode, store, ...practice } = await openSignIn();
    const { code } = await issueManagerCode({ ...practice, store });
    const make = (username: string) => useCode(createBrowser(), code, username, { displayName: username });
    const made = await Promise.allSettled([make('max'), make('moritz')]);
    expect(made.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(await store.db.selectFrom('staff').select('id').execute()).toHaveLength(1);
  });

  test('cannot be made any more once there is one: the code renews that one, and makes nobody a manager', async () => {
    const { firstManager, join, useCode, state, signIn, ...practice } = await openSignIn();
    const browser = await firstManager();
    await join(browser, 'maria', ['receptionist']);
    const { code, managers } = await issueManagerCode(practice);
    expect(managers).toEqual(['max.field']);
    const change = { displayName: 'X', passphrase: otherPassphrase };
    expect(await refusal(useCode(createBrowser(), code, 'stranger', change))).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await refusal(useCode(createBrowser(), code, 'maria', change))).toMatchObject({ code: 'NOT_RECOGNISED' });
    const renewed = await useCode(createBrowser(), code, 'max.field', change);
    expect(renewed).toMatchObject({ who: { displayName: 'Max Field' } });
    expect(await state(browser)).toMatchObject({ kind: 'signedOut' });
    expect(await refusal(signIn(createBrowser(), 'max.field'))).toMatchObject({ code: 'NOT_RECOGNISED' });
  });
});

describe('a one-time code', () => {
  const invite = async () => {
    const desk = await openSignIn();
    const manager = await desk.firstManager();
    const { code, expiresAt } = await call(desk.staff.add, maria, { context: manager });
    return { ...desk, manager, code, expiresAt };
  };

  test('opens the account it was made for, once', async () => {
    const { useCode, code, expiresAt } = await invite();
    expect(expiresAt).toBe('2026-11-30T10:00:00.000Z');
    expect(await refusal(useCode(createBrowser(), code, 'max.field'))).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await useCode(createBrowser(), code, 'maria')).toMatchObject({
      kind: 'open',
      who: { displayName: 'Maria Lund' },
    });
    expect(await refusal(useCode(createBrowser(), code, 'maria'))).toMatchObject({ code: 'NOT_RECOGNISED' });
  });

  test.each([
    ['2026-11-30T09:59', 'fulfilled'],
    ['2026-11-30T10:00', 'rejected'],
  ])('of a manager at %s is %s', async (time, status) => {
    const { useCode, code, clock } = await invite();
    clock.set(time);
    const [used] = await Promise.allSettled([useCode(createBrowser(), code, 'maria')]);
    expect(used.status).toBe(status);
  });

  test('of the command line is good for an hour', async () => {
    const { useCode, clock, ...practice } = await openSignIn();
    const { code } = await issueManagerCode({ ...practice, clock });
    clock.set('2026-11-23T11:00');
    expect(await refusal(useCode(createBrowser(), code, 'max', { displayName: 'Max' }))).toMatchObject({
      code: 'NOT_RECOGNISED',
    });
  });

  test('takes the place of an earlier one', async () => {
    const { useCode, ...practice } = await openSignIn();
    const { code: earlier } = await issueManagerCode(practice);
    const { code } = await issueManagerCode(practice);
    const change = { displayName: 'Max' };
    expect(await refusal(useCode(createBrowser(), earlier, 'max', change))).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await useCode(createBrowser(), code, 'max', change)).toMatchObject({ kind: 'open' });
  });

  test('that is wrong five times makes its address wait, under whatever name', async () => {
    const { useCode, clock, code } = await invite();
    const attempt = (username: string) => refusal(useCode(createBrowser(), wrongCode, username));
    for (const name of ['n1', 'n2', 'maria', 'n3', 'n4'])
      expect(await attempt(name)).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await attempt('n5')).toEqual({ code: 'WAIT', data: { seconds: 30 } });
    expect(await refusal(useCode(createBrowser(), code, 'maria'))).toMatchObject({ code: 'WAIT' });
    expect(await useCode(createBrowser('192.168.1.21'), code, 'maria')).toMatchObject({ kind: 'open' });
    clock.jump(30);
    expect(await attempt('n5')).toMatchObject({ code: 'NOT_RECOGNISED' });
  });

  test.each(['maria', 'nobody'])('that is wrong five times makes %s wait, from wherever', async (username) => {
    const { useCode } = await invite();
    const attempt = (host: number) => refusal(useCode(createBrowser(`192.168.1.${host}`), wrongCode, username));
    for (let host = 30; host < 35; host += 1) expect(await attempt(host)).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await attempt(35)).toEqual({ code: 'WAIT', data: { seconds: 30 } });
  });

  test('opens an account that wrong passphrases have shut, and clears that', async () => {
    const { firstManager, signIn, useCode, ...practice } = await openSignIn();
    await firstManager();
    for (let tries = 0; tries < 5; tries += 1) await refusal(signIn(createBrowser(), 'max.field', 'not the right one'));
    expect(await refusal(signIn(createBrowser(), 'max.field'))).toMatchObject({ code: 'WAIT' });
    const { code } = await issueManagerCode(practice);
    const change = { passphrase: otherPassphrase };
    expect(await useCode(createBrowser(), code, 'max.field', change)).toMatchObject({ kind: 'open' });
    expect(await signIn(createBrowser(), 'max.field', otherPassphrase)).toMatchObject({ kind: 'open' });
  });

  test('is nowhere to be read in the store', async () => {
    const { store, code } = await invite();
    const kept = JSON.stringify([
      await store.db.selectFrom('staffCodes').selectAll().execute(),
      await store.db.selectFrom('audit').selectAll().execute(),
    ]);
    expect(kept).not.toContain(code.replaceAll('-', ''));
    expect(kept).not.toContain(code);
    expect(kept).not.toContain(goodPassphrase);
  });
});
