import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

/** How the built application is started: what `npm run app-path` prints. */
export interface AppPath {
  executable: string;
  args: string[];
  env: Record<string, string>;
}

let known: AppPath | undefined;

/** Asks the project's own command, once, so that tests start the program as any other tool would. */
export function appPath(): AppPath {
  known ??= JSON.parse(
    execFileSync(process.execPath, ['scripts/appPath.mjs'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }),
  ) as AppPath;
  return known;
}

/** The kiosk as a test drives it: a real Electron on a data folder of its own. */
export interface Kiosk {
  app: ElectronApplication;
  page: Page;
  dataFolder: string;
  /** Everything the program has said on standard error so far. */
  log(): string;
  close(): Promise<void>;
}

export interface KioskOptions {
  /** An existing folder; without it a fresh one is made and removed again by `close`. */
  dataFolder?: string;
  args?: string[];
  /** Started in place of the program: a script that ends in `exec` of it. */
  wrapper?: string;
}

/** A new folder below the system's temporary one. */
export function freshFolder(): string {
  return mkdtempSync(join(tmpdir(), 'kiosk-test-'));
}

/** Starts the kiosk and waits until its window has a page. */
export async function startKiosk({ dataFolder, args = [], wrapper }: KioskOptions = {}): Promise<Kiosk> {
  const folder = dataFolder ?? freshFolder();
  const { executable, args: first, env } = appPath();
  const app = await _electron.launch({
    executablePath: wrapper ?? executable,
    // Any port that is free, so that two tests never want the same.
    args: [...first, '--data-dir', folder, '--port', '0', ...args],
    env: { ...(process.env as Record<string, string>), ...env },
  });
  let text = '';
  app.process().stderr?.on('data', (part: Buffer) => {
    text += part.toString();
  });
  const page = await app.firstWindow();
  return {
    app,
    page,
    dataFolder: folder,
    log: () => text,
    async close() {
      await app.close();
      if (dataFolder === undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
