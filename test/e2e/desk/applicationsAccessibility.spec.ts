import { expect, test, type Page } from '@playwright/test';
import {
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
import { violationsOf } from '../../support/axe';

/* Nothing that staff see of sign-up breaks WCAG 2.2 AA, as far as a program can tell. */

test.describe('for staff who see, hear or move differently', () => {
  test.describe.configure({ mode: 'serial' });
  let desk: SignUpDesk;
  let page: Page;
  let guests: Guests;

  const look = async (name: string, within?: string): Promise<void> => {
    await page.evaluate('Promise.all(document.getAnimations().map((one) => one.finished))');
    expect.soft(await violationsOf(page, within), name).toEqual([]);
  };

  test.beforeAll(async () => {
    test.setTimeout(240_000);
    desk = await openPagesDesk();
    page = await openApplications(desk);
    await lookAtNothing(page, look);
    guests = await sendEverybody(desk.kiosk.page);
  });
  test.afterAll(() => desk.close());

  test('the queue breaks nothing of WCAG 2.2 AA', () => lookAtQueue(page, guests, look));

  test('neither does any panel or dialog of an adult’s application', () => {
    test.setTimeout(120_000);
    return lookAtAdult(desk, page, guests, look);
  });

  test('neither do those that talk first, come back, are young, or want access stopped', () => {
    test.setTimeout(120_000);
    return lookAtOthers(desk, page, guests, look);
  });

  test('neither do a parent’s request and its reviews', () => {
    test.setTimeout(120_000);
    return lookAtParent(desk, page, guests, look);
  });

  test('neither do those that ended, and the figures', () => lookAtEnd(page, look));
});
