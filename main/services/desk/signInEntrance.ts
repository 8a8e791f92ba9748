import type { PassphraseProblem } from '../../../preload/contract/desk/session';
import { appendAudit } from '../../store/audit';
import type { Writer } from '../../store/schema';
import { changeAccount, type StaffAccount } from '../../store/staff';
import type { Store } from '../../store/store';
import type { Clock, Log, Settings } from '../ports';
import { actorOf } from './caller';
import type { DeskContext } from './context';
import { beginSession, type Sessions } from './sessions';
import type { AccountDoor } from './signInDoor';

/** Who asks, as far as signing in cares. */
export type Asker = Pick<DeskContext, 'token' | 'from' | 'device'>;

/** A new passphrase that cannot be used. */
export interface Weak {
  kind: 'weak';
  problem: PassphraseProblem;
}

export interface SignedIn {
  kind: 'signedIn';
  /** The secret of the new session. */
  token: string;
}

export interface SignInParts {
  store: Store;
  clock: Clock;
  settings: Pick<Settings, 'rules'>;
  sessions: Sessions;
  log: Log;
}

/** What the ways in share. */
export interface Entrance extends SignInParts {
  door: AccountDoor;
  /** One try at a time for each username. */
  inTurn: <T>(username: string, work: () => Promise<T>) => Promise<T>;
  problemOf(passphrase: string, username: string): PassphraseProblem | null;
}

/** Lets an account in, in the transaction that has checked it: clears its wrong tries and begins a session. */
export async function letIn(
  db: Writer,
  account: StaffAccount,
  at: string,
  asker: Asker,
  by: 'passphrase' | 'code',
): Promise<SignedIn> {
  const { token, sessionId } = await beginSession(db, account.id, at, asker);
  await changeAccount(db, account.id, { failedSignIns: 0, lockedUntil: null, lastSignedInAt: at });
  await appendAudit(db, {
    at,
    actor: actorOf({ staffId: account.id }),
    action: 'staff.signedIn',
    subjectId: account.id,
    detail: { by, from: asker.from, sessionId, roles: account.roles },
  });
  return { kind: 'signedIn', token };
}
