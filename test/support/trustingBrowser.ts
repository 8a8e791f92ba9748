import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium } from '@playwright/test';

/** Debian's Chromium, as set-up installs it: Playwright's own cannot be fetched where only packages can. */
const chromiumPath = '/usr/bin/chromium';

/**
 * A real browser whose user trusts `authorityPem` and no other authority of ours: whatever certificate does not lead there is refused, as at
 * reception. It keeps what it trusts in a home of its own, which goes when it closes.
 * @param args more for Chromium, such as `--host-resolver-rules=MAP kiosk-1 127.0.0.1`.
 */
export async function launchTrusting(authorityPem: string, args: readonly string[] = []): Promise<Browser> {
  if (!existsSync(chromiumPath)) throw new Error('Chromium is not installed: apt-get install chromium libnss3-tools');
  const home = mkdtempSync(join(tmpdir(), 'kiosk-browser-'));
  trust(home, authorityPem);
  const isRoot = process.getuid?.() === 0;
  const browser = await chromium.launch({
    executablePath: chromiumPath,
    env: { ...(process.env as Record<string, string>), HOME: home, XDG_CONFIG_HOME: join(home, '.config') },
    args: [...(isRoot ? ['--no-sandbox'] : []), ...args],
  });
  browser.on('disconnected', () => {
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  });
  return browser;
}

/** Chromium on Linux asks the user's NSS database: `C` is an authority for servers. */
function trust(home: string, authorityPem: string): void {
  const database = join(home, '.pki', 'nssdb');
  const file = join(home, 'authority.crt');
  mkdirSync(database, { recursive: true });
  writeFileSync(file, authorityPem);
  const certutil = (...args: string[]): void => {
    execFileSync('certutil', ['-d', `sql:${database}`, ...args], { stdio: 'pipe' });
  };
  certutil('-N', '--empty-password');
  certutil('-A', '-n', 'Reception Kiosk', '-t', 'C,,', '-i', file);
}
