import { randomUUID } from 'node:crypto';
import { roles as allRoles, type Role } from '../../../preload/contract/desk/roles';
import type { IssuedCode } from '../../../preload/contract/desk/staff';
import { foldUsername } from '../../domain/desk/username';
import { appendAudit } from '../../store/audit';
import { endDeskSession, endSessionsOf } from '../../store/deskSessions';
import type { Reader, Writer } from '../../store/schema';
import {
  accountByUsername,
  addAccount,
  changeAccount,
  dropCodes,
  staffAccount,
  staffAccounts,
  type StaffAccount,
} from '../../store/staff';
import type { Clock } from '../ports';
import { actorOf, type Caller } from './caller';
import { drawCode, keepDrawnCode } from './codes';
import { canManage, type Sessions } from './sessions';

/** What a manager decides about an account. */
export interface AccountWish {
  displayName: string;
  roles: readonly Role[];
  /** Counts for clinicians alone. */
  clinician: string | null;
}

export type AccountRefusal = 'UNKNOWN' | 'LAST_MANAGER';

/** What managers do with the accounts of others. Everything is audited by ids; names stay out of the chain. */
export interface StaffAccounts {
  /** Adds an account that its one-time code opens. */
  add(caller: Caller, wish: AccountWish & { username: string }): Promise<IssuedCode | 'USERNAME_TAKEN'>;
  /** In force at once, in open sessions too; closing ends them. */
  change(
    caller: Caller,
    staffId: string,
    wish: AccountWish & { isActive: boolean },
  ): Promise<'changed' | AccountRefusal>;
  /** A new code in place of the passphrase, which ends with all sessions. */
  reset(caller: Caller, staffId: string): Promise<IssuedCode | AccountRefusal>;
  endSession(caller: Caller, sessionId: string): Promise<'ended' | 'UNKNOWN'>;
}

export function createStaffAccounts({ clock, sessions }: { clock: Clock; sessions: Sessions }): StaffAccounts {
  const audit = (
    db: Writer,
    caller: Caller,
    action: string,
    subjectId: string,
    detail: Readonly<Record<string, unknown>>,
  ): Promise<void> =>
    appendAudit(db, {
      at: clock.instant(),
      actor: actorOf(caller),
      action,
      subjectId,
      detail: { role: caller.role, ...detail },
    });

  return {
    async add(caller, { username: typed, ...wish }) {
      const username = foldUsername(typed);
      const drawn = await drawCode(clock, 'invitation');
      return sessions.write(async (db) => {
        if ((await accountByUsername(db, username)) !== null) return 'USERNAME_TAKEN';
        const account: StaffAccount = {
          id: randomUUID(),
          username,
          ...decided(wish),
          passphrase: null,
          isActive: true,
          failedSignIns: 0,
          lockedUntil: null,
          lastSignedInAt: null,
          createdAt: clock.instant(),
        };
        await addAccount(db, account);
        await keepDrawnCode(db, account.id, drawn);
        await audit(db, caller, 'staff.added', account.id, { roles: account.roles });
        return drawn.issued;
      });
    },

    change(caller, staffId, { isActive, ...wish }) {
      return sessions.write(async (db) => {
        const before = await staffAccount(db, staffId);
        if (before === null) return 'UNKNOWN';
        const after: StaffAccount = { ...before, ...decided(wish), isActive };
        if (await isLastManager(db, before, after)) return 'LAST_MANAGER';
        await changeAccount(db, staffId, { ...decided(wish), isActive });
        const isClosed = before.isActive && !isActive;
        const ended = isClosed ? await endSessionsOf(db, staffId) : 0;
        if (isClosed) await dropCodes(db, staffId);
        await audit(db, caller, 'staff.changed', staffId, {
          before: { roles: before.roles, isActive: before.isActive },
          after: { roles: after.roles, isActive },
          changed: (['displayName', 'clinician'] as const).filter((name) => before[name] !== after[name]),
          sessionsEnded: ended,
        });
        return 'changed';
      });
    },

    async reset(caller, staffId) {
      const drawn = await drawCode(clock, 'invitation');
      return sessions.write(async (db) => {
        const before = await staffAccount(db, staffId);
        if (before === null || !before.isActive) return 'UNKNOWN';
        if (await isLastManager(db, before, { ...before, passphrase: null })) return 'LAST_MANAGER';
        await changeAccount(db, staffId, { passphrase: null, failedSignIns: 0, lockedUntil: null });
        const ended = await endSessionsOf(db, staffId);
        await keepDrawnCode(db, staffId, drawn);
        await audit(db, caller, 'staff.codeIssued', staffId, { sessionsEnded: ended });
        return drawn.issued;
      });
    },

    async endSession(caller, sessionId) {
      const known = (await sessions.all()).find((session) => session.sessionId === sessionId);
      return sessions.write(async (db) => {
        if (known === undefined || !(await endDeskSession(db, sessionId))) return 'UNKNOWN';
        await audit(db, caller, 'staff.sessionEnded', known.staffId, { sessionId });
        return 'ended';
      });
    },
  };
}

/** The wish as it is kept: each role once and in the order they are shown in, and a room only for who has one. */
function decided({ displayName, roles, clinician }: AccountWish) {
  return {
    displayName,
    roles: allRoles.filter((role) => roles.includes(role)),
    clinician: roles.includes('clinician') ? clinician : null,
  };
}

/** Whether a change would leave nobody who can manage; asked in the transaction of the change, so that two cannot take each other out. */
async function isLastManager(db: Reader, before: StaffAccount, after: StaffAccount): Promise<boolean> {
  if (!canManage(before) || canManage(after)) return false;
  return !(await staffAccounts(db)).some((other) => other.id !== before.id && canManage(other));
}
