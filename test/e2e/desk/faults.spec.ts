import { expect, test, type Page } from '@playwright/test';
import { claimOf } from '../../support/dayLists';
import { manager, openDesk, signIn, type DeskSituation } from '../../support/desk';
import { callsOf, cookieOf, openDeskStream } from '../../support/deskCalls';
import { checkIn, finish } from '../../support/patient';
import { patient } from '../../support/situations';
import { swiftCheckIn } from '../../support/swiftCheckIn';

/*
 * What goes wrong at a desk, and what somebody might try there, in a real browser and the real kiosk. Bodies that are no calls, half-sent
 * requests, certificates that end and clocks that jump are in test/unit/web and test/unit/services/desk, with clocks of their own.
 */

type Person = typeof manager;
const maria: Person = { username: 'maria', displayName: 'Maria Silva', passphrase: 'gravel otter waltzing' };

/** A session that a program has begun; the browser's own sign-ins are few each minute. */
async function beginSession(desk: DeskSituation, { username, passphrase }: Person, from?: string): Promise<string> {
  const { status, body, cookie } = await callsOf(desk.address, '', from)('session/signIn', { username, passphrase });
  expect(status, body).toBe(200);
  return cookie;
}

/** A page of somebody who is signed in already. */
async function openedBy(desk: DeskSituation, person: Person): Promise<Page> {
  const value = (await beginSession(desk, person)).split('=')[1] ?? '';
  const context = await desk.browser.newContext({ viewport: { width: 1280, height: 720 } });
  await context.addCookies([cookieWith(desk, value)]);
  const page = await desk.opened('/desk', { context });
  await expect(page.getByRole('tablist')).toBeVisible();
  return page;
}

function cookieWith(desk: DeskSituation, value: string) {
  return { name: '__Host-desk', value, url: desk.address, secure: true, httpOnly: true, sameSite: 'Strict' as const };
}

/** Adds an account, whose owner chooses a passphrase with its code. */
async function addPerson(desk: DeskSituation, person: Person, roles: readonly string[]): Promise<void> {
  const { username, displayName, passphrase } = person;
  const ask = callsOf(desk.address, await beginSession(desk, manager));
  const added = await ask('staff/add', { username, displayName, roles, clinician: null });
  expect(added.status, added.body).toBe(200);
  const { code } = (JSON.parse(added.body) as { json: { code: string } }).json;
  const typed = { code, username, displayName: null, passphrase };
  const used = await callsOf(desk.address)('session/useCode', typed);
  expect(used.status, used.body).toBe(200);
}

/** Streams of arrivals, three for each session: the first hundred are read. All have been sent the whole before this resolves. */
async function openStreams(desk: DeskSituation, count: number) {
  const cookies: string[] = [];
  for (let session = 0; session < count / 3; session += 1) {
    cookies.push(await beginSession(desk, maria, `127.0.1.${String(1 + Math.floor(session / 10))}`));
  }
  const streams = Array.from({ length: count }, (_, index) =>
    openDeskStream(desk.address, cookies[Math.floor(index / 3)] ?? '', index < 100),
  );
  await Promise.all(streams.slice(0, 100).map((stream) => stream.hears('"isWhole":true')));
  return streams;
}

const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const signInField = (page: Page) => page.getByLabel('Username', { exact: true });
const lockTitle = (page: Page) => page.getByRole('heading', { name: 'This desk is locked' });

