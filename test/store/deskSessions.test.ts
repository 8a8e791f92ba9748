import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  addDeskSession,
  changeDeskSession,
  deskSession,
  deskSessions,
  endDeskSession,
  endSessionsOf,
  type DeskSession,
} from '../../main/store/deskSessions';
import type { Store } from '../../main/store/store';
import { addAccount } from '../../main/store/staff';
import { openTemporaryStore } from '../support/temporaryStore';
import { instant } from './support/samples';

function sampleSession(staffId: string, change: Partial<DeskSession> = {}): DeskSession {
  return {
    id: randomUUID(),
    tokenHash: randomUUID(),
    staffId,
    from: '192.168.1.20',
    device: 'Firefox on Linux',
    createdAt: instant,
    lastUsedAt: instant,
    isLocked: false,
    pin: null,
    wrongPins: 0,
    ...change,
  };
}

async function addStaff(store: Store, username: string): Promise<string> {
  const id = randomUUID();
  const counts = { failedSignIns: 0, lockedUntil: null, lastSignedInAt: null };
  const account = { id, username, displayName: 'Sample', roles: [], clinician: null, passphrase: null, isActive: true };
  await store.write((db) => addAccount(db, { ...account, ...counts, createdAt: instant }));
  return id;
}

test('a session comes back whole, and changes in what is named', async () => {
  const { store } = await openTemporaryStore();
  const session = sampleSession(await addStaff(store, 'max'), { isLocked: true, pin: 'scrypt$', wrongPins: 2 });
  await store.write((db) => addDeskSession(db, session));
  expect(await deskSession(store.db, session.id)).toEqual(session);
  await store.write((db) => changeDeskSession(db, session.id, { isLocked: false, wrongPins: 0 }));
  expect(await deskSessions(store.db)).toEqual([{ ...session, isLocked: false, wrongPins: 0 }]);
  expect(await deskSession(store.db, randomUUID())).toBeNull();
});

test('a session has an account, and a secret of its own', async () => {
  const { store } = await openTemporaryStore();
  const staffId = await addStaff(store, 'max');
  const add = (session: DeskSession) => store.write((db) => addDeskSession(db, session));
  await expect(add(sampleSession(randomUUID()))).rejects.toThrow('FOREIGN KEY');
  await add(sampleSession(staffId, { tokenHash: 'one' }));
  await expect(add(sampleSession(staffId, { tokenHash: 'one' }))).rejects.toThrow('UNIQUE');
});

test('a session ends once, and all of an account but one', async () => {
  const { store } = await openTemporaryStore();
  const [max, maria] = [await addStaff(store, 'max'), await addStaff(store, 'maria')];
  const all = [sampleSession(max), sampleSession(max), sampleSession(max), sampleSession(maria)] as const;
  const left = async () => new Set((await deskSessions(store.db)).map(({ id }) => id));
  await store.write(async (db) => {
    for (const session of all) await addDeskSession(db, session);
  });
  const [first, second, third, other] = all;
  expect(await store.write((db) => endDeskSession(db, first.id))).toBe(true);
  expect(await store.write((db) => endDeskSession(db, first.id))).toBe(false);
  expect(await store.write((db) => endSessionsOf(db, max, second.id))).toBe(1);
  expect(await left()).toEqual(new Set([second.id, other.id]));
  expect(await left()).not.toContain(third.id);
  expect(await store.write((db) => endSessionsOf(db, max))).toBe(1);
  expect(await left()).toEqual(new Set([other.id]));
});
