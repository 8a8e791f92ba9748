import { foldUsername } from '../../domain/desk/username';
import { normalisePassphrase, passphraseProblem } from '../../domain/desk/passphrase';
import { endDeskSession, endSessionsOf } from '../../store/deskSessions';
import { accountByUsername, changeAccount, dropCodes, staffAccount } from '../../store/staff';
import { appendAudit } from '../../store/audit';
import type { PassphraseProblem } from '../../../preload/contract/desk/session';
import { actorOf } from './caller';
import { hashSecret, isSecret } from './scrypt';
import { createUseCode, type UseCode } from './signInCode';
import { createAccountDoor, type Shut } from './signInDoor';
import { letIn, type Asker, type Entrance, type SignedIn, type SignInParts, type Weak } from './signInEntrance';
import { createTurns } from './signInTries';
import { createUnlock, type Held, type Unlock } from './signInUnlock';

/** Signing in, staying in, and changing what one signs in with. Expected failures are values. */
export interface SignIn extends Unlock {
  signIn(typed: { username: string; passphrase: string }, asker: Asker): Promise<SignedIn | Shut>;
  useCode: UseCode;
  signOut(session: Held): Promise<void>;
  changePassphrase(
    session: Held & { from: string },
    typed: { current: string; next: string },
  ): Promise<{ kind: 'changed' } | Weak | Shut>;
}

export function createSignIn(parts: SignInParts): SignIn {
  const { store, clock, settings, sessions, log } = parts;
  const door = createAccountDoor(parts);
  const problemOf = (passphrase: string, username: string): PassphraseProblem | null =>
    passphraseProblem(passphrase, { username, practiceName: settings.rules().practiceName });
  const entrance: Entrance = { ...parts, door, inTurn: createTurns(), problemOf };
  const { inTurn } = entrance;

  return {
    ...createUnlock(entrance),
    useCode: createUseCode(entrance),

    signIn({ username: typed, passphrase }, asker) {
      const username = foldUsername(typed);
      return inTurn(username, async () => {
        const account = await accountByUsername(store.db, username);
        const visitor = { account, username, from: asker.from };
        const shut = door.shut(visitor);
        if (shut !== null) return shut;
        const kept = account !== null && account.isActive ? account.passphrase : null;
        if (!(await isSecret(normalisePassphrase(passphrase), kept)) || account === null) {
          return door.refuse(visitor);
        }
        const signedIn = await sessions.write(async (db) => {
          const now = await staffAccount(db, account.id);
          // Closed, or given another passphrase, while this one was looked at.
          if (now === null || !now.isActive || now.passphrase !== kept) return null;
          return letIn(db, now, clock.instant(), asker, 'passphrase');
        });
        if (signedIn === null) return door.refuse(visitor);
        log.info('desk.signedIn', { kind: 'passphrase' });
        return signedIn;
      });
    },

    async signOut({ sessionId, staffId }) {
      await sessions.write(async (db) => {
        if (!(await endDeskSession(db, sessionId))) return;
        const at = clock.instant();
        const actor = actorOf({ staffId });
        await appendAudit(db, { at, actor, action: 'staff.signedOut', subjectId: staffId, detail: { sessionId } });
      });
    },

    changePassphrase({ sessionId, staffId, username, from }, { current, next }) {
      return inTurn(username, async () => {
        const account = await staffAccount(store.db, staffId);
        const visitor = { account, username, from };
        const shut = door.shut(visitor);
        if (shut !== null) return shut;
        const kept = account?.passphrase ?? null;
        if (!(await isSecret(normalisePassphrase(current), kept))) {
          return door.refuse(visitor);
        }
        const problem = problemOf(next, username);
        if (problem !== null) return { kind: 'weak', problem };
        const passphrase = await hashSecret(normalisePassphrase(next));
        const isChanged = await sessions.write(async (db) => {
          const now = await staffAccount(db, staffId);
          if (now === null || !now.isActive || now.passphrase !== kept) return false;
          await changeAccount(db, staffId, { passphrase, failedSignIns: 0, lockedUntil: null });
          await dropCodes(db, staffId);
          // Whoever knew the old one may sit behind another session.
          const ended = await endSessionsOf(db, staffId, sessionId);
          const at = clock.instant();
          const actor = actorOf({ staffId });
          const detail = { sessionsEnded: ended };
          await appendAudit(db, { at, actor, action: 'staff.passphraseChanged', subjectId: staffId, detail });
          return true;
        });
        return isChanged ? { kind: 'changed' } : door.refuse(visitor);
      });
    },
  };
}
