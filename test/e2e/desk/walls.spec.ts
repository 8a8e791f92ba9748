import { request } from 'node:https';
import { chromium, expect, test, type Page } from '@playwright/test';
import { authorityOf, openDesk, type DeskSituation } from '../../support/desk';
import { heading, headings } from '../../support/patient';
import { patient } from '../../support/situations';
import { launchTrusting } from '../../support/trustingBrowser';

/* Who cannot reach the desk, and what a browser refuses. */

interface Answer {
  status: number;
  body: string;
}

/** A call as a program makes it, with whatever headers it likes. */
function call(address: string, path: string, headers: Record<string, string>, body = '{"json":{}}'): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${address}${path}`, { method: 'POST', headers, rejectUnauthorized: false }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text += part));
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, body: text });
      });
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

test.describe('the desk', () => {
  test.describe.configure({ mode: 'serial' });
  const somebody = patient('10:10');
  let desk: DeskSituation;
  let json: Record<string, string>;
  test.beforeAll(async () => {
    desk = await openDesk([], { more: [somebody] });
    json = { 'content-type': 'application/json', origin: desk.address };
  });
  test.afterAll(() => desk.close());

  test('answers nobody who is not signed in', async () => {
    for (const path of ['arrivals/find', 'lists/state', 'settings/read', 'staff/list', 'audit/read', 'machine/read']) {
      const { status, body } = await call(desk.address, `/desk/rpc/${path}`, json);
      expect(status, path).toBe(401);
      expect(body, path).not.toContain(somebody.lastName);
    }
  });

  test('answers no page of another origin, and none that does not say where it comes from', async () => {
    const cookie = (await (await desk.signedIn()).context().cookies())
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
    const asked = (headers: Record<string, string>) => call(desk.address, '/desk/rpc/staff/list', headers);
    expect((await asked({ ...json, cookie })).status).toBe(200);
    expect((await asked({ ...json, cookie, origin: 'https://elsewhere.example' })).status).toBe(403);
    expect((await asked({ 'content-type': 'application/json', cookie })).status).toBe(403);
    expect((await asked({ ...json, cookie, 'content-type': 'text/plain' })).status).toBeGreaterThanOrEqual(400);
    expect((await asked({ ...json, cookie, host: 'elsewhere.example' })).status).toBe(403);
  });

  test('a session’s cookie cannot be read by a page, and leaves the machine over HTTPS alone', async () => {
    const page = await desk.signedIn();
    expect(await page.evaluate(() => document.cookie)).toBe('');
    const [cookie] = await page.context().cookies();
    expect(cookie).toMatchObject({ name: '__Host-desk', httpOnly: true, secure: true, sameSite: 'Strict', path: '/' });
  });

  test('a board’s page cannot call it, even with the secret of a signed-in desk', async () => {
    const page = await desk.signedIn();
    const [cookie] = await page.context().cookies();
    const asked = await call(desk.address, '/board/rpc/arrivals/find', {
      ...json,
      cookie: `__Host-desk=${cookie?.value ?? ''}`,
    });
    expect(asked.status).toBe(404);
    const asBoard = await call(desk.address, '/desk/rpc/staff/list', {
      ...json,
      cookie: `__Host-board=${cookie?.value ?? ''}`,
    });
    expect(asBoard.status).toBe(401);
  });

  test('is refused by a browser that does not trust its certificate, or trusts another kiosk’s', async () => {
    const isRoot = process.getuid?.() === 0;
    const stranger = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: isRoot ? ['--no-sandbox'] : [],
    });
    try {
      const page = await stranger.newPage();
      await expect(page.goto(`${desk.address}/desk`)).rejects.toThrow(/ERR_CERT_AUTHORITY_INVALID/);
    } finally {
      await stranger.close();
    }
    const other = await openDesk([], { more: [patient('10:20')] });
    const misled = await launchTrusting(await authorityOf(other.address));
    try {
      const page = await misled.newPage();
      await expect(page.goto(`${desk.address}/desk`)).rejects.toThrow(/ERR_CERT/);
    } finally {
      await misled.close();
      await other.close();
    }
  });

  test('writes nothing of anybody into the browser, and no name into an address', async () => {
    const page = await desk.signedIn();
    await page.getByRole('searchbox').fill(somebody.lastName);
    const kept = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(kept).not.toContain(somebody.lastName);
    expect(page.url()).not.toContain(somebody.lastName);
  });
});

test.describe('holding the practice’s mark', () => {
  let desk: DeskSituation;
  test.beforeAll(async () => {
    desk = await openDesk([], { more: [patient('10:10')] });
  });
  test.afterAll(() => desk.close());

  const hold = async (page: Page): Promise<void> => {
    const mark = page.locator('[data-logo]');
    await mark.hover();
    await page.mouse.down();
  };

  test('opens the desk in a window of its own that asks who it is, and drops whoever was at the kiosk', async () => {
    const { page, kiosk } = desk.kiosk;
    await page.getByRole('button', { name: 'Check in for an appointment', exact: true }).click();
    await page.getByLabel('Day', { exact: true }).fill('17');
    const opening = kiosk.app.waitForEvent('window');
    await hold(page);
    const window = await opening;
    await page.mouse.up();
    await expect(heading(page, headings.welcome)).toBeVisible();
    await expect(window.getByLabel('Passphrase', { exact: true })).toBeVisible();
    expect(window.url()).toMatch(/^reception-kiosk:\/\/desk\//);
    expect(await page.content()).not.toContain('Passphrase');
    await window.getByLabel('Username', { exact: true }).fill('ruth');
    await window.getByLabel('Passphrase', { exact: true }).fill('copper lantern seventeen');
    await window.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(window.getByRole('tab', { name: 'Arrivals', exact: true })).toBeVisible();
    await window.close();
  });

  test('for a shorter time opens nothing', async () => {
    const { page, kiosk } = desk.kiosk;
    const before = kiosk.app.windows().length;
    await hold(page);
    await page.mouse.up();
    // Long enough for a hold to have counted: the kiosk's own clock runs on.
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3_500)));
    expect(kiosk.app.windows()).toHaveLength(before);
  });
});
