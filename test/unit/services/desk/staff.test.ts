import { randomUUID } from 'node:crypto';
import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import type { Role } from '../../../../preload/contract/desk/roles';
import { createBrowser, openSignIn, refusal } from './sessionSupport';
import { importRows, row } from '../support';

async function openStaff() {
  const desk = await openSignIn();
  const manager = await desk.firstManager();
  const { staff, idOf } = desk;
  const add = (username: string, roles: Role[] = ['receptionist'], clinician: string | null = null) =>
    call(staff.add, { username, displayName: `Name of ${username}`, roles, clinician }, { context: manager });
  /** Changes an account in the name of `by`. */
  const change = async (
    username: string,
    wish: { roles?: Role[]; isActive?: boolean; displayName?: string; clinician?: string | null },
    by = manager,
  ) => {
    const account = { displayName: 'X', roles: ['receptionist' as const], clinician: null, isActive: true };
    return call(staff.change, { ...account, ...wish, staffId: await idOf(manager, username) }, { context: by });
  };
  const reset = async (username: string, by = manager) =>
    call(staff.reset, { staffId: await idOf(manager, username) }, { context: by });
  const memberOf = async (username: string) =>
    (await desk.listed(manager)).staff.find((one) => one.username === username);
  return { ...desk, manager, add, change, reset, memberOf };
}

