import { expect, test, type Page } from '@playwright/test';
import { startKiosk, type Kiosk } from '../support/kioskApp';
import { logLines } from '../support/logLines';
import { claimOf, madeUpDay, nobody } from '../support/madeUpDay';
import { enterDateOfBirth, enterPostcode, finish, heading, headings, press } from '../support/patient';

/* Every kind of nonsense in every field: the NHS message beside the field, or the same ending as for nobody. */

const now = '2026-11-23T10:00';
const day = madeUpDay(now);
const long = '9'.repeat(10_000);

test.describe('what a patient may type', () => {
  let kiosk: Kiosk;
  let page: Page;
  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: ['--demo', '--now', now] });
    page = kiosk.page;
  });
  test.afterAll(async () => {
    const bad = logLines(kiosk.log()).filter(({ event }) =>
      /procedure\.failed|page\.(crashed|hung|messageRefused)/.test(event),
    );
    await kiosk.close();
    expect(bad).toEqual([]);
  });

  /** "There is a problem" with the focus on it, the message there and beside the field, and the field marked. */
  async function expectProblem(message: string, field: string): Promise<void> {
    const summary = page.getByRole('alert', { name: 'There is a problem' });
    await expect(summary).toBeVisible();
    await expect(summary).toBeFocused();
    await expect(summary.getByRole('button', { name: message, exact: true })).toBeVisible();
    await expect(page.locator('#message')).toHaveText(message);
    const input = page.locator(field);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    expect(await input.getAttribute('aria-describedby')).toContain('message');
    await summary.getByRole('button').click();
    await expect(input).toBeFocused();
  }

  /** Fills a field past its own `maxlength`, as a tool that fills fields does. */
  async function put(field: string, text: string): Promise<void> {
    await page.locator(field).evaluate((input: HTMLInputElement, value) => {
      input.focus();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  }

  test('a date of birth that is none gets its message, and what was typed stays', async () => {
    const realDate = 'Your date of birth must be a real date';
    const numbers = 'Your date of birth must be numbers only, for example 27 3 1984';
    const missing = 'Your date of birth must include a day, a month and a year';
    const fourDigits = 'The year must have 4 numbers, for example 1984';
    const cases: [string, string, string, string, string, kept?: [string, string, string]][] = [
      ['', '', '', 'Enter your date of birth', '#day'],
      ['4', '', '1961', missing, '#month'],
      ['31', '2', '1961', realDate, '#day'],
      ['29', '2', '2023', realDate, '#day'],
      ['12', '13', '1961', realDate, '#month'],
      ['0', '1', '1961', realDate, '#day'],
      ['24', '11', '2026', 'Your date of birth must be in the past', '#day'],
      ['1', '1', '2999', 'Your date of birth must be in the past', '#day'],
      ['31', '12', '1899', 'Check the year of your date of birth', '#year'],
      ['1', '1', '1375', 'Use the date of birth on your NHS letters', '#year'],
      ['4', '3', '61', fourDigits, '#year'],
      ['4', '3', '%', numbers, '#year'],
      ['*', '3', '1961', numbers, '#day'],
      ['-1', '3', '1961', numbers, '#day'],
      ["'", '3', '1961', numbers, '#day'],
      ['4', 'Ma', '1961', numbers, '#month'],
      ['4', '3', '🎂', numbers, '#year'],
      ['4', '3', 'שלום', numbers, '#year'],
      ['4', '3', long, fourDigits, '#year', ['4', '3', '9'.repeat(8)]],
      [long, long, long, fourDigits, '#year', ['9'.repeat(8), '9'.repeat(8), '9'.repeat(8)]],
    ];
    await press(page, 'Check in for an appointment');
    for (const [dayText, month, year, message, field, kept] of cases) {
      await test.step(`${dayText.slice(0, 10)}/${month.slice(0, 10)}/${year.slice(0, 10)}`, async () => {
        await put('#day', dayText);
        await put('#month', month);
        await put('#year', year);
        await press(page, 'Continue');
        await expectProblem(message, field);
        for (const [index, text] of (kept ?? [dayText, month, year]).entries()) {
          await expect(page.locator(['#day', '#month', '#year'][index] ?? '')).toHaveValue(text);
        }
      });
    }
    await press(page, 'Start again');
  });

  test('right-to-left marks and digits of other scripts do not stand in the way of a date', async () => {
    await press(page, 'Check in for an appointment');
    await page.locator('#day').fill('\u200f٤');
    await page.locator('#month').fill('३');
    await page.locator('#year').fill('１９６１');
    await press(page, 'Continue');
    await expect(heading(page, headings.letter)).toBeVisible();
    await press(page, 'Start again');
  });

  test('a letter that is none gets its message', async () => {
    await press(page, 'Check in for an appointment');
    await enterDateOfBirth(page, nobody.dateOfBirth);
    await press(page, 'Continue');
    await expectProblem('Choose the first letter of your last name', '#letter');
    for (const text of ['%', '*', '-', "'", '7', '🎂', 'ש', '\u200f', 'AB', long]) {
      await put('#letter', text);
      await press(page, 'Continue');
      const isNothing = text === '\u200f';
      await expectProblem(
        isNothing ? 'Choose the first letter of your last name' : 'Choose one letter from A to Z',
        '#letter',
      );
      await expect(page.locator('#letter')).toHaveValue(text === long ? '9'.repeat(10) : text);
    }
    await press(page, 'Start again');
  });

  test('a postcode that is none gets its message', async () => {
    const { dateOfBirth, letter } = claimOf(day, 'firstOfJanuary');
    await press(page, 'Check in for an appointment');
    await enterDateOfBirth(page, dateOfBirth);
    await press(page, letter);
    await press(page, 'Continue');
    await expect(heading(page, headings.postcode)).toBeVisible();
    await press(page, 'Continue');
    await expectProblem('Enter your postcode', '#postcode');
    const long10 = '9'.repeat(10);
    for (const text of ['%', '*', '-', "' OR 1=1", 'LS1', 'LS1 1%%', '🎂', 'שלום', '12345', long]) {
      await put('#postcode', text);
      await press(page, 'Continue');
      await expectProblem('Enter a full postcode, for example SW1A 2AA', '#postcode');
      await expect(page.locator('#postcode')).toHaveValue(text === long ? long10 : text);
    }
    await enterPostcode(page, 'ZE1 0AA');
    await expect(heading(page, 'Please speak to reception')).toBeVisible();
    await finish(page);
  });

  test('no field ever lists or completes anything', async () => {
    await press(page, 'Check in for an appointment');
    await page.locator('#day').fill('1');
    expect(await page.locator('datalist, [role=listbox], [role=option], select').count()).toBe(0);
    await expect(page.locator('#day')).toHaveAttribute('autocomplete', 'off');
    await press(page, 'Start again');
  });
});
