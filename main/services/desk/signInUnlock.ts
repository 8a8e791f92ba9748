import { isWeakPin } from '../../domain/desk/pin';
import { normalisePassphrase } from '../../domain/desk/passphrase';
import { changeDeskSession, deskSession } from '../../store/deskSessions';
import { changeAccount, staffAccount } from '../../store/staff';
import { appendAudit } from '../../store/audit';
import type { Writer } from '../../store/schema';
import { actorOf } from './caller';
import { hashSecret, isSecret } from './scrypt';
import { mostWrongPins } from './sessions';
import type { Entrance } from './signInEntrance';
import type { Shut } from './signInDoor';

/** A session of somebody, as a procedure knows it. */
export interface Held {
  sessionId: string;
  staffId: string;
  username: string;
}

export interface Unlock {
  /** Locks a session until its passphrase or PIN is given. */
  lock(session: Held): Promise<void>;
  /** `from`: where it is asked from. */
  unlock(
    session: Held & { from: string },
    typed: { passphrase: string } | { pin: string },
  ): Promise<{ kind: 'unlocked' } | Shut>;
  /** A PIN for this session alone; null takes it away. */
  setPin(session: Held, pin: string | null): Promise<'set' | 'weak'>;
}

export function createUnlock({ store, clock, sessions, door, inTurn }: Entrance): Unlock {
  const audited = (db: Writer, { sessionId, staffId }: Held, action: string, by?: string) =>
    appendAudit(db, {
      at: clock.instant(),
      actor: actorOf({ staffId }),
      action,
      subjectId: staffId,
      detail: { sessionId, ...(by === undefined ? {} : { by }) },
    });

  const open = (session: Held, by: 'passphrase' | 'pin') =>
    sessions.write(async (db) => {
      const lastUsedAt = clock.instant();
      await changeDeskSession(db, session.sessionId, { isLocked: false, wrongPins: 0, lastUsedAt });
      if (by === 'passphrase') await changeAccount(db, session.staffId, { failedSignIns: 0, lockedUntil: null });
      await audited(db, session, 'staff.unlocked', by);
      return { kind: 'unlocked' as const };
    });

  const byPin = async (session: Held, pin: string): Promise<{ kind: 'unlocked' } | Shut> => {
    const kept = await deskSession(store.db, session.sessionId);
    const isUsable = kept !== null && kept.pin !== null && kept.wrongPins < mostWrongPins;
    if (isUsable && (await isSecret(pin, kept.pin))) return open(session, 'pin');
    if (isUsable) {
      await sessions.write(async (db) => {
        await changeDeskSession(db, session.sessionId, { wrongPins: kept.wrongPins + 1 });
        await audited(db, session, 'staff.unlockRefused', 'pin');
      });
    }
    return { kind: 'notRecognised' };
  };

  return {
    async lock(session) {
      await sessions.write(async (db) => {
        await changeDeskSession(db, session.sessionId, { isLocked: true });
        await audited(db, session, 'staff.locked');
      });
    },

    unlock(session, typed) {
      return inTurn(session.username, async () => {
        if ('pin' in typed) return byPin(session, typed.pin);
        const account = await staffAccount(store.db, session.staffId);
        const visitor = { account, username: session.username, from: session.from };
        const shut = door.shut(visitor);
        if (shut !== null) return shut;
        const isRight = await isSecret(normalisePassphrase(typed.passphrase), account?.passphrase ?? null);
        return isRight ? open(session, 'passphrase') : door.refuse(visitor);
      });
    },

    async setPin(session, pin) {
      if (pin !== null && isWeakPin(pin)) return 'weak';
      const kept = pin === null ? null : await hashSecret(pin);
      await sessions.write(async (db) => {
        await changeDeskSession(db, session.sessionId, { pin: kept, wrongPins: 0 });
        await audited(db, session, kept === null ? 'staff.pinRemoved' : 'staff.pinSet');
      });
      return 'set';
    },
  };
}
