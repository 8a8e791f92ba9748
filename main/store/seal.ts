import { createHmac } from 'node:crypto';
import type { Hmac } from '../domain/audit';
import type { Writer } from './schema';

/** How audit rows are sealed: HMAC-SHA-256 with a key apart from the store's, as hexadecimal text. */
export function hmacWith(auditKey: Buffer): Hmac {
  return (bytes) => createHmac('sha256', auditKey).update(bytes).digest('hex');
}

const seals = new WeakMap<Writer, Hmac>();

/** Gives a transaction what it seals audit rows with, so that no caller ever holds the key. */
export function bindSeal(db: Writer, hmac: Hmac): void {
  seals.set(db, hmac);
}

/** What `db` seals audit rows with. @throws Error for a transaction that `Store.write` did not hand out. */
export function sealOf(db: Writer): Hmac {
  const hmac = seals.get(db);
  if (hmac === undefined) {
    throw new Error('Audit rows are written inside Store.write only');
  }
  return hmac;
}
