import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { codeOf, StoreFault } from './storeFault';
import { writeDurably } from './files';

/** A folder holds made-up people or real ones, for ever (design §12). */
export type StoreMode = 'demonstration' | 'real';

interface Keys {
  key: Buffer;
  auditKey: Buffer;
}

interface KeyCheck {
  mode: StoreMode;
  salt: string;
  storeKey: string;
  auditKey: string;
}

/**
 * Tells a wrong key from a damaged file: SQLite answers "not a database" to both. The file beside the database holds proofs
 * of both keys that say nothing about them, and the mode, so that a wrong start is refused before the database is touched.
 * @returns 'right', or 'unknown' where there is no such file or it cannot be read.
 * @throws StoreFault `modeMismatch` or `wrongKey`.
 */
export function checkKeys(file: string, keys: Keys, mode: StoreMode): 'right' | 'unknown' {
  const known = readKeyCheck(file);
  if (known === null) {
    return 'unknown';
  }
  if (known.mode !== mode) {
    throw new StoreFault('modeMismatch');
  }
  const isRight =
    isSame(known.storeKey, proof(keys.key, 'store', known.salt)) &&
    isSame(known.auditKey, proof(keys.auditKey, 'audit', known.salt));
  if (!isRight) {
    throw new StoreFault('wrongKey');
  }
  return 'right';
}

/** Writes the proofs of both keys beside a database that was just made, or that opened without them. */
export function writeKeyCheck(file: string, keys: Keys, mode: StoreMode): void {
  const salt = randomBytes(16).toString('hex');
  const check: KeyCheck = {
    mode,
    salt,
    storeKey: proof(keys.key, 'store', salt),
    auditKey: proof(keys.auditKey, 'audit', salt),
  };
  writeDurably(file, `${JSON.stringify(check)}\n`);
}

function proof(key: Buffer, purpose: 'store' | 'audit', salt: string): string {
  return createHmac('sha256', key).update(`Reception Kiosk key check\n${purpose}\n${salt}`).digest('hex');
}

function isSame(left: string, right: string): boolean {
  const [leftBytes, rightBytes] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')];
  return leftBytes.length === rightBytes.length && timingSafeEqual(leftBytes, rightBytes);
}

function readKeyCheck(file: string): KeyCheck | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isKeyCheck(value) ? value : null;
  } catch (error) {
    if (error instanceof SyntaxError || codeOf(error) === 'ENOENT') {
      return null;
    }
    throw error;
  }
}

function isKeyCheck(value: unknown): value is KeyCheck {
  if (typeof value !== 'object' || value === null) {
    return false;
  }
  const { mode, salt, storeKey, auditKey } = value as Partial<Record<keyof KeyCheck, unknown>>;
  const isHexadecimal = (text: unknown, digits: number) =>
    typeof text === 'string' && new RegExp(`^[0-9a-f]{${digits}}$`).test(text);
  return (
    (mode === 'demonstration' || mode === 'real') &&
    isHexadecimal(salt, 32) &&
    isHexadecimal(storeKey, 64) &&
    isHexadecimal(auditKey, 64)
  );
}
