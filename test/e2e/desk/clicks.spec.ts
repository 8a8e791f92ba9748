import { expect, test, type Locator, type Page } from '@playwright/test';
import { callDesk, checkInByHand, versionOf } from '../../support/busyDesk';
import { claimOf } from '../../support/dayLists';
import { openDesk, type DeskSituation } from '../../support/desk';
import { checkIn, finish, press } from '../../support/patient';
import { patient } from '../../support/situations';

/* The ten commonest actions of a receptionist take two clicks at most, from the page as it stands. The page itself counts them. */

const mostClicks = 2;

test.describe('from Arrivals as it stands', () => {
  test.describe.configure({ mode: 'serial' });
  const people = Object.fromEntries(
    ['call', 'again', 'quiet', 'fetch', 'noAnswer', 'cameIn', 'seen', 'left', 'byHand', 'mark', 'signs'].map(
      (what, place) => [what, patient(`10:${String(10 + place)}`, { lastName: `Quibble${what}` })],
    ),
  );
  const who = (what: string) => people[what] ?? patient('10:10');
  const counted: [string, number][] = [];
  let desk: DeskSituation;
  let page: Page;

  test.beforeAll(async () => {
    test.setTimeout(120_000);
    desk = await openDesk([], {
      more: Object.values(people),
      rules: { calling: 'here', ownQuestion: null },
    });
    page = await desk.signedIn();
    for (const what of Object.keys(people)) {
      if (what === 'byHand') continue;
      if (what === 'signs') {
        await checkIn(desk.kiosk.page, claimOf(who(what)));
        await press(desk.kiosk.page, 'Yes');
        await press(desk.kiosk.page, 'British Sign Language (BSL)');
        await press(desk.kiosk.page, 'Continue');
        await finish(desk.kiosk.page);
        continue;
      }
      const visitId = await checkInByHand(page, who(what));
      if (!['again', 'noAnswer', 'cameIn'].includes(what)) continue;
      await callDesk(page, 'calling/call', {
        visitId,
        version: await versionOf(page, visitId),
        kind: 'call',
        room: null,
      });
    }
    await press(desk.kiosk.page, 'I need help now');
    await finish(desk.kiosk.page);
    await page.evaluate(() => {
      const counting = window as unknown as { clicks: number };
      counting.clicks = 0;
      // Those of a mouse alone: Enter and Space are clicks of no button of it.
      window.addEventListener(
        'click',
        ({ detail, isTrusted }) => (counting.clicks += isTrusted && detail > 0 ? 1 : 0),
        true,
      );
    });
  });
  test.afterAll(async () => {
    const width = Math.max(...counted.map(([action]) => action.length));
    const lines = counted.map(([action, clicks]) => `  ${action.padEnd(width)}  ${String(clicks)}`);
    process.stdout.write(`Clicks of the commonest actions\n${lines.join('\n')}\n`);
    await desk.close();
  });

  const row = (what: string): Locator => page.getByRole('row').filter({ hasText: who(what).lastName });
  const open = (what: string): Promise<void> => row(what).getByRole('rowheader').click();
  const bar = (name: string): Locator =>
    page.getByRole('group', { name: /^What to do with/ }).getByRole('button', { name, exact: true });

  /** Does `act`, expects what `shows`, and counts. */
  async function count(action: string, act: () => Promise<unknown>, shows: () => Promise<unknown>): Promise<void> {
    const before = await clicksSoFar(page);
    await act();
    await shows();
    const clicks = (await clicksSoFar(page)) - before;
    counted.push([action, clicks]);
    expect(clicks).toBeGreaterThan(0);
    expect(clicks).toBeLessThanOrEqual(mostClicks);
  }

  test('call', () =>
    count(
      'Call',
      () =>
        row('call')
          .getByRole('button', { name: /^Call:/ })
          .click(),
      () => expect(row('call')).toContainText('Called'),
    ));

  test('call again', () =>
    count(
      'Call again',
      async () => {
        await open('again');
        await bar('Call again').click();
      },
      () => expect(row('again')).toContainText('2 times'),
    ));

  test('call quietly', () =>
    count(
      'Call quietly',
      async () => {
        await open('quiet');
        await bar('Call quietly').click();
      },
      () => expect(row('quiet')).toContainText('Called quietly'),
    ));

  test('fetch in person, whoever it is', async () => {
    await count(
      'Fetch in person',
      async () => {
        await open('fetch');
        await bar('Fetch in person').click();
      },
      () => expect(row('fetch')).toContainText('Being fetched'),
    );
    await count(
      'Fetch somebody who cannot hear a call',
      () =>
        row('signs')
          .getByRole('button', { name: /^Fetch in person:/ })
          .click(),
      () => expect(row('signs')).toContainText('Being fetched'),
    );
  });

  test('did not answer', () =>
    count(
      'Did not answer',
      async () => {
        await open('noAnswer');
        await bar('Did not answer').click();
      },
      () => expect(row('noAnswer')).toContainText('Did not answer'),
    ));

  test('came in, and seen without a call', async () => {
    await count(
      'Came in',
      () =>
        row('cameIn')
          .getByRole('button', { name: /^Came in:/ })
          .click(),
      () => expect(row('cameIn').getByText('Seen', { exact: true })).toBeVisible(),
    );
    await count(
      'Seen',
      async () => {
        await open('seen');
        await bar('Seen').click();
      },
      () => expect(row('seen').getByText('Seen', { exact: true })).toBeVisible(),
    );
  });

  test('left', () =>
    count(
      'Left',
      async () => {
        await open('left');
        await bar('Left').click();
      },
      () => expect(row('left').getByText('Left', { exact: true })).toBeVisible(),
    ));

  test('check in by hand, typing not counted', () =>
    count(
      'Check in by hand',
      async () => {
        await page.getByRole('button', { name: 'Check in by hand', exact: true }).click();
        await page.getByRole('dialog').getByRole('combobox').fill(who('byHand').lastName);
        await page
          .getByRole('dialog')
          .getByRole('option')
          .filter({ hasText: who('byHand').lastName })
          .click();
      },
      async () => {
        await expect(page.getByText(/is checked in\.$/)).toBeVisible();
        await page.keyboard.press('Escape');
        await expect(row('byHand')).toBeVisible();
      },
    ));

  test('mark in the clinical system, what it needs copied first', () => {
    const item = page
      .getByRole('region', { name: /^To mark in the clinical system/ })
      .getByRole('listitem')
      .filter({ hasText: who('mark').lastName });
    return count(
      'Copy and mark in the clinical system',
      async () => {
        await item.getByRole('button', { name: /^Copy/ }).click();
        await item.getByRole('button', { name: /^Marked/ }).click();
      },
      () => expect(item).toHaveCount(0),
    );
  });

  test('acknowledge an alert', () => {
    const alerts = page.getByRole('region', { name: /^Alerts/ });
    return count(
      'Acknowledge an alert',
      () => alerts.getByRole('button', { name: /^Acknowledge: Help needed/ }).click(),
      () => expect(alerts.getByText('Help needed now at the kiosk')).toHaveCount(0),
    );
  });
});

const clicksSoFar = (page: Page): Promise<number> =>
  page.evaluate(() => (window as unknown as { clicks: number }).clicks);
