import { expect, test, type Page } from '@playwright/test';
import { callDesk, fillDesk, openQuietDesk } from '../../support/busyDesk';
import type { DeskSituation } from '../../support/desk';
import { boardSizes, takeAt } from './deskCamera';

/* The waiting room's board as a picture, near and far: out/screenshots. */

const take = (page: Page, name: string): Promise<void> => takeAt(page, `board-${name}`, boardSizes);

test.describe('the board', () => {
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

  test('unpaired', async () => {
    await expect(board.getByText('Type this code at a desk')).toBeVisible();
    await take(board, 'unpaired');
  });

  test('paired, with nobody called', async () => {
    const code = (await board.locator('.plain__code').innerText()).trim();
    await callDesk(page, 'boards/pair', { code, name: 'Waiting room' });
    await expect(board.getByText('Nobody is being called at the moment')).toBeVisible();
    await take(board, 'empty');
  });

  test('a call, and the list afterwards', async () => {
    test.setTimeout(120_000);
    await fillDesk(desk, page);
    await expect(board.locator('.fullCall')).toBeVisible();
    await take(board, 'call');
    await expect(board.locator('.fullCall')).toHaveCount(0, { timeout: 60_000 });
    await take(board, 'list');
  });

  test('when it hears nothing any more', async () => {
    test.setTimeout(120_000);
    await desk.kiosk.close();
    await expect(board.getByText(/^Not up to date since/)).toBeVisible({ timeout: 60_000 });
    await take(board, 'lost');
  });
});
