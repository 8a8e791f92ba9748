import { expect, test, type Locator, type Page } from '@playwright/test';
import { fillDesk, guests, openQuietDesk } from '../../support/busyDesk';
import { manager, openDeskSituation, type DeskSituation } from '../../support/desk';
import { patient } from '../../support/situations';
import { deskSizes, takeAt } from './deskCamera';

/* Every page of the desk as a picture, for people to look at: out/screenshots. */

const take = (page: Page, name: string): Promise<void> => takeAt(page, `desk-${name}`, deskSizes);
const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true });
const button = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('button', { name, ...(typeof name === 'string' ? { exact: true } : {}) });

test('before anybody has an account', async () => {
  const desk = await openDeskSituation([], { more: [patient('10:10')] });
  try {
    const page = await desk.opened('/desk');
    await expect(page.getByLabel('One-time code')).toBeVisible();
    await take(page, 'first-run');
    await button(page, 'Make account and sign in').click();
    await expect(page.getByText('There is a problem')).toBeVisible();
    await take(page, 'first-run-problems');
  } finally {
    await desk.close();
  }
});

test.describe('the desk', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: DeskSituation;
  let page: Page;
  test.beforeAll(async () => {
    test.setTimeout(180_000);
    desk = await openQuietDesk();
    page = await desk.signedIn();
  });
  test.afterAll(() => desk.close());

  test('signing in', async () => {
    const other = await desk.opened('/desk');
    await expect(button(other, 'Sign in')).toBeVisible();
    await take(other, 'sign-in');
    await other.getByLabel('Username', { exact: true }).fill('ruth');
    await other.getByLabel('Passphrase', { exact: true }).fill('not this one');
    await button(other, 'Sign in').click();
    await expect(other.getByText('There is a problem')).toBeVisible();
    await take(other, 'sign-in-problem');
    await button(other, 'I have a one-time code').click();
    await take(other, 'sign-in-code');
    await other.context().close();
  });

  test('Arrivals, with nobody there', async () => {
    await expect(page.getByText('Nobody has arrived yet.')).toBeVisible();
    await take(page, 'arrivals-empty');
  });

  test('Arrivals, with everybody there', async () => {
    test.setTimeout(180_000);
    await desk.kiosk.control('walk-in', 'Flu vaccinations', '23:59');
    await fillDesk(desk, page);
    await expect(page.getByText('Help needed now at the kiosk')).toBeVisible();
    await take(page, 'arrivals');
    for (const filter of ['Waiting', 'Called', 'Here, not checked in', 'Done']) {
      await page
        .getByRole('group', { name: 'Show' })
        .getByRole('button', { name: new RegExp(`^${filter}`) })
        .click();
      await take(page, `arrivals-filter-${filter.toLowerCase().replaceAll(/[^a-z]+/g, '-')}`);
    }
    await page.getByRole('group', { name: 'Show' }).getByRole('button', { name: /^All/ }).click();
    await page.getByRole('searchbox').fill('nobody of this name');
    await take(page, 'arrivals-nothing-fits');
    await page.getByRole('searchbox').fill('');
  });

  test('Arrivals, with a row open', async () => {
    for (const [name, { lastName, firstName }] of Object.entries({
      called: guests.called,
      noted: guests.noted,
      moved: guests.moved,
      disputed: guests.disputed,
      fetch: guests.needsFetching,
    })) {
      const row = page.getByRole('row').filter({ hasText: lastName }).filter({ hasText: firstName });
      await row.first().getByRole('rowheader').click();
      await take(page, `arrivals-open-${name}`);
    }
  });

  test('Arrivals, with each dialog', async () => {
    const row = page.getByRole('row').filter({ hasText: guests.moved.lastName }).first();
    await row.getByRole('rowheader').click();
    for (const name of ['Note', 'Move', 'Undo check-in']) {
      await button(page, name).click();
      await take(page, `arrivals-dialog-${name.toLowerCase().replaceAll(' ', '-')}`);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('?');
    await take(page, 'arrivals-dialog-keys');
    await page.keyboard.press('Escape');
    await button(page, 'Check in by hand').click();
    await take(page, 'arrivals-dialog-check-in');
    await page.getByRole('combobox', { name: 'Name, date of birth or time' }).fill('cholm');
    await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible();
    await take(page, 'arrivals-dialog-check-in-found');
    await page.keyboard.press('Escape');
    await button(page, `${manager.displayName}: your account`).click();
    await take(page, 'own-account');
    await page.keyboard.press('Escape');
  });

  test('every other tab', async () => {
    for (const name of ['Lists', 'Today', 'Staff', 'Audit', 'Settings', 'Machine']) {
      if ((await tab(page, name).count()) === 0) continue;
      await tab(page, name).click();
      await expect(page.getByRole('tabpanel', { name, exact: true }).getByRole('heading').first()).toBeVisible();
      await take(page, name.toLowerCase());
      const panel = page.getByRole('tabpanel', { name, exact: true });
      await panel.evaluate((element) => element.scrollTo(0, element.scrollHeight));
      await take(page, `${name.toLowerCase()}-end`);
    }
  });

  test('Staff, with its dialogs', async () => {
    await tab(page, 'Staff').click();
    await button(page, 'Add somebody').click();
    await page.getByRole('checkbox', { name: 'Clinician' }).check();
    await take(page, 'staff-add');
    await page.getByLabel('Username', { exact: true }).fill('anita.rao');
    await page.getByLabel('Name', { exact: true }).fill('Dr Anita Rao');
    await page.getByLabel('Room page').selectOption('Dr Anita Rao');
    await page.getByRole('checkbox', { name: 'Receptionist' }).uncheck();
    await button(page, 'Add and show code').click();
    await expect(page.getByText('It is shown only now')).toBeVisible();
    await take(page, 'staff-code');
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{2}/.exec(await page.getByRole('dialog').innerText())?.[0] ?? '';
    const room = await desk.opened('/desk');
    await button(room, 'I have a one-time code').click();
    await room.getByLabel('One-time code').fill(code);
    await room.getByLabel('Username', { exact: true }).fill('anita.rao');
    await room.getByLabel('New passphrase', { exact: true }).fill('silver harbour nineteen');
    await button(room, 'Set passphrase and sign in').click();
    await expect(button(room, /^Call next/)).toBeVisible();
    await take(room, 'room');
    await room.context().close();
    await button(page, 'I have handed it over').click();
    await take(page, 'staff-two');
  });

  test('each group of Settings', async () => {
    await tab(page, 'Settings').click();
    const side = page.locator('.desk-settings__side');
    const groups = side.getByRole('button');
    await expect(groups.first()).toBeVisible();
    for (let place = 0; place < (await groups.count()); place += 1) {
      await groups.nth(place).click();
      await page.getByRole('tabpanel', { name: 'Settings' }).evaluate((element) => element.scrollTo(0, 0));
      await take(page, `settings-${String(place + 1)}`);
    }
  });

  test('locked', async () => {
    await button(page, 'Lock').click();
    await expect(page.getByText('This desk is locked')).toBeVisible();
    await take(page, 'locked');
  });
});
