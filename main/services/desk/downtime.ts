import type { PassphraseProblem } from '../../../preload/contract/desk/session';
import type { DowntimeSheet, DowntimeState } from '../../../preload/contract/desk/today';
import { passphraseProblem } from '../../domain/desk/passphrase';
import { appendAudit } from '../../store/audit';
import type { Writer } from '../../store/schema';
import { readVault, writeVault } from '../../store/vault';
import type { Changes, Log, Timers } from '../ports';
import { traceOf } from '../trace';
import { actorOf, type Caller } from './caller';
import { deriveDowntimeKey, makeDowntimeFile, type DowntimeKey } from './downtimeFile';
import { readDowntimeSheet, type DowntimeSheetParts } from './downtimeSheet';
import { downtimePath, removeFile, replaceFile, sentenceFor, writtenAtOf } from './downtimeWriting';

const writeEveryMilliseconds = 5 * 60_000;
const vaultName = 'downtimeKey';

export interface DowntimeFileParts extends DowntimeSheetParts {
  /** The data folder. */
  folder: string;
  timers: Pick<Timers, 'every'>;
  changes: Changes;
  log: Log;
}

/** The downtime sheet, and the encrypted file that holds it. */
export interface Downtime {
  /** For printing; audited before anybody sees it. */
  sheet(caller: Caller): Promise<DowntimeSheet>;
  state(): Promise<DowntimeState>;
  /**
   * What opens the file from now on; null: no file is written, and the one that is there is deleted. Returns why a passphrase cannot be used,
   * else null. That the file could not be written or deleted is told in the state.
   */
  setPassphrase(caller: Caller, passphrase: string | null): Promise<PassphraseProblem | null>;
  stop(): void;
}

/**
 * Writes the file every five minutes and after each import, while a passphrase is set. The passphrase itself is kept nowhere: the key that it came
 * to is, in the encrypted store. A file that cannot be written stops nothing: it is told in the state, and logged once.
 */
export function startDowntimeFile(parts: DowntimeFileParts): Downtime {
  const { store, clock, settings, folder, timers, changes, log } = parts;
  const path = downtimePath(folder);
  const about: Pick<DowntimeState, 'writtenAt' | 'problem'> = { writtenAt: null, problem: null };
  let key: DowntimeKey | null = null;
  let isStopped = false;
  let isAsked = false;
  let turn: Promise<unknown> = Promise.resolve();

  /** One after the other: a file that is being written must not come back after it was deleted. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const tell = (change: Partial<typeof about>): void => {
    Object.assign(about, change);
    changes.publish('machine');
  };
  const attempt = async (deed: 'written' | 'deleted', work: () => Promise<void>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      const problem = sentenceFor(error, deed);
      if (problem !== about.problem) log.warn('downtime.failed', { kind: deed, ...traceOf(error) });
      tell({ problem });
    }
  };
  const write = (): Promise<void> =>
    attempt('written', async () => {
      if (key === null || isStopped) return;
      const sheet = await readDowntimeSheet(parts);
      await replaceFile(path, await makeDowntimeFile(sheet, key));
      const isNews = about.problem !== null || about.writtenAt === null;
      if (isNews) log.info('downtime.written', { count: sheet.rows.length });
      tell({ writtenAt: sheet.at, problem: null });
    });
  const remove = (): Promise<void> =>
    attempt('deleted', async () => {
      await removeFile(path);
      if (about.writtenAt !== null || about.problem !== null) tell({ writtenAt: null, problem: null });
    });
  const refresh = (): void => {
    if (isAsked || isStopped) return;
    isAsked = true;
    void inTurn(() => {
      isAsked = false;
      return write();
    });
  };

  const begin = async (): Promise<void> => {
    const kept = await readVault(store.db, vaultName);
    key = kept === null ? null : (JSON.parse(kept) as DowntimeKey);
    about.writtenAt = await writtenAtOf(path);
    // One that was left behind when the passphrase was taken away opens with what nobody is to use any more.
    await (key === null ? remove() : write());
  };
  void inTurn(() => attempt('written', begin));
  const stops = [timers.every(writeEveryMilliseconds, refresh), changes.subscribe(['list'], refresh)];

  const audit = (db: Writer, caller: Caller, action: string, detail: Record<string, unknown> = {}): Promise<void> =>
    appendAudit(db, {
      at: clock.instant(),
      actor: actorOf(caller),
      action,
      subjectId: null,
      detail: { ...detail, role: caller.role },
    });

  return {
    async sheet(caller) {
      const sheet = await readDowntimeSheet(parts);
      await store.write((db) => audit(db, caller, 'downtime.printed', { rows: sheet.rows.length }));
      return sheet;
    },
    state: () => inTurn(() => Promise.resolve({ hasPassphrase: key !== null, file: path, ...about })),
    async setPassphrase(caller, passphrase) {
      const { username } = caller;
      const { practiceName } = settings.rules();
      const problem = passphrase === null ? null : passphraseProblem(passphrase, { username, practiceName });
      if (problem !== null) return problem;
      const next = passphrase === null ? null : await deriveDowntimeKey(passphrase);
      await inTurn(async () => {
        await store.write(async (db) => {
          await writeVault(db, vaultName, next === null ? null : JSON.stringify(next));
          await audit(db, caller, next === null ? 'downtime.passphraseRemoved' : 'downtime.passphraseSet');
        });
        key = next;
        await (next === null ? remove() : write());
      });
      return null;
    },
    stop() {
      isStopped = true;
      for (const stop of stops) stop();
    },
  };
}
