import { request } from 'node:https';
import { expect, type Browser, type BrowserContext, type Page } from '@playwright/test';
import type { CommandResult } from './commands';
import { openSituations, type SituationKiosk } from './situations';
import { launchTrusting } from './trustingBrowser';

/** Whom tests sign in as first: a manager who is also a receptionist. */
export const manager = { username: 'ruth', displayName: 'Ruth Okoye', passphrase: 'copper lantern seventeen' };

/** A running kiosk as far as its desk needs one. */
export interface ServedKiosk {
  control(...action: string[]): Promise<CommandResult>;
  close(): Promise<void>;
}

/** A kiosk whose desk is served on a port of its own, with a real browser that trusts it. */
export interface DeskSituation<Served extends ServedKiosk = SituationKiosk> {
  kiosk: Served;
  browser: Browser;
  /** `https://127.0.0.1:43210` */
  address: string;
  /** A desk of its own, signed in; closed with the browser. */
  signedIn(who?: typeof manager, options?: DeskPageOptions): Promise<Page>;
  /** Anything else of this browser, at `path`. */
  opened(path: string, options?: DeskPageOptions): Promise<Page>;
  close(): Promise<void>;
}

interface DeskPageOptions {
  width?: number;
  height?: number;
  context?: BrowserContext;
}

/** The kiosk of `openSituations` with its desk, and the first manager made by a one-time code. */
export async function openDeskSituation(
  ...opening: Parameters<typeof openSituations>
): Promise<DeskSituation & { code: string }> {
  return openDeskOf(await openSituations(...opening));
}

/** The desk of a kiosk that runs already. */
export async function openDeskOf<Served extends ServedKiosk>(
  kiosk: Served,
): Promise<DeskSituation<Served> & { code: string }> {
  const address = await addressOf(kiosk);
  const browser = await launchTrusting(await authorityOf(address));
  const { code } = await controlled<{ code: string }>(kiosk, 'manager-code');
  const opened = async (path: string, options: DeskPageOptions = {}): Promise<Page> => {
    const viewport = { width: options.width ?? 1280, height: options.height ?? 720 };
    const context = options.context ?? (await browser.newContext({ viewport }));
    await context.grantPermissions(['clipboard-write', 'clipboard-read'], { origin: address });
    const page = await context.newPage();
    await page.goto(`${address}${path}`);
    return page;
  };
  return {
    kiosk,
    browser,
    address,
    code,
    opened,
    async signedIn(who = manager, options = {}) {
      const page = await opened('/desk', options);
      await signIn(page, who);
      return page;
    },
    async close() {
      await browser.close();
      await kiosk.close();
    },
  };
}

/** The same with the first manager's account made. */
export async function openDesk(...opening: Parameters<typeof openSituations>): Promise<DeskSituation> {
  return withManager(await openDeskSituation(...opening));
}

/** Makes the first manager's account. */
export async function withManager<Desk extends Pick<DeskSituation, 'opened'> & { code: string }>(
  desk: Desk,
): Promise<Desk> {
  const page = await desk.opened('/desk');
  await useFirstCode(page, desk.code);
  await page.context().close();
  return desk;
}

export async function signIn(page: Page, { username, passphrase }: typeof manager): Promise<void> {
  await page.getByLabel('Username', { exact: true }).fill(username);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(page.getByRole('tablist')).toBeVisible();
}

/** What `control` answers as data. @throws Error where it refused. */
export async function controlled<Answer>(kiosk: ServedKiosk, ...action: string[]): Promise<Answer> {
  const { exitCode, stdout, stderr } = await kiosk.control(...action);
  if (exitCode !== 0) throw new Error(`control ${action.join(' ')}: ${stdout} ${stderr}`);
  return JSON.parse(stdout) as Answer;
}

async function addressOf(kiosk: ServedKiosk): Promise<string> {
  let address = '';
  await expect
    .poll(
      async () => {
        const { desk } = await controlled<{ desk: { state: string; port?: number } }>(kiosk, 'status');
        address = `https://127.0.0.1:${String(desk.port)}`;
        return desk.state;
      },
      { timeout: 30_000 },
    )
    .toBe('listening');
  return address;
}

/** The public certificate, as IT would fetch it; that it is the right one is what its fingerprint at the machine is for. */
export function authorityOf(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    request(`${address}/authority.crt`, { rejectUnauthorized: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => resolve(text));
    })
      .on('error', reject)
      .end();
  });
}

/** Makes the first manager's account with a one-time code; ends on the open desk. */
export async function useFirstCode(page: Page, code: string, who = manager): Promise<void> {
  await page.getByLabel('One-time code').fill(code);
  await page.getByLabel('Username', { exact: true }).fill(who.username);
  await page.getByLabel('Your name', { exact: true }).fill(who.displayName);
  await page.getByLabel('New passphrase', { exact: true }).fill(who.passphrase);
  await page.getByRole('button', { name: 'Make account and sign in', exact: true }).click();
  await expect(page.getByRole('tablist')).toBeVisible();
}
