import { expect, test, type Locator, type Page } from '@playwright/test';
import { callDesk, checkInByHand } from '../../support/busyDesk';
import { manager, openDesk, type DeskSituation } from '../../support/desk';
import { finish, press } from '../../support/patient';
import { patient } from '../../support/situations';

/* Everything a receptionist does all day, with the keyboard alone: this file never touches the mouse of a desk. */

/** So many times is Tab pressed at most to reach something. */
const mostTabs = 60;

test.describe('with the keyboard alone', () => {
  test.describe.configure({ mode: 'serial' });
  const names = ['call', 'quiet', 'fetch', 'seen', 'left', 'mark', 'opened', 'byHand', 'last'] as const;
  type Name = (typeof names)[number];
  const people = Object.fromEntries(
    names.map((what, place) => [what, patient(`10:${String(10 + place)}`, { lastName: `Quibble${what}` })]),
  );
  const lastName = (what: Name): string => `Quibble${what}`;
  let desk: DeskSituation;
  let page: Page;

  const row = (what: Name): Locator => page.getByRole('row').filter({ hasText: lastName(what) });
  const tab = (name: string): Locator => page.getByRole('tab', { name, exact: true });
  const key = (name: string): Promise<void> => page.keyboard.press(name);
  const isFocused = (locator: Locator): Promise<boolean> =>
    locator.evaluate((element) => element === document.activeElement);

  /** Tab, until `target` has the focus. */
  async function tabTo(target: Locator): Promise<void> {
    for (let pressed = 0; pressed < mostTabs; pressed += 1) {
      if (await isFocused(target)) return;
      await key('Tab');
    }
    throw new Error(`${String(mostTabs)} times Tab do not reach ${String(target)}`);
  }
  /** By the search and one arrow to the row of `what`; the search is emptied again. */
  async function goToRow(what: Name): Promise<void> {
    await goToSearch();
    await page.keyboard.type(lastName(what));
    await expect(page.getByRole('grid').getByRole('row')).toHaveCount(2);
    await key('ArrowDown');
    await expect(row(what)).toBeFocused();
  }
  async function goToSearch(): Promise<void> {
    const search = page.getByRole('searchbox');
    if (!(await isFocused(search))) await key('/');
    await expect(search).toBeFocused();
  }
  async function forgetSearch(): Promise<void> {
    await goToSearch();
    await key('Escape');
    await expect(page.getByRole('searchbox')).toHaveValue('');
  }
  /** The focus is somewhere on the page, not thrown to its top. */
  const expectKept = (): Promise<void> =>
    expect.poll(() => page.evaluate(() => document.activeElement?.tagName ?? 'BODY')).not.toBe('BODY');

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    desk = await openDesk([], {
      more: Object.values(people),
      rules: { calling: 'here', ownQuestion: null },
    });
    page = await desk.opened('/desk');
  });
  test.afterAll(() => desk.close());

  test('one signs in, and walks through the tabs with the arrows', async () => {
    await tabTo(page.getByLabel('Username', { exact: true }));
    await page.keyboard.type(manager.username);
    await tabTo(page.getByLabel('Passphrase', { exact: true }));
    await page.keyboard.type(manager.passphrase);
    await key('Enter');
    await expect(page.getByRole('tablist')).toBeVisible();
    for (const [what, one] of Object.entries(people)) if (what !== 'byHand') await checkInByHand(page, one);
    await tabTo(tab('Arrivals'));
    const tabs = await page.getByRole('tab').allInnerTexts();
    for (const name of [...tabs.slice(1), tabs[0] ?? '']) {
      await key('ArrowRight');
      await expect(tab(name)).toBeFocused();
      await expect(tab(name)).toHaveAttribute('aria-selected', 'true');
      await expect(page.getByRole('tabpanel', { name, exact: true })).toBeVisible();
    }
    await key('End');
    await expect(tab(tabs.at(-1) ?? '')).toBeFocused();
    await key('Home');
    await expect(tab('Arrivals')).toBeFocused();
  });

  test('one chooses a filter, and a clinician', async () => {
    const filter = page.getByRole('group', { name: 'Show' }).getByRole('button', { name: /^Done/ });
    await tabTo(filter);
    await key('Enter');
    await expect(filter).toHaveAttribute('aria-pressed', 'true');
    await expect(page.getByText('Nobody who is here fits this search and filter.')).toBeVisible();
    await tabTo(page.getByRole('button', { name: 'Show everybody', exact: true }));
    await key('Enter');
    await expect(row('call')).toBeVisible();
    await expectKept();
    const clinician = page.getByRole('combobox', { name: 'Clinician', exact: true });
    await tabTo(clinician);
    await page.keyboard.type('Nurse');
    await expect(clinician).toHaveValue(/^Nurse/);
    await key('Home');
    await expect(clinician).toHaveValue('');
  });

  const letters: readonly [string, Name, string, string | RegExp][] = [
    ['calls', 'call', 'c', 'Called'],
    ['calls again', 'call', 'a', '2 times'],
    ['says that they did not answer', 'call', 'n', 'Did not answer'],
    ['calls quietly', 'quiet', 'q', 'Called quietly'],
    ['says that they came in', 'quiet', 'i', /Seen/],
    ['fetches in person', 'fetch', 'f', 'Being fetched'],
    ['says that they were seen', 'seen', 's', /Seen/],
    ['says that they left', 'left', 'l', /Left/],
  ];
  for (const [action, what, letter, shows] of letters) {
    test(`a letter ${action}, and the row keeps the focus`, async () => {
      await goToRow(what);
      await key(letter);
      await expect(row(what)).toContainText(shows);
      await expect(row(what)).toBeFocused();
      await forgetSearch();
    });
  }

  test('a letter marks in the clinical system', async () => {
    const work = page.getByRole('region', { name: /^To mark in the clinical system/ });
    await goToRow('mark');
    await expect(work.getByText(lastName('mark'))).toBeVisible();
    await key('m');
    await expect(work.getByText(lastName('mark'))).toHaveCount(0);
    await expect(row('mark')).toBeFocused();
    await forgetSearch();
  });

  test('Enter opens a row and presses its buttons; when one is gone, the focus is on the row', async () => {
    await goToRow('opened');
    await key('Enter');
    const bar = page.getByRole('group', { name: /^What to do with/ });
    await expect(bar.getByRole('button', { name: 'Call', exact: true })).toBeFocused();
    await key('Enter');
    await expect(row('opened')).toContainText('Called');
    await expect(row('opened')).toBeFocused();
    await key('Enter');
    await expect(bar.getByRole('button', { name: 'Came in', exact: true })).toBeFocused();
    await tabTo(bar.getByRole('button', { name: 'Cancel call', exact: true }));
    await key('Enter');
    await expect(row('opened')).toContainText('Waiting');
    await expect(row('opened')).toBeFocused();
    await key('Escape');
    await expect(bar).toHaveCount(0);
    await expect(row('opened')).toBeFocused();
    await forgetSearch();
  });

  test('Enter that is held down calls nobody', async () => {
    await goToRow('last');
    await page.keyboard.down('Enter');
    const bar = page.getByRole('group', { name: /^What to do with/ });
    await expect(bar.getByRole('button', { name: 'Call', exact: true })).toBeFocused();
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await key('Escape');
    await expect(row('last')).toContainText('Waiting');
    await forgetSearch();
  });

  test('a row that its filter does not show any more leaves the focus to the row that stands there now', async () => {
    const filter = page.getByRole('group', { name: 'Show' }).getByRole('button', { name: /^Waiting/ });
    await tabTo(filter);
    await key('Enter');
    const rows = page.getByRole('grid').getByRole('row');
    const before = await rows.count();
    await tabTo(row('last'));
    while (!(await isFocused(rows.nth(1)))) await key('ArrowUp');
    const next = await rows.nth(2).innerText();
    await key('s');
    await expect(rows).toHaveCount(before - 1);
    await expect(rows.nth(1)).toBeFocused();
    expect(await rows.nth(1).innerText()).toBe(next);
    await tabTo(page.getByRole('group', { name: 'Show' }).getByRole('button', { name: /^All/ }));
    await key('Enter');
  });

  test('dialogs open, hold the focus and give it back to the row', async () => {
    await goToRow('opened');
    for (const name of ['Note', 'Move', 'Undo check-in']) {
      await key('Enter');
      const button = page.getByRole('group', { name: /^What to do with/ }).getByRole('button', { name, exact: true });
      await tabTo(button);
      await key('Enter');
      const dialog = page.getByRole('dialog');
      await expect(dialog).toBeVisible();
      for (let pressed = 0; pressed < 12; pressed += 1) {
        await key('Tab');
        // The browser's own bars may have a turn; the page behind never.
        expect(
          await page.evaluate(
            () => document.activeElement?.closest('dialog') !== null || document.activeElement === document.body,
          ),
        ).toBe(true);
      }
      await key('Escape');
      await expect(dialog).toHaveCount(0);
      await expect(button).toBeFocused();
      await key('Escape');
      await expect(row('opened')).toBeFocused();
    }
    await forgetSearch();
  });

  test('a note is written', async () => {
    await goToRow('opened');
    await key('Enter');
    await tabTo(page.getByRole('button', { name: 'Note', exact: true }));
    await key('Enter');
    await page.keyboard.type('Waits outside');
    await key('Enter');
    await expect(row('opened')).toContainText('Waits outside');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectKept();
    await key('Escape');
    await forgetSearch();
  });

  test('one checks in by hand', async () => {
    await goToRow('last');
    await key('+');
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await page.keyboard.type(lastName('byHand'));
    await expect(page.getByRole('dialog').getByRole('option')).toHaveCount(1);
    await key('Enter');
    await expect(page.getByText(/is checked in\.$/)).toBeVisible();
    await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
    await key('Escape');
    await expectKept();
    await expect(row('byHand')).toBeVisible();
  });

  test('an alert that comes takes neither the focus nor what is typed, and is acknowledged from where one is', async () => {
    await forgetSearch();
    await page.keyboard.type('Quibb');
    await press(desk.kiosk.page, 'I need help now');
    const alerts = page.getByRole('region', { name: /^Alerts/ });
    await expect(alerts.getByText('Help needed now at the kiosk')).toBeVisible();
    await page.keyboard.type('le');
    await expect(page.getByRole('searchbox')).toBeFocused();
    await expect(page.getByRole('searchbox')).toHaveValue('Quibble');
    await finish(desk.kiosk.page);
    await key('ArrowDown');
    await key('!');
    await expect(alerts.getByRole('button', { name: /^Acknowledge/ }).first()).toBeFocused();
    await key('Enter');
    await expect(alerts.getByText('Help needed now at the kiosk')).toHaveCount(0);
    await expect(alerts).toBeFocused();
  });

  test('the worklist is worked through', async () => {
    const work = page.getByRole('region', { name: /^To mark in the clinical system/ });
    const items = work.getByRole('listitem');
    const before = await items.count();
    await tabTo(items.nth(0).getByRole('button', { name: /^Copy/ }));
    await key('Enter');
    await expect(items.nth(0).getByRole('button', { name: /^Copy/ })).toContainText('Copied');
    await key('Tab');
    await key('Enter');
    await expect(items).toHaveCount(before - 1);
    await expect(items.nth(0)).toBeFocused();
    await key('Tab');
    await expect(items.nth(0).getByRole('button', { name: /^Copy/ })).toBeFocused();
  });

  test('the help says the keys and switches them off', async () => {
    await key('?');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(page.getByRole('checkbox')).toBeFocused();
    await key('Space');
    await key('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expectKept();
    await key('+');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('what was typed in Settings is there again after a look at another tab', async () => {
    await tabTo(tab('Arrivals'));
    while (!(await isFocused(tab('Settings')))) await key('ArrowRight');
    const search = page.getByRole('searchbox', { name: 'Search settings' });
    await expect(search).toBeVisible();
    await tabTo(search);
    await page.keyboard.type('board');
    while (!(await isFocused(tab('Settings')))) await key('Shift+Tab');
    await key('Home');
    await expect(row('last')).toBeVisible();
    while (!(await isFocused(tab('Settings')))) await key('ArrowRight');
    await expect(search).toHaveValue('board');
    await key('Home');
    await expect(tab('Arrivals')).toBeFocused();
  });

  test('one locks the desk, and unlocks it where one was', async () => {
    await callDesk(page, 'session/lock', {});
    await expect(page.getByText('This desk is locked')).toBeVisible();
    await expect(page.getByLabel('Passphrase', { exact: true })).toBeFocused();
    await page.keyboard.type(manager.passphrase);
    await key('Enter');
    await expect(row('last')).toBeVisible();
    await expect(page.getByRole('searchbox')).toHaveValue('Quibble');
  });
});
