import { createHash, randomBytes, randomUUID } from 'node:crypto';
import {
  addDeskSession,
  changeDeskSession,
  deskSessions,
  endDeskSession,
  type DeskSession,
} from '../../store/deskSessions';
import type { Writer } from '../../store/schema';
import { staffAccounts, type StaffAccount } from '../../store/staff';
import type { Store } from '../../store/store';
import type { Changes, Clock, Log, Settings, Timers } from '../ports';
import { traceOf } from '../trace';
import type { OpenSession } from './caller';
import type { DeskContext } from './context';

const minute = 60_000;
/** A session ends so long after its sign-in, whatever happens: a working day. */
const longestSession = 12 * 60 * minute;
/** And so long after its page last said that it is there. */
const longestSilence = 60 * minute;
/** A page says so every 20 seconds, one in a tab that is not looked at once a minute (browsers slow those down). */
const connectedFor = 2 * minute;
/** How often it is written down that a page is there: with a hundred desks not at each word. */
const savedEvery = 5 * minute;
/** How often ended and silent sessions are looked for. */
const lookEvery = 15_000;
/** Wrong PINs after which only the passphrase counts. */
export const mostWrongPins = 3;

/** A session for the list of them. */
export interface KnownSession extends OpenSession {
  from: string;
  device: string;
  since: string;
  lastUsedAt: string;
}

/** Who is signed in. What is in the store is kept in memory too, because every desk asks it before everything. */
export interface Sessions {
  /** The session of whoever brings `token`, as it stands now; null if there is none, or none any more. */
  find(token: string | null): Promise<OpenSession | null>;
  /**
   * Runs `work` in one transaction. EVERY change of accounts and sessions goes through it: what is in memory is read anew afterwards, and the
   * topic `staff` is published.
   */
  write<T>(work: (db: Writer) => Promise<T>): Promise<T>;
  /** The page of a session is there. */
  touch(sessionId: string): Promise<void>;
  /** Every session that has not ended, oldest first. */
  all(): Promise<KnownSession[]>;
  /** Nobody is a manager who can sign in. */
  isFirstRun(): Promise<boolean>;
  /** Sessions whose page shows arrivals and said within the last two minutes that it is there, locked ones too. */
  connected(): number;
  /** Ends looking for sessions that are over. */
  stop(): void;
}

export interface SessionsParts {
  store: Store;
  clock: Clock;
  timers: Pick<Timers, 'monotonic' | 'every'>;
  settings: Pick<Settings, 'rules'>;
  changes: Changes;
  log: Log;
}

/**
 * Begins a session in the transaction of a sign-in, in place of the one that the browser had: a new sign-in never goes on under a secret that
 * somebody may have planted. Returns the new secret; only its hash is kept.
 */
export async function beginSession(
  db: Writer,
  staffId: string,
  at: string,
  { token: before, from, device }: Pick<DeskContext, 'token' | 'from' | 'device'>,
): Promise<{ token: string; sessionId: string }> {
  if (before !== null) await db.deleteFrom('deskSessions').where('tokenHash', '=', hashOf(before)).execute();
  const token = randomBytes(32).toString('base64url');
  const used = { createdAt: at, lastUsedAt: at, isLocked: false, pin: null, wrongPins: 0 };
  const id = randomUUID();
  await addDeskSession(db, { id, tokenHash: hashOf(token), staffId, from, device, ...used });
  return { token, sessionId: id };
}

