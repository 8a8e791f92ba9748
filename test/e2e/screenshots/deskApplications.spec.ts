import { test, type Page } from '@playwright/test';
import {
  goToTab,
  lookAtAdult,
  lookAtEnd,
  lookAtNothing,
  lookAtOthers,
  lookAtParent,
  lookAtQueue,
  openApplications,
  openPagesDesk,
  sendEverybody,
  type Guests,
} from '../../support/applicationPages';
import type { SignUpDesk } from '../../support/applications';
import { deskSizes, takeAt } from './deskCamera';

/* The desk's pages of sign-up as pictures, for people to look at: out/screenshots. */

test.describe('sign-up at the desk', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SignUpDesk;
  let page: Page;
  let guests: Guests;
  const look = (name: string): Promise<void> => takeAt(page, `desk-applications-${name}`, deskSizes);

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    desk = await openPagesDesk();
    page = await openApplications(desk);
    await lookAtNothing(page, look);
    guests = await sendEverybody(desk.kiosk.page);
  });
  test.afterAll(() => desk.close());

  test('the queue', () => lookAtQueue(page, guests, look));

  test('with every tab a manager has', async () => {
    const other = await desk.signedIn();
    await goToTab(other, 'Applications');
    await takeAt(other, 'desk-applications-manager', deskSizes);
    await other.context().close();
  });

  test('the application of an adult, to its end', () => {
    test.setTimeout(120_000);
    return lookAtAdult(desk, page, guests, look);
  });

  test('those that talk first, come back, are young, or want access stopped', () => {
    test.setTimeout(120_000);
    return lookAtOthers(desk, page, guests, look);
  });

  test('a parent’s request, and its reviews', () => {
    test.setTimeout(120_000);
    return lookAtParent(desk, page, guests, look);
  });

  test('those that ended, and the figures', () => lookAtEnd(page, look));
});
