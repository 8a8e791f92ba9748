import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { link, mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { app, safeStorage } from 'electron';
import type { Secrets } from '../services/ports';

const keyBytes = 32;

/**
 * Keeps keys in `folder`, outside every data folder, so that a copied data folder stays unreadable.
 * Each key file is sealed by the operating system's secret store where there is one; else it is a file only this user can read.
 */
export function createSecrets(folder: string): Secrets {
  const pathOf = (name: string): string => join(folder, `${name}.key`);
  return {
    async read(name) {
      if (!existsSync(pathOf(name))) return null;
      // Read at once: 33 bytes, and everything at start waits for them.
      const bytes = readFileSync(pathOf(name));
      if (bytes[0] === sealedMark) await app.whenReady();
      return unseal(bytes);
    },
    async create(name) {
      await app.whenReady();
      const key = randomBytes(keyBytes);
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeOnce(pathOf(name), seal(key, areKeysSealed()));
      return key;
    },
  };
}

/**
 * Whether the operating system seals new keys. On Linux without a key ring Electron would "encrypt" with a fixed password: that is no
 * secret store. Only when Electron is ready.
 */
export function areKeysSealed(): boolean {
  if (!safeStorage.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend());
}

/** The first byte tells how the rest is kept, so that a key sealed today opens after the key ring is gone, and the reverse fails plainly. */
const plainMark = 0x50;
const sealedMark = 0x53;

function seal(key: Buffer, isSealed: boolean): Buffer {
  return isSealed
    ? Buffer.concat([Buffer.from([sealedMark]), safeStorage.encryptString(key.toString('hex'))])
    : Buffer.concat([Buffer.from([plainMark]), key]);
}

function unseal(bytes: Buffer): Buffer {
  const rest = bytes.subarray(1);
  const key = bytes[0] === sealedMark ? Buffer.from(safeStorage.decryptString(rest), 'hex') : rest;
  if (key.length !== keyBytes) throw new Error('A key file does not hold a key.');
  return key;
}

/** Writes, syncs and only then names the file: a power cut leaves no half key under the real name. Refuses to overwrite. */
async function writeOnce(path: string, bytes: Buffer): Promise<void> {
  const partial = `${path}.${process.pid}.new`;
  const file = await open(partial, 'w', 0o600);
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
  try {
    await link(partial, path);
  } finally {
    await rm(partial);
  }
}
