import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  accountByUsername,
  addAccount,
  changeAccount,
  dropCodes,
  dropExpiredCodes,
  keepCode,
  staffAccount,
  staffAccounts,
  takeCode,
  usableCode,
  type StaffAccount,
} from '../../main/store/staff';
import { openTemporaryStore } from '../support/temporaryStore';
import { instant } from './support/samples';

function sampleAccount(username: string, change: Partial<StaffAccount> = {}): StaffAccount {
  return {
    id: randomUUID(),
    username,
    displayName: 'Sample',
    roles: ['receptionist', 'manager'],
    clinician: null,
    passphrase: null,
    isActive: true,
    failedSignIns: 0,
    lockedUntil: null,
    lastSignedInAt: null,
    createdAt: instant,
    ...change,
  };
}

const later = '2026-11-23T11:00:00.000Z';

test('an account comes back whole, by its id and by its username', async () => {
  const { store } = await openTemporaryStore();
  const account = sampleAccount('max', { clinician: 'Dr Max Field', isActive: false });
  await store.write((db) => addAccount(db, account));
  expect(await staffAccount(store.db, account.id)).toEqual(account);
  expect(await accountByUsername(store.db, 'max')).toEqual(account);
  expect(await staffAccount(store.db, randomUUID())).toBeNull();
  expect(await accountByUsername(store.db, 'nobody')).toBeNull();
});

test('a username is given once', async () => {
  const { store } = await openTemporaryStore();
  await store.write((db) => addAccount(db, sampleAccount('max')));
  await expect(store.write((db) => addAccount(db, sampleAccount('max')))).rejects.toThrow('UNIQUE');
});

test('a change touches what it names, of that account alone', async () => {
  const { store } = await openTemporaryStore();
  const [max, maria] = [sampleAccount('max'), sampleAccount('maria', { createdAt: later })];
  const change = { roles: ['clinician' as const], isActive: false, failedSignIns: 3, lockedUntil: later };
  await store.write(async (db) => {
    await addAccount(db, maria);
    await addAccount(db, max);
    await changeAccount(db, max.id, change);
  });
  expect(await staffAccounts(store.db)).toEqual([{ ...max, ...change }, maria]);
});

test('a code can be used until it expires, and is taken once', async () => {
  const { store } = await openTemporaryStore();
  const code = { hash: 'h1', staffId: null, expiresAt: later, createdAt: instant };
  await store.write((db) => keepCode(db, code));
  expect(await usableCode(store.db, 'h1', '2026-11-23T10:59:59.999Z')).toEqual(code);
  expect(await usableCode(store.db, 'h1', later)).toBeNull();
  expect(await usableCode(store.db, 'h2', instant)).toBeNull();
  const take = () => store.write((db) => takeCode(db, 'h1'));
  expect(await Promise.all([take(), take()])).toEqual([true, false]);
  expect(await usableCode(store.db, 'h1', instant)).toBeNull();
});

test('a code takes the place of the earlier ones for the same account, and of no other', async () => {
  const { store } = await openTemporaryStore();
  const [max, maria] = [sampleAccount('max'), sampleAccount('maria')];
  const codeFor = (staffId: string | null, hash: string) => ({ hash, staffId, expiresAt: later, createdAt: instant });
  const hashes = async () =>
    (await store.db.selectFrom('staffCodes').select('hash').orderBy('hash').execute()).map(({ hash }) => hash);
  await store.write(async (db) => {
    await addAccount(db, max);
    await addAccount(db, maria);
    for (const [staffId, hash] of [
      [null, 'n1'],
      [max.id, 'a1'],
      [maria.id, 'b1'],
      [max.id, 'a2'],
      [null, 'n2'],
    ] as const) {
      await keepCode(db, codeFor(staffId, hash));
    }
  });
  expect(await hashes()).toEqual(['a2', 'b1', 'n2']);
  await store.write((db) => dropCodes(db, null));
  expect(await hashes()).toEqual(['a2', 'b1']);
  await store.write((db) => dropExpiredCodes(db, later));
  expect(await hashes()).toEqual([]);
});
