import { lockOutMilliseconds, waitSeconds } from '../../domain/desk/lockOut';
import { changeAccount, staffAccount, type StaffAccount } from '../../store/staff';
import { appendAudit } from '../../store/audit';
import type { Store } from '../../store/store';
import type { Clock, Log } from '../ports';
import type { Sessions } from './sessions';
import { createSignInTries } from './signInTries';

/** Not let in: what was typed is not right, or it is too early to try again. */
export type Shut = { kind: 'notRecognised' } | { kind: 'wait'; seconds: number };

/** Somebody at the door: the username they typed, whose it is (null: nobody's), and where they are. */
export interface Visitor {
  account: StaffAccount | null;
  username: string;
  from: string;
}

/** Counts wrong tries, and shuts for growing times: the same for a username that somebody has and for one that nobody has. */
export interface AccountDoor {
  /** Whether they have to wait before another passphrase is looked at. */
  shut(visitor: Omit<Visitor, 'from'>): Shut | null;
  /** Counts a wrong passphrase, audited without what was typed. */
  refuse(visitor: Visitor): Promise<Shut>;
  /** The same for codes: counted apart, so that a code opens an account that wrong passphrases have shut, and for each address too. */
  shutForCode(visitor: Visitor): Shut | null;
  refuseCode(visitor: Visitor): Promise<Shut>;
  /** A code was right. */
  clearCode(visitor: Pick<Visitor, 'username' | 'from'>): void;
}

export function createAccountDoor({
  store,
  clock,
  sessions,
  log,
}: {
  store: Store;
  clock: Clock;
  sessions: Pick<Sessions, 'write'>;
  log: Log;
}): AccountDoor {
  const tries = createSignInTries();
  const now = (): number => clock.now().epochMilliseconds;
  const ofName = (username: string): string => `name ${username}`;
  const ofCodes = ({ username, from }: Pick<Visitor, 'username' | 'from'>) => [`code ${username}`, `from ${from}`];
  const wait = (seconds: number): Shut | null => {
    if (seconds === 0) return null;
    log.warn('desk.signInRefused', { kind: 'wait' });
    return { kind: 'wait', seconds };
  };
  const audited = (by: 'passphrase' | 'code', { account, from }: Visitor) => ({
    at: clock.instant(),
    actor: 'system',
    action: 'staff.signInRefused',
    subjectId: account?.id ?? null,
    detail: { by, from },
  });
  return {
    shut({ account, username }) {
      if (account === null) return wait(tries.seconds(ofName(username), now()));
      return wait(waitSeconds(account.lockedUntil === null ? null : Date.parse(account.lockedUntil), now()));
    },
    async refuse(visitor) {
      const { account, username } = visitor;
      if (account === null) tries.failed(ofName(username), now());
      // One transaction for both, so that neither takes longer.
      await (account === null ? store.write : sessions.write)(async (db) => {
        const known = account === null ? null : await staffAccount(db, account.id);
        if (known !== null) {
          const failedSignIns = known.failedSignIns + 1;
          const milliseconds = lockOutMilliseconds(failedSignIns);
          const lockedUntil = milliseconds === 0 ? null : new Date(now() + milliseconds).toISOString();
          await changeAccount(db, known.id, { failedSignIns, lockedUntil });
        }
        await appendAudit(db, audited('passphrase', visitor));
      });
      log.warn('desk.signInRefused', { kind: 'passphrase' });
      return { kind: 'notRecognised' };
    },
    shutForCode: (visitor) => wait(Math.max(...ofCodes(visitor).map((key) => tries.seconds(key, now())))),
    async refuseCode(visitor) {
      for (const key of ofCodes(visitor)) tries.failed(key, now());
      await store.write((db) => appendAudit(db, audited('code', visitor)));
      log.warn('desk.signInRefused', { kind: 'code' });
      return { kind: 'notRecognised' };
    },
    clearCode(visitor) {
      for (const key of ofCodes(visitor)) tries.clear(key);
    },
  };
}