describe('accounts', () => {
  test('are listed as they stand: the first manager, and who waits for their code', async () => {
    const { add, memberOf } = await openStaff();
    await add('Maria.Lund', ['manager', 'receptionist', 'manager']);
    expect(await memberOf('max.field')).toMatchObject({
      isActive: true,
      isInvited: false,
      lastSignedInAt: '2026-11-23T10:00:00.000Z',
      lockedUntil: null,
    });
    expect(await memberOf('maria.lund')).toMatchObject({
      displayName: 'Name of Maria.Lund',
      roles: ['receptionist', 'manager'],
      isInvited: true,
      lastSignedInAt: null,
    });
  });

  test('say until when wrong passphrases have shut them', async () => {
    const { signIn, memberOf, clock } = await openStaff();
    for (let tries = 0; tries < 5; tries += 1) await refusal(signIn(createBrowser(), 'max.field', 'not the right one'));
    expect((await memberOf('max.field'))?.lockedUntil).toBe('2026-11-23T10:00:30.000Z');
    clock.jump(30);
    expect((await memberOf('max.field'))?.lockedUntil).toBeNull();
  });

  test.each(['maria', 'MARIA', 'max.field'])('have a username of their own: %s is taken', async (username) => {
    const { add } = await openStaff();
    await add('maria');
    expect(await refusal(add(username))).toMatchObject({ code: 'USERNAME_TAKEN' });
  });

  test('have a room page only with the role of a clinician', async () => {
    const { add, change, memberOf } = await openStaff();
    await add('anna', ['clinician'], 'Dr Anita Rao');
    expect((await memberOf('anna'))?.clinician).toBe('Dr Anita Rao');
    await change('anna', { roles: ['receptionist'], clinician: 'Dr Anita Rao' });
    expect((await memberOf('anna'))?.clinician).toBeNull();
  });

  test('name the clinicians of the lists to choose from', async () => {
    const { listed, manager, store, settings } = await openStaff();
    const rows = [row(1, '10:10'), row(2, '10:20', { clinician: 'Dr Ben Ode' })];
    await importRows(store, rows, { rules: settings.rules() });
    expect((await listed(manager)).clinicians).toEqual(['Dr Anita Rao', 'Dr Ben Ode']);
  });

  test('take their roles from now on, in open sessions too', async () => {
    const { join, change, manager, state, listed } = await openStaff();
    const maria = await join(manager, 'maria', ['receptionist']);
    expect(await refusal(listed(maria))).toMatchObject({ code: 'FORBIDDEN' });
    await change('maria', { roles: ['receptionist', 'manager'], displayName: 'Maria Lund' });
    expect(await state(maria)).toMatchObject({
      who: { displayName: 'Maria Lund', roles: ['receptionist', 'manager'] },
    });
    expect((await listed(maria)).staff).toHaveLength(2);
    await change('maria', { roles: ['receptionist'] });
    expect(await refusal(listed(maria))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('that are closed end their sessions and open again with their passphrase', async () => {
    const { join, change, manager, state, signIn } = await openStaff();
    const maria = await join(manager, 'maria', ['receptionist']);
    await change('maria', { isActive: false });
    expect(await state(maria)).toMatchObject({ kind: 'signedOut' });
    expect(await refusal(signIn(createBrowser(), 'maria'))).toMatchObject({ code: 'NOT_RECOGNISED' });
    await change('maria', { isActive: true });
    expect(await state(maria)).toMatchObject({ kind: 'signedOut' });
    expect(await signIn(createBrowser(), 'maria')).toMatchObject({ kind: 'open' });
  });

  test('that are closed before their code was used cannot use it', async () => {
    const { add, change, useCode } = await openStaff();
    const { code } = await add('maria');
    await change('maria', { isActive: false });
    expect(await refusal(useCode(createBrowser(), code, 'maria'))).toMatchObject({ code: 'NOT_RECOGNISED' });
  });

  test('that get a new code lose their passphrase and their sessions', async () => {
    const { join, reset, manager, state, signIn, useCode } = await openStaff();
    const maria = await join(manager, 'maria', ['receptionist']);
    const { code } = await reset('maria');
    expect(await state(maria)).toMatchObject({ kind: 'signedOut' });
    expect(await refusal(signIn(createBrowser(), 'maria'))).toMatchObject({ code: 'NOT_RECOGNISED' });
    expect(await useCode(createBrowser(), code, 'maria')).toMatchObject({ kind: 'open' });
  });

  test('that are not there, or closed, are not found', async () => {
    const { staff, manager, add, change, reset } = await openStaff();
    const nobody = { staffId: randomUUID() };
    const account = { displayName: 'X', roles: ['receptionist' as const], clinician: null, isActive: true };
    const asManager = { context: manager };
    expect(await refusal(call(staff.change, { ...nobody, ...account }, asManager))).toMatchObject({ code: 'UNKNOWN' });
    expect(await refusal(call(staff.reset, nobody, asManager))).toMatchObject({ code: 'UNKNOWN' });
    expect(await refusal(call(staff.endSession, { sessionId: randomUUID() }, asManager))).toMatchObject({
      code: 'UNKNOWN',
    });
    await add('maria');
    await change('maria', { isActive: false });
    expect(await refusal(reset('maria'))).toMatchObject({ code: 'UNKNOWN' });
  });
});

describe('the last manager who can sign in', () => {
  test.each([{ isActive: false }, { roles: ['receptionist' as const] }])('cannot be changed to %j', async (wish) => {
    const { change, add, state, manager } = await openStaff();
    // One who has not used the code yet cannot manage anything.
    await add('second', ['manager']);
    expect(await refusal(change('max.field', { roles: ['manager'], ...wish }))).toMatchObject({ code: 'LAST_MANAGER' });
    expect(await state(manager)).toMatchObject({ kind: 'open', who: { displayName: 'Max Field' } });
  });

  test('cannot be given a new code, which would take the passphrase', async () => {
    const { reset } = await openStaff();
    expect(await refusal(reset('max.field'))).toMatchObject({ code: 'LAST_MANAGER' });
  });

  test('may be renamed, and may go once there is another', async () => {
    const { change, join, manager, idOf, listed, staff } = await openStaff();
    const staffId = await idOf(manager, 'max.field');
    await change('max.field', { displayName: 'Max', roles: ['manager'] });
    const second = await join(manager, 'second', ['manager']);
    const wish = { staffId, displayName: 'Max', roles: ['receptionist' as const], clinician: null, isActive: true };
    await call(staff.change, wish, { context: second });
    const changed = (await listed(second)).staff.find((one) => one.staffId === staffId);
    expect(changed).toMatchObject({ displayName: 'Max', roles: ['receptionist'] });
    expect(await refusal(listed(manager))).toMatchObject({ code: 'FORBIDDEN' });
  });

  test('stays, though two managers take each other out in the same moment', async () => {
    const { staff, idOf, join, manager, store } = await openStaff();
    const second = await join(manager, 'second', ['manager']);
    const demoted = { displayName: 'X', roles: ['receptionist' as const], clinician: null, isActive: true };
    const ids = [await idOf(manager, 'second'), await idOf(manager, 'max.field')];
    const [ofSecond = '', ofMax = ''] = ids;
    const ended = await Promise.allSettled([
      call(staff.change, { ...demoted, staffId: ofSecond }, { context: manager }),
      call(staff.change, { ...demoted, staffId: ofMax }, { context: second }),
    ]);
    expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const roles = await store.db.selectFrom('staff').where('isActive', '=', 1).select('roles').execute();
    expect(roles.filter((one) => one.roles.includes('manager'))).toHaveLength(1);
  });
});

describe('sessions', () => {
  test('are listed with where they are, and which is this one', async () => {
    const { join, listed, manager, idOf } = await openStaff();
    await join(manager, 'maria', ['receptionist']);
    const { sessions } = await listed(manager);
    const at = '2026-11-23T10:00:00.000Z';
    const where = { from: '192.168.1.20', device: 'Firefox on Linux', since: at, lastUsedAt: at, isLocked: false };
    expect(sessions.find(({ isThisOne }) => isThisOne)).toMatchObject({
      ...where,
      staffId: await idOf(manager, 'max.field'),
    });
    expect(sessions.find(({ isThisOne }) => !isThisOne)).toMatchObject({
      ...where,
      staffId: await idOf(manager, 'maria'),
    });
  });

  test('are ended by a manager at once, audited', async () => {
    const { join, listed, manager, staff, state, idOf, audited } = await openStaff();
    const maria = await join(manager, 'maria', ['receptionist']);
    const other = (await listed(manager)).sessions.find(({ isThisOne }) => !isThisOne);
    const ended = { sessionId: other?.sessionId ?? '' };
    await call(staff.endSession, ended, { context: manager });
    expect(await state(maria)).toMatchObject({ kind: 'signedOut' });
    expect(await refusal(call(staff.endSession, ended, { context: manager }))).toMatchObject({ code: 'UNKNOWN' });
    const rows = (await audited()).filter(({ action }) => action === 'staff.sessionEnded');
    expect(rows).toMatchObject([
      { actor: `staff:${await idOf(manager, 'max.field')}`, subjectId: await idOf(manager, 'maria') },
    ]);
  });
});

test('what managers do is audited with their role, and with before and after, but without names', async () => {
  const { join, change, manager, audited, idOf } = await openStaff();
  await join(manager, 'maria', ['receptionist']);
  await change('maria', { roles: ['clinician'], clinician: 'Dr Maria Lund', isActive: false });
  const rows = await audited();
  const changed = rows.find(({ action }) => action === 'staff.changed');
  expect(changed).toMatchObject({
    actor: `staff:${await idOf(manager, 'max.field')}`,
    subjectId: await idOf(manager, 'maria'),
  });
  expect(JSON.parse(changed?.detail ?? '')).toEqual({
    role: 'manager',
    before: { roles: ['receptionist'], isActive: true },
    after: { roles: ['clinician'], isActive: false },
    changed: ['displayName', 'clinician'],
    sessionsEnded: 1,
  });
  expect(JSON.stringify(rows)).not.toMatch(/maria|lund|max|field/i);
});