async function fillSignIn(page: Page, username: string, passphrase: string): Promise<void> {
  await page.getByLabel('Username', { exact: true }).fill(username);
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

test.describe('at the desk', () => {
  test.describe.configure({ mode: 'serial' });
  const people = Array.from({ length: 30 }, (_, index) => patient(`10:${String(10 + (index % 20))}`));
  const personAt = (index: number) => {
    const person = people[index];
    if (person === undefined) throw new Error('Nobody is left');
    return person;
  };
  let desk: DeskSituation;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    desk = await openDesk([], { more: people, rules: { isNeedsQuestionAsked: false, ownQuestion: null } });
    await addPerson(desk, maria, ['receptionist']);
  });
  test.afterAll(() => desk.close());

  test('a session’s secret is good for nothing once it is signed out, and no secret is taken that a browser was given', async () => {
    const page = await openedBy(desk, maria);
    const cookie = await cookieOf(page.context());
    const replay = callsOf(desk.address, cookie);
    expect((await replay('arrivals/find', { text: 'a' })).status).toBe(200);
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await expect(signInField(page)).toBeVisible();
    for (const path of ['session/alive', 'session/lock', 'arrivals/find', 'worklist/take', 'staff/list']) {
      const { status, body } = await replay(path);
      expect(status, path).toBe(401);
      expect(body, path).toContain('SIGNED_OUT');
    }
    expect(await cookieOf(page.context())).toBe('');

    // Planted before signing in, by whoever could write a cookie.
    const planted = 'x'.repeat(43);
    const other = await desk.opened('/desk');
    await other.context().addCookies([cookieWith(desk, planted)]);
    await other.reload();
    await signIn(other, maria);
    expect(await cookieOf(other.context())).not.toContain(planted);
    expect((await callsOf(desk.address, `__Host-desk=${planted}`)('session/alive')).status).toBe(401);
    await other.context().close();
    await page.context().close();
  });

  test('a session that ends in the middle of work gives what was typed back to whoever signs in again, and to nobody else', async () => {
    const page = await openedBy(desk, maria);
    const search = page.getByRole('searchbox');
    await search.fill('half a na');
    // Without its secret the browser is as good as signed out; the page learns it from the machine.
    const cookie = await cookieOf(page.context());
    await callsOf(desk.address, cookie)('session/signOut');
    await expect(signInField(page)).toBeVisible();
    await expect(search).toBeHidden();
    await expect(page.getByRole('row')).toHaveCount(0);
    await fillSignIn(page, maria.username, maria.passphrase);
    await expect(search).toHaveValue('half a na');

    await callsOf(desk.address, await cookieOf(page.context()))('session/signOut');
    await expect(signInField(page)).toBeVisible();
    await fillSignIn(page, manager.username, manager.passphrase);
    await expect(tab(page, 'Staff')).toBeVisible();
    await expect(page.getByRole('searchbox')).toHaveValue('');
    await page.context().close();
  });

  test('a manager ends a session, and its page shows the sign-in at once', async () => {
    const page = await openedBy(desk, maria);
    const other = await openedBy(desk, manager);
    await tab(other, 'Staff').click();
    // The newest of hers stands last.
    const ends = other.getByRole('row').filter({ hasText: maria.displayName }).getByRole('button', { name: /^End/ });
    await ends.last().click();
    await expect(signInField(page)).toBeVisible({ timeout: 3_000 });
    await page.context().close();
    await other.context().close();
  });

  test('a role that is taken away takes its page along, while it is open', async () => {
    const page = await openedBy(desk, maria);
    await expect(tab(page, 'Arrivals')).toBeVisible();
    const other = await openedBy(desk, manager);
    const ask = callsOf(desk.address, await cookieOf(other.context()));
    const listed = JSON.parse((await ask('staff/list')).body) as {
      json: { staff: { staffId: string; username: string }[] };
    };
    const staffId = listed.json.staff.find(({ username }) => username === maria.username)?.staffId;
    const change = (roles: readonly string[]) =>
      ask('staff/change', { staffId, displayName: maria.displayName, clinician: null, isActive: true, roles });
    expect((await change(['verifier'])).status).toBe(200);
    await expect(tab(page, 'Arrivals')).toHaveCount(0, { timeout: 3_000 });
    expect((await callsOf(desk.address, await cookieOf(page.context()))('arrivals/find', { text: 'a' })).status).toBe(
      403,
    );
    expect((await change(['receptionist'])).status).toBe(200);
    await page.reload();
    await expect(tab(page, 'Arrivals')).toBeVisible();
    await page.context().close();
    await other.context().close();
  });

  test('a PIN can be tried three times; then only the passphrase opens the desk', async () => {
    const page = await openedBy(desk, maria);
    const ask = callsOf(desk.address, await cookieOf(page.context()));
    expect((await ask('session/setPin', { pin: '1234' })).body).toContain('WEAK_PIN');
    expect((await ask('session/setPin', { pin: '8351' })).status).toBe(200);
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    const pin = page.getByLabel('PIN', { exact: true });
    for (const guess of ['8350', '8352', '8353']) {
      await pin.fill(guess);
      await page.getByRole('button', { name: 'Unlock', exact: true }).click();
      await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Unlock', exact: true })).toBeEnabled();
    }
    await expect(pin).toHaveCount(0);
    expect((await ask('session/unlock', { pin: '8351' })).body).toContain('NOT_RECOGNISED');
    expect((await ask('arrivals/find', { text: 'a' })).status).toBe(423);
    await page.getByLabel('Passphrase', { exact: true }).fill(maria.passphrase);
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(tab(page, 'Arrivals')).toBeVisible();
    await page.context().close();
  });

  test('a desk that locks itself without a network stays locked when the network is back, whatever PIN is tried', async () => {
    const page = await openedBy(desk, maria);
    const context = page.context();
    expect((await callsOf(desk.address, await cookieOf(context))('session/setPin', { pin: '8351' })).status).toBe(200);
    await page.reload();
    await expect(tab(page, 'Arrivals')).toBeVisible();
    // The lock never arrives; everything else does.
    await page.route('**/session/lock', (route) => route.abort());
    await page.getByRole('button', { name: 'Lock', exact: true }).click();
    await expect(lockTitle(page)).toBeVisible();
    await page.getByLabel('PIN', { exact: true }).fill('8350');
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
    await expect(lockTitle(page)).toBeVisible();
    await expect(page.getByRole('searchbox')).toBeHidden();
    const isHeard = page.waitForResponse('**/session/lock');
    await page.unroute('**/session/lock');
    expect((await isHeard).status()).toBe(200);
    await page.getByLabel('PIN', { exact: true }).fill('8351');
    await page.getByRole('button', { name: 'Unlock', exact: true }).click();
    await expect(page.getByRole('searchbox')).toBeVisible();
    await context.close();
  });

  test('a network that is cut is said, and when it is back everything that happened meanwhile is there', async () => {
    test.setTimeout(120_000);
    const page = await openedBy(desk, maria);
    await checkIn(desk.kiosk.page, claimOf(personAt(0)));
    await expect(
      page
        .getByRole('row')
        .filter({ hasText: personAt(0).lastName })
        .first(),
    ).toBeVisible();
    await finish(desk.kiosk.page);
    await page.context().setOffline(true);
    // A stream that stands is not ended by that: the page finds out by itself.
    const banner = page.getByText(/^Connection lost since/);
    await expect(banner).toBeVisible({ timeout: 45_000 });
    for (const one of people.slice(1, 12)) {
      const { heading } = await swiftCheckIn(desk.kiosk.page, claimOf(one));
      expect(heading).toBe('You are checked in');
    }
    await finish(desk.kiosk.page);
    await page.context().setOffline(false);
    await expect(banner).toHaveCount(0, { timeout: 20_000 });
    for (const one of people.slice(1, 12)) {
      const row = page.getByRole('row').filter({ hasText: one.lastName }).filter({ hasText: one.firstName });
      await expect(row.first()).toBeVisible();
    }
    await page.context().close();
  });

  test('a patient checks in as fast as ever while a hundred desks hear of it, and ten that have stopped reading do not', async () => {
    test.setTimeout(120_000);
    const alone: number[] = [];
    for (const one of people.slice(12, 17))
      alone.push((await swiftCheckIn(desk.kiosk.page, claimOf(one))).milliseconds);
    const streams = await openStreams(desk, 110);
    const among: number[] = [];
    for (const one of people.slice(17, 22)) {
      const { heading, milliseconds } = await swiftCheckIn(desk.kiosk.page, claimOf(one));
      expect(heading).toBe('You are checked in');
      among.push(milliseconds);
    }
    await finish(desk.kiosk.page);
    const told = `alone ${alone.map(Math.round).join(' ')}; among a hundred desks ${among.map(Math.round).join(' ')}`;
    test.info().annotations.push({ type: 'last tap to ending, ms', description: told });
    const middle = (times: number[]): number => times.toSorted((one, other) => one - other)[2] ?? Infinity;
    // Both hold the fixed 50 ms; a desk may cost a patient no more than a blink.
    expect(middle(among)).toBeLessThan(middle(alone) + 100);
    await Promise.all(streams.slice(0, 100).map((stream) => stream.hears(personAt(21).dateOfBirth)));
    for (const stream of streams) stream.close();
  });
});

