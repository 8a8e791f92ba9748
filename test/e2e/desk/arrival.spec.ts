import { expect, test, type Page } from '@playwright/test';
import { claimOf } from '../../support/dayLists';
import { manager, openDesk, openDeskSituation, signIn, useFirstCode, type DeskSituation } from '../../support/desk';
import { checkIn, finish, heading, press } from '../../support/patient';
import { patient } from '../../support/situations';

/* One kiosk in the real Electron, desks and boards in a real browser that trusts its certificate. */

test('the first manager is made by a one-time code, once, and signs in with the passphrase from then on', async () => {
  const desk = await openDeskSituation([], { more: [patient('10:10')] });
  try {
    const page = await desk.opened('/desk');
    await useFirstCode(page, desk.code);
    await expect(page.getByRole('tab', { name: 'Arrivals', exact: true })).toBeVisible();
    const other = await desk.opened('/desk', { context: await desk.browser.newContext() });
    await signIn(other, manager);
    await expect(other.getByRole('tab', { name: 'Arrivals', exact: true })).toBeVisible();
  } finally {
    await desk.close();
  }
});

test.describe('an arrival on the kiosk', () => {
  test.describe.configure({ mode: 'serial' });
  const clinician = 'Dr James Field';
  const called = patient('10:10', { clinician: { title: 'Dr', firstName: 'James', lastName: 'Field' } });
  const quick = patient('10:20');
  let desk: DeskSituation;
  let reception: Page;
  let second: Page;
  let board: Page;

  test.beforeAll(async () => {
    desk = await openDesk([], {
      more: [called, quick],
      rules: {
        calling: 'here',
        isNeedsQuestionAsked: false,
        ownQuestion: null,
        places: { [clinician]: { waitingArea: null, room: 'Room 4' } } as never,
        roomDirections: { 'Room 4': 'Through the blue door' } as never,
      },
    });
    reception = await desk.signedIn();
    second = await desk.signedIn();
    board = await desk.opened('/board');
  });
  test.afterAll(() => desk.close());

  test('is on every desk without anybody touching it', async () => {
    await checkIn(desk.kiosk.page, claimOf(called));
    for (const page of [reception, second]) {
      await expect(page.getByRole('row').filter({ hasText: called.lastName })).toBeVisible();
    }
    await finish(desk.kiosk.page);
  });

  test('an unpaired board shows its code and nothing else, and is paired by it', async () => {
    const code = (await board.locator('body').innerText()).match(/\b[A-Z0-9]{3}[ -]?[A-Z0-9]{3}\b/)?.[0];
    expect(code).toBeDefined();
    expect(await board.content()).not.toContain(called.lastName);
    await reception.getByRole('tab', { name: 'Machine', exact: true }).click();
    await reception.getByLabel('Code on the board').fill(code ?? '');
    await reception.getByLabel('Where it hangs').fill('Waiting room');
    await press(reception, 'Pair the board');
    await expect(board.getByText('Nobody is being called at the moment')).toBeVisible();
    await expect(reception.getByRole('cell', { name: 'Connected', exact: true })).toBeVisible();
    await reception.getByRole('tab', { name: 'Arrivals', exact: true }).click();
  });

  test('called by one desk it is on the board by its ticket alone, and the other desk sees it', async () => {
    const row = reception.getByRole('row').filter({ hasText: called.lastName });
    const ticket = (await row.innerText()).match(/\b[A-Z][A-Z0-9]{2}\b/)?.[0] ?? '';
    await row.getByRole('button', { name: /^Call/ }).click();
    await expect(board.getByText(ticket).first()).toBeVisible();
    await expect(board.getByText('Room 4').first()).toBeVisible();
    await expect(board.getByText('Through the blue door').first()).toBeVisible();
    expect(await board.content()).not.toContain(called.lastName);
    expect(await board.content()).not.toContain(called.firstName);
    await expect(second.getByRole('row').filter({ hasText: called.lastName })).toContainText('Called');
  });

  test('marked in the clinical system at one desk it leaves the worklist of the other', async () => {
    const work = second.getByRole('region', { name: /To mark in the clinical system/ });
    await expect(work.getByText(called.lastName)).toBeVisible();
    const own = reception.getByRole('region', { name: /To mark in the clinical system/ });
    await own.getByRole('button', { name: /^Copy/ }).first().click();
    // Pages may write to the clipboard, never read it: it is read as staff do, by pasting.
    const search = reception.getByRole('searchbox');
    await search.focus();
    await reception.keyboard.press('Control+V');
    await expect(search).toHaveValue(called.nhsNumber.replace(/ /g, ''));
    await search.fill('');
    await own
      .getByRole('button', { name: /Marked/ })
      .first()
      .click();
    await expect(work.getByText(called.lastName)).toHaveCount(0);
  });

  test('a call for help sounds until a desk acknowledges it, and the kiosk then says that staff have been told', async () => {
    const { page } = desk.kiosk;
    await press(page, 'I need help now');
    await expect(heading(page, 'Call out to staff')).toBeVisible();
    const alerts = reception.getByRole('region', { name: /^Alerts/ });
    await expect(alerts.getByText('Help needed now at the kiosk')).toBeVisible();
    await alerts
      .getByRole('button', { name: /^(Seen|Acknowledge)/ })
      .first()
      .click();
    await expect(heading(page, 'Staff have been told')).toBeVisible();
    await expect(second.getByText('Help needed now at the kiosk')).toHaveCount(0);
    await finish(page);
  });

  test('a board that is taken away shows a code again, and nothing that was called', async () => {
    await reception.getByRole('tab', { name: 'Machine', exact: true }).click();
    await reception.getByRole('button', { name: /^Take away/ }).click();
    await expect(board.getByText('Type this code at a desk')).toBeVisible();
    await expect(board.getByText('Room 4')).toHaveCount(0);
  });
});
