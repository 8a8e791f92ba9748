import { codeLasts, makeCode, readCode, showCode } from '../../domain/desk/code';
import type { IssuedCode } from '../../../preload/contract/desk/staff';
import type { Writer } from '../../store/schema';
import { dropExpiredCodes, keepCode, staffAccounts } from '../../store/staff';
import { appendAudit } from '../../store/audit';
import type { Store } from '../../store/store';
import type { Clock } from '../ports';
import { unforeseeable } from '../random';
import { hashOfCode } from './scrypt';
import { canManage } from './sessions';

/** A one-time code that was drawn but is not kept yet: hashing takes longer than a transaction may. */
export interface DrawnCode {
  hash: string;
  /** What is shown once. */
  issued: IssuedCode;
  createdAt: string;
}

/** Draws a code for the machine's keeper, or for somebody whom a manager invites. */
export async function drawCode(clock: Clock, kind: keyof typeof codeLasts): Promise<DrawnCode> {
  const code = makeCode(unforeseeable);
  const hash = await hashOfCode(code);
  const expiresAt = new Date(Date.parse(clock.instant()) + codeLasts[kind]).toISOString();
  return { hash, issued: { code: showCode(code), expiresAt }, createdAt: clock.instant() };
}

/** Keeps a drawn code, in place of earlier ones for the same account. `staffId` null: for the machine's keeper. */
export async function keepDrawnCode(db: Writer, staffId: string | null, drawn: DrawnCode): Promise<void> {
  const { hash, createdAt, issued } = drawn;
  await dropExpiredCodes(db, createdAt);
  await keepCode(db, { hash, staffId, expiresAt: issued.expiresAt, createdAt });
}

/** The hash of what somebody typed as a code; null if it cannot be one, which takes as long to find out. */
export async function hashOfTyped(typed: string): Promise<string | null> {
  const code = readCode(typed);
  const hash = await hashOfCode(code ?? '');
  return code === null ? null : hash;
}

/** A code for the machine's keeper, and whose accounts it may renew: none where it makes the first manager. */
export interface ManagerCode extends IssuedCode {
  /** Usernames of the managers who can sign in. */
  managers: string[];
}

/**
 * Makes the one code with which whoever owns the data folder makes the first manager, or gives a manager another passphrase (design §9). Works
 * without a running desk.
 */
export async function issueManagerCode({ store, clock }: { store: Store; clock: Clock }): Promise<ManagerCode> {
  const drawn = await drawCode(clock, 'commandLine');
  return store.write(async (db) => {
    await keepDrawnCode(db, null, drawn);
    await appendAudit(db, {
      at: clock.instant(),
      actor: 'commandLine',
      action: 'staff.codeIssued',
      subjectId: null,
      detail: { for: 'manager' },
    });
    const managers = (await staffAccounts(db)).filter(canManage).map(({ username }) => username);
    return { ...drawn.issued, managers };
  });
}
