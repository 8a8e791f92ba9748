import { randomUUID } from 'node:crypto';
import { foldUsername } from '../../domain/desk/username';
import { normalisePassphrase } from '../../domain/desk/passphrase';
import { endSessionsOf } from '../../store/deskSessions';
import type { Reader } from '../../store/schema';
import {
  accountByUsername,
  addAccount,
  changeAccount,
  staffAccounts,
  takeCode,
  usableCode,
  type StaffAccount,
  type StaffCode,
} from '../../store/staff';
import { appendAudit } from '../../store/audit';
import { actorOf } from './caller';
import { hashOfTyped } from './codes';
import { hashSecret } from './scrypt';
import { canManage } from './sessions';
import { letIn, type Asker, type Entrance, type SignedIn, type Weak } from './signInEntrance';
import type { Shut } from './signInDoor';

/** What somebody with a one-time code gives; `displayName` counts for the first manager alone. */
export interface TypedCode {
  code: string;
  username: string;
  displayName: string | null;
  passphrase: string;
}

export type UseCode = (typed: TypedCode, asker: Asker) => Promise<SignedIn | Shut | Weak | { kind: 'nameNeeded' }>;

/**
 * What a code is good for: the account it renews, or the first manager's, which is not there yet. Null: nothing. A code of the machine's keeper
 * makes an account only while nobody can manage; otherwise it renews a manager's, and never makes anybody a manager.
 */
async function purposeOf(
  db: Reader,
  code: StaffCode | null,
  username: string,
): Promise<{ account: StaffAccount | null } | null> {
  if (code === null) return null;
  const account = await accountByUsername(db, username);
  if (code.staffId !== null) return account?.id === code.staffId && account.isActive ? { account } : null;
  if (account !== null) return canManage(account) ? { account } : null;
  return (await staffAccounts(db)).some(canManage) ? null : { account };
}

/** One-time codes: for the first manager, for whoever was invited, and for whoever forgot their passphrase. */
export function createUseCode({ store, clock, sessions, log, door, inTurn, problemOf }: Entrance): UseCode {
  return ({ code: typed, username: typedName, displayName, passphrase }, asker) => {
    const username = foldUsername(typedName);
    return inTurn(username, async () => {
      const visitor = { account: await accountByUsername(store.db, username), username, from: asker.from };
      const shut = door.shutForCode(visitor);
      if (shut !== null) return shut;
      const refuse = (): Promise<Shut> => door.refuseCode(visitor);
      const hash = await hashOfTyped(typed);
      if (hash === null) return refuse();
      const code = await usableCode(store.db, hash, clock.instant());
      const purpose = await purposeOf(store.db, code, username);
      if (purpose === null) return refuse();
      const problem = problemOf(passphrase, username);
      if (problem !== null) return { kind: 'weak', problem };
      if (purpose.account === null && displayName === null) return { kind: 'nameNeeded' };
      const kept = await hashSecret(normalisePassphrase(passphrase));
      const signedIn = await sessions.write(async (db) => {
        const at = clock.instant();
        // Looked at again: of two who use a code at once, one has it.
        const now = await purposeOf(db, await usableCode(db, hash, at), username);
        if (now === null || !(await takeCode(db, hash))) return null;
        const account = now.account ?? firstManager(username, displayName ?? username, at);
        const isNew = now.account === null;
        if (isNew) await addAccount(db, { ...account, passphrase: kept });
        else await changeAccount(db, account.id, { passphrase: kept });
        const ended = await endSessionsOf(db, account.id);
        await appendAudit(db, {
          at,
          actor: actorOf({ staffId: account.id }),
          action: isNew ? 'staff.added' : 'staff.codeUsed',
          subjectId: account.id,
          detail: isNew ? { by: 'commandLine', roles: account.roles } : { sessionsEnded: ended },
        });
        return letIn(db, account, at, asker, 'code');
      });
      if (signedIn === null) return refuse();
      door.clearCode(visitor);
      log.info('desk.signedIn', { kind: 'code' });
      return signedIn;
    });
  };
}

/** The first manager also works at reception: in a small practice nobody else is there yet. */
function firstManager(username: string, displayName: string, createdAt: string): StaffAccount {
  return {
    id: randomUUID(),
    username,
    displayName,
    roles: ['receptionist', 'manager'],
    clinician: null,
    passphrase: null,
    isActive: true,
    failedSignIns: 0,
    lockedUntil: null,
    lastSignedInAt: null,
    createdAt,
  };
}