test('an account is shut for half a minute after five wrong passphrases, one that nobody has likewise, and nobody else is', async () => {
  test.setTimeout(120_000);
  // A kiosk of its own: the sign-ins that one address may try in a minute are all for this.
  const desk = await openDesk([], { more: [patient('10:10')] });
  await addPerson(desk, maria, ['receptionist']);
  const page = await desk.opened('/desk');
  for (const username of [maria.username, 'nobody.here']) {
    for (let guess = 1; guess <= 5; guess += 1) {
      const answered = page.waitForResponse('**/session/signIn');
      await fillSignIn(page, username, `a made-up guess ${String(guess)}`);
      expect((await answered).status()).toBe(422);
      await expect(page.getByRole('link', { name: 'Username or passphrase is not right' })).toBeVisible();
      await expect(page.getByRole('button', { name: 'Sign in', exact: true })).toBeEnabled();
    }
    await fillSignIn(page, username, maria.passphrase);
    await expect(page.getByRole('alert').getByText(/Too many tries. Wait \d+ seconds, then try again/)).toBeVisible();
    // What was typed is still there to be sent again.
    await expect(signInField(page)).toHaveValue(username);
  }
  await page.context().close();
  const other = await openedBy(desk, manager);
  await expect(tab(other, 'Staff')).toBeVisible();
  await desk.close();
});
