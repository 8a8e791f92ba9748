import { expect, test, type Locator, type Page } from '@playwright/test';
import { violationsOf } from '../../support/axe';
import { callDesk, fillDesk, guests, openQuietDesk } from '../../support/busyDesk';
import { manager, openDeskSituation, type DeskSituation } from '../../support/desk';
import { patient } from '../../support/situations';

/* Nothing that staff or a waiting room see breaks WCAG 2.2 AA, as far as a program can tell. */

/** Looks at `page` as it is now, once nothing moves any more. */
async function expectClean(page: Page, what: string, within?: string): Promise<void> {
  await page.evaluate(
    'Promise.all(document.getAnimations().filter((one) => one.effect?.getTiming().iterations !== Infinity).map((one) => one.finished))',
  );
  expect.soft(await violationsOf(page, within), what).toEqual([]);
}

/** A ticket stands in one line on a board that hangs upright, too: broken in two it is read as two. */
async function expectWhole(ticket: Locator): Promise<void> {
  const board = ticket.page();
  await board.setViewportSize({ width: 1080, height: 1920 });
  const lines = await ticket.evaluate((element) => {
    const range = document.createRange();
    range.selectNodeContents(element.querySelector('.fit__words') ?? element);
    return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
  });
  expect.soft(lines).toBe(1);
  await board.setViewportSize({ width: 1920, height: 1080 });
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole('tab', { name, exact: true });
const dialog = (page: Page) => page.getByRole('dialog');
// What stands around them was looked at with Arrivals.
const openDialog = 'dialog[open]';
const shownTab = '[role=tabpanel]:not([hidden])';

async function close(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toHaveCount(0);
}

test('the page of the first run breaks nothing of WCAG 2.2 AA', async () => {
  const desk = await openDeskSituation([], { more: [patient('10:10')] });
  try {
    const page = await desk.opened('/desk');
    await expect(page.getByLabel('One-time code')).toBeVisible();
    await expectClean(page, 'first run');
    await button(page, 'Make account and sign in').click();
    await expect(page.getByText('There is a problem')).toBeVisible();
    await expectClean(page, 'first run with problems');
  } finally {
    await desk.close();
  }
});

test.describe('for staff who see, hear or move differently', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: DeskSituation;
  let page: Page;
  let board: Page;
  test.beforeAll(async () => {
    desk = await openQuietDesk();
    page = await desk.signedIn();
    board = await desk.opened('/board', { width: 1920, height: 1080 });
  });
  test.afterAll(() => desk.browser.close());

  test('signing in breaks nothing of WCAG 2.2 AA, right or wrong', async () => {
    const other = await desk.opened('/desk');
    await expect(button(other, 'Sign in')).toBeVisible();
    await expectClean(other, 'sign-in');
    await other.getByLabel('Username', { exact: true }).fill(manager.username);
    await other.getByLabel('Passphrase', { exact: true }).fill('not this one at all');
    await button(other, 'Sign in').click();
    await expect(other.getByText('There is a problem')).toBeVisible();
    await expectClean(other, 'sign-in with a problem');
    await button(other, 'I have a one-time code').click();
    await expect(other.getByLabel('One-time code')).toBeVisible();
    await expectClean(other, 'one-time code');
    await other.context().close();
  });

  test('neither does Arrivals with nobody there, nor a board that is unpaired or shows nobody', async () => {
    await expect(page.getByText('Nobody has arrived yet.')).toBeVisible();
    await expectClean(page, 'empty');
    const code = (await board.locator('.plain__code').innerText()).trim();
    await expectClean(board, 'unpaired board');
    await callDesk(page, 'boards/pair', { code, name: 'Waiting room' });
    await expect(board.getByText('Nobody is being called at the moment')).toBeVisible();
    await expectClean(board, 'board without calls');
  });

  test('neither does Arrivals with everybody there, nor a board that calls', async () => {
    test.setTimeout(180_000);
    await fillDesk(desk, page);
    await expect(page.getByText('Help needed now at the kiosk')).toBeVisible();
    await expect(board.locator('.fullCall')).toBeVisible();
    await expectClean(board, 'board with a call');
    await expectWhole(board.locator('.fullCall__shown'));
    await expectClean(page, 'full');
    for (const guest of [guests.called, guests.moved, guests.needsFetching, guests.disputed]) {
      await page
        .getByRole('row')
        .filter({ hasText: guest.lastName })
        .filter({ hasText: guest.firstName })
        .first()
        .getByRole('rowheader')
        .click();
      await expect(page.getByRole('group', { name: /^What to do with/ })).toBeVisible();
      await expectClean(page, `the row of ${guest.lastName} open`, '.desk-arrivals__opened');
    }
    await page.getByRole('searchbox').fill('nobody of this name');
    await expect(button(page, 'Show everybody')).toBeVisible();
    await expectClean(page, 'nothing fits');
    await button(page, 'Show everybody').click();
    await expect(board.locator('.fullCall')).toHaveCount(0, { timeout: 60_000 });
    await expectClean(board, 'board with its list');
    await expectWhole(board.locator('.calls__shown').last());
  });

  test('neither does any dialog of Arrivals', async () => {
    await page.getByRole('row').filter({ hasText: guests.moved.lastName }).first().getByRole('rowheader').click();
    for (const name of [
      'Note',
      'Move',
      'Undo check-in',
      'Check in by hand',
      '? Keys',
      `${manager.displayName}: your account`,
    ]) {
      await button(page, name).click();
      await expect(dialog(page)).toBeVisible();
      await expectClean(page, name, openDialog);
      await close(page);
    }
    await button(page, 'Check in by hand').click();
    await dialog(page).getByRole('combobox').fill(guests.toCheckIn.lastName);
    await expect(dialog(page).getByRole('option').first()).toBeVisible();
    await expectClean(page, 'check in by hand with people found', openDialog);
    await close(page);
  });

  test('neither does any other tab, nor its dialogs', async () => {
    test.setTimeout(180_000);
    const dialogs: Record<string, readonly string[]> = {
      Staff: ['Add somebody'],
      Settings: ['Import'],
      Machine: ['Show the certificate to install', 'Make a new certificate authority', 'Restart', 'Close'],
    };
    for (const name of await page.getByRole('tab').allInnerTexts()) {
      await tab(page, name).click();
      await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
      if (name !== 'Arrivals') {
        await expect(page.getByRole('tabpanel', { name, exact: true }).getByRole('heading').first()).toBeVisible();
      }
      await expectClean(page, name, shownTab);
      for (const opens of dialogs[name] ?? []) {
        await button(page, opens).click();
        await expect(dialog(page)).toBeVisible();
        await expectClean(page, `${name}: ${opens}`, openDialog);
        await close(page);
      }
    }
  });

  test('neither does any group of Settings', async () => {
    test.setTimeout(120_000);
    await tab(page, 'Settings').click();
    const groups = page.locator('.desk-settings__side').getByRole('button');
    await expect(groups.first()).toBeVisible();
    for (let place = 0; place < (await groups.count()); place += 1) {
      await groups.nth(place).click();
      await expectClean(page, `settings ${await groups.nth(place).innerText()}`, shownTab);
    }
  });

  test('neither does the room page of a clinician', async () => {
    const { code } = await callDesk<{ code: string }>(page, 'staff/add', {
      username: 'anita.rao',
      displayName: 'Dr Anita Rao',
      roles: ['clinician'],
      clinician: 'Dr Anita Rao',
    });
    const room = await desk.opened('/desk');
    await button(room, 'I have a one-time code').click();
    await room.getByLabel('One-time code').fill(code);
    await room.getByLabel('Username', { exact: true }).fill('anita.rao');
    await room.getByLabel('New passphrase', { exact: true }).fill('silver harbour nineteen');
    await button(room, 'Set passphrase and sign in').click();
    await expect(room.getByRole('tab', { name: 'Room' })).toBeVisible();
    await expect(room.getByRole('button', { name: /^Call next/ })).toBeVisible();
    await expectClean(room, 'room');
    await room.context().close();
  });

  test('neither does the lock, nor a board and a desk that hear nothing any more', async () => {
    test.setTimeout(120_000);
    const other = await desk.signedIn();
    await button(other, 'Lock').click();
    await expect(other.getByText('This desk is locked')).toBeVisible();
    await expectClean(other, 'locked');
    await tab(page, 'Arrivals').click();
    await desk.kiosk.close();
    await expect(page.getByText(/^Connection lost since/)).toBeVisible({ timeout: 60_000 });
    await expectClean(page, 'desk that lost its connection');
    await expect(board.getByText(/^Not up to date since/)).toBeVisible({ timeout: 60_000 });
    await expectClean(board, 'board that lost its connection');
  });
});