/** A manager who can sign in, as things are. */
export function canManage({ isActive, roles, passphrase }: StaffAccount): boolean {
  return isActive && passphrase !== null && roles.includes('manager');
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** What the store holds, ready to be asked. */
interface Known {
  sessions: ReadonlyMap<string, DeskSession>;
  accounts: ReadonlyMap<string, StaffAccount>;
}

export function createSessions(parts: SessionsParts): Sessions {
  const { store, clock, timers, settings, changes, log } = parts;
  let known: Promise<Known> | null = null;
  /** When pages last said that they are there: by the monotonic clock, by the wall clock, and when that was last written down. */
  const alive = new Map<string, { at: number; instant: string; savedAt: number; seesArrivals: boolean }>();

  const load = async (): Promise<Known> => {
    const sessions = await deskSessions(store.db);
    const accounts = await staffAccounts(store.db);
    const there = new Set(sessions.map(({ id }) => id));
    for (const id of alive.keys()) if (!there.has(id)) alive.delete(id);
    return {
      sessions: new Map(sessions.map((session) => [session.tokenHash, session])),
      accounts: new Map(accounts.map((account) => [account.id, account])),
    };
  };
  const read = (): Promise<Known> => {
    if (known !== null) return known;
    const reading = load();
    known = reading;
    // What could not be read is read again by whoever asks next.
    reading.catch(() => {
      if (known === reading) known = null;
    });
    return reading;
  };

  const lastUsed = ({ id, lastUsedAt }: DeskSession): string => {
    const heard = alive.get(id)?.instant ?? '';
    return heard > lastUsedAt ? heard : lastUsedAt;
  };
  const silence = (session: DeskSession): number => clock.now().epochMilliseconds - Date.parse(lastUsed(session));
  const isOver = (session: DeskSession): boolean =>
    clock.now().epochMilliseconds - Date.parse(session.createdAt) >= longestSession ||
    silence(session) >= longestSilence;
  /** Nobody was there for as long as a desk may stand untouched: its page was closed, or its machine asleep, before it could lock itself. */
  const isLeft = (session: DeskSession): boolean => silence(session) >= settings.rules().deskLockMinutes * minute;

  const sessionOf = (session: DeskSession, { accounts }: Known): KnownSession | null => {
    const account = accounts.get(session.staffId);
    if (account === undefined || !account.isActive || isOver(session)) return null;
    return {
      sessionId: session.id,
      staffId: account.id,
      username: account.username,
      displayName: account.displayName,
      roles: account.roles,
      clinician: account.clinician,
      isLocked: session.isLocked || isLeft(session),
      hasPin: session.pin !== null && session.wrongPins < mostWrongPins,
      from: session.from,
      device: session.device,
      since: session.createdAt,
      lastUsedAt: lastUsed(session),
    };
  };

  const write = async <T>(work: (db: Writer) => Promise<T>): Promise<T> => {
    try {
      return await store.write(work);
    } finally {
      // Reads that began before the commit answer only those who had asked by then.
      known = null;
      changes.publish('staff');
    }
  };

  const isConnected = (id: string): boolean => {
    const heard = alive.get(id);
    return heard !== undefined && timers.monotonic() - heard.at < connectedFor;
  };
  const connected = (): number => [...alive].filter(([id, { seesArrivals }]) => seesArrivals && isConnected(id)).length;

  /** Ends what is over and locks what was left, in the store too; tells when somebody has gone. */
  let lastConnected = 0;
  const look = async (): Promise<void> => {
    const { sessions } = await read();
    const all = [...sessions.values()];
    const over = all.filter(isOver);
    const left = all.filter((session) => !session.isLocked && !isOver(session) && isLeft(session));
    if (over.length + left.length > 0) {
      await write(async (db) => {
        for (const { id } of over) await endDeskSession(db, id);
        for (const { id } of left) await changeDeskSession(db, id, { isLocked: true });
      });
    }
    if (connected() !== lastConnected) changes.publish('staff');
    lastConnected = connected();
  };
  let isLooking = false;
  const stop = timers.every(lookEvery, () => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((error: unknown) => {
        log.error('procedure.failed', { procedure: 'sessions', ...traceOf(error) });
      })
      .finally(() => {
        isLooking = false;
      });
  });

  return {
    write,
    connected,
    stop,
    async find(token) {
      if (token === null) return null;
      const now = await read();
      const session = now.sessions.get(hashOf(token));
      return session === undefined ? null : sessionOf(session, now);
    },
    async touch(sessionId) {
      const { sessions, accounts } = await read();
      const session = [...sessions.values()].find(({ id }) => id === sessionId);
      if (session === undefined || isOver(session)) return;
      // A machine that wakes up finds its desk locked.
      if (!session.isLocked && isLeft(session)) {
        await write((db) => changeDeskSession(db, sessionId, { isLocked: true }));
      }
      const wasConnected = isConnected(sessionId);
      const at = timers.monotonic();
      const instant = clock.instant();
      const savedAt = alive.get(sessionId)?.savedAt;
      const isToSave = savedAt === undefined || at - savedAt >= savedEvery;
      const seesArrivals = accounts.get(session.staffId)?.roles.includes('receptionist') ?? false;
      alive.set(sessionId, { at, instant, savedAt: isToSave ? at : savedAt, seesArrivals });
      if (isToSave) await store.write((db) => changeDeskSession(db, sessionId, { lastUsedAt: instant }));
      if (!wasConnected) {
        lastConnected = connected();
        changes.publish('staff');
      }
    },
    async all() {
      const now = await read();
      return [...now.sessions.values()].flatMap((session) => sessionOf(session, now) ?? []);
    },
    async isFirstRun() {
      const { accounts } = await read();
      return ![...accounts.values()].some(canManage);
    },
  };
}
