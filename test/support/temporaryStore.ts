import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { openStore, type OpenedStore, type StoreOptions } from '../../main/store/openStore';

/** A new empty folder that is gone after the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kiosk-store-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Options for a store in a new folder, with new keys and a clock that stands at 10 o'clock. */
export function temporaryStoreOptions(change: Partial<StoreOptions> = {}): StoreOptions {
  return {
    folder: change.folder ?? temporaryFolder(),
    key: randomBytes(32),
    auditKey: randomBytes(32),
    mode: 'real',
    instant: () => '2026-11-23T10:00:00.000Z',
    ...change,
  };
}

/** Opens a store on a real file; closed after the test (closing it in the test does no harm). Call it inside a test. */
export async function openTemporaryStore(
  change: Partial<StoreOptions> = {},
): Promise<OpenedStore & { options: StoreOptions }> {
  const options = temporaryStoreOptions(change);
  const opened = await openStore(options);
  onTestFinished(() => opened.store.close());
  return { ...opened, options };
}
