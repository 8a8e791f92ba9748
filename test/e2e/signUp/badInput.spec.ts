import { expect, test, type Page } from '@playwright/test';
import { en } from '../../../renderer/text/en';
import { startKiosk, type Kiosk } from '../../support/kioskApp';
import { logLines } from '../../support/logLines';
import { heading, press } from '../../support/patient';
import { address, choose, fillBirth, fillContact, fillName, forMe, startSignUp } from '../../support/signUp';

/* Every kind of nonsense in every box of an application: the NHS message beside the box, what was typed stays, and nobody gets past it. */

const { problem } = en.signUp;
const long = '9'.repeat(10_000);
/** A mark that turns what follows around, and shows nothing. */
const turned = '\u202e';

/** What is typed, the message, and what the box keeps where that is something else. */
type Nonsense = readonly [text: string, message: string, kept?: string];

const nonsense: readonly string[] = ['%', '*', '-', "'", '🎂', '<b>x</b>', "' OR 1=1 --"];

function names(words: { empty: string; notAName: string }): Nonsense[] {
  return [
    ['', words.empty],
    ['  ', words.empty],
    [turned, words.empty],
    ...nonsense.map((text): Nonsense => [text, words.notAName]),
    [long, words.notAName, '9'.repeat(60)],
  ];
}

function lines(words: { empty: string; notALine: string }): Nonsense[] {
  return [
    ['', words.empty],
    [turned, words.empty],
    ...nonsense.map((text): Nonsense => [text, words.notALine]),
    [`%${long}`, words.notALine, `%${'9'.repeat(79)}`],
  ];
}

test.describe('the boxes of an application', () => {
  let kiosk: Kiosk;
  let page: Page;
  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T14:00'] });
    page = kiosk.page;
    await expect(heading(page, /^Welcome to /)).toBeVisible();
  });
  test.afterEach(async () => {
    await press(page, 'Start again');
    await expect(heading(page, /^Welcome to /)).toBeVisible();
  });
  test.afterAll(async () => {
    const bad = logLines(kiosk.log()).filter(({ event }) =>
      /procedure\.failed|page\.(crashed|hung|messageRefused)/.test(event),
    );
    await kiosk.close();
    expect(bad).toEqual([]);
  });

  /** Fills a box past its own `maxlength`, as a tool that fills boxes does. */
  async function put(box: string, text: string): Promise<void> {
    await page.locator(`#${box}`).evaluate((input: HTMLInputElement, value) => {
      input.focus();
      Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, value);
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }, text);
  }

  /** Each text is refused with its message, in the summary and beside the box, and stays in the box. */
  async function refuses(box: string, cases: readonly Nonsense[]): Promise<void> {
    const question = await page.getByRole('heading', { level: 1 }).innerText();
    const summary = page.getByRole('alert', { name: 'There is a problem' });
    const input = page.locator(`#${box}`);
    for (const [text, message, kept = text] of cases) {
      await put(box, text);
      await press(page, 'Continue');
      await expect(summary).toBeFocused();
      await expect(page.locator(`#${box}Message`)).toHaveText(message);
      await expect(input).toHaveAttribute('aria-invalid', 'true');
      expect(await input.getAttribute('aria-describedby')).toContain(`${box}Message`);
      await expect(input).toHaveValue(kept);
      await summary.getByRole('button', { name: message, exact: true }).click();
      await expect(input).toBeFocused();
      await expect(heading(page, question)).toBeVisible();
    }
  }

  test('for a name take names of every script, and nothing else', async () => {
    await forMe(page);
    await expect(heading(page, 'What is your name?')).toBeVisible();
    await put('lastName', 'Li');
    await refuses('firstName', names(problem.firstName));
    await put('firstName', 'X');
    await refuses('lastName', names(problem.lastName));
    for (const name of ['שלום', 'محمد', 'Łukasz', "O'Neil", 'O', '王']) {
      await fillName(page, 'What is your name?', { firstName: name, lastName: name });
      await expect(heading(page, 'What is your date of birth?')).toBeVisible();
      await press(page, 'Back');
      await expect(page.getByLabel('First name', { exact: true })).toHaveValue(name);
    }
  });

  test('for somebody else’s name and date of birth speak of them', async () => {
    await startSignUp(page);
    await press(page, 'Continue');
    await choose(page, 'Who is this for?', 'Someone else');
    await choose(page, 'Who are you to this person?', 'Their carer');
    await fillName(page, 'What is your name?', { firstName: 'A', lastName: 'B' });
    await fillBirth(page, 'What is your date of birth?', '1971-03-27');
    await fillContact(page, {});
    await expect(heading(page, 'What is their name?')).toBeVisible();
    await put('theirLastName', 'Li');
    await refuses('theirFirstName', names(problem.theirFirstName));
    await put('theirFirstName', 'X');
    await refuses('theirLastName', names(problem.theirLastName));
    await fillName(page, 'What is their name?', { firstName: 'X', lastName: 'Li' });
    await expect(heading(page, 'What is their date of birth?')).toBeVisible();
    for (const [day, message] of [
      ['', problem.theirDateOfBirth.missing],
      ['%', problem.theirDateOfBirth.notANumber],
      ['🎂', problem.theirDateOfBirth.notANumber],
      [long, problem.theirDateOfBirth.notRealDate],
      ['31', problem.theirDateOfBirth.notRealDate],
    ] as const) {
      await put('day', day);
      await put('month', '2');
      await put('year', '1984');
      await press(page, 'Continue');
      await expect(page.getByRole('alert').getByRole('button', { name: message, exact: true })).toBeVisible();
      await expect(page.locator('#day')).toHaveAttribute('aria-invalid', 'true');
    }
  });

  test('for an NHS number, an address and what to be contacted by say what they take', async () => {
    await forMe(page);
    await fillName(page, 'What is your name?', { firstName: 'Perdita', lastName: 'Quillfeather' });
    await fillBirth(page, 'What is your date of birth?', '1971-03-27');
    await choose(page, 'Do you know your NHS number?', 'Yes');
    await expect(heading(page, 'What is your NHS number?')).toBeVisible();
    const { nhsNumber } = problem;
    await refuses('nhsNumber', [
      ['', nhsNumber.empty],
      ['-', nhsNumber.empty],
      [turned, nhsNumber.empty],
      ...['%', '*', "'", '🎂', 'Siân', 'שלום'].map((text): Nonsense => [text, nhsNumber.letters]),
      ['QQ 12 34 56 C', nhsNumber.nationalInsurance],
      ['999 000 0019', nhsNumber.invalid],
      ['999 999 9999', nhsNumber.invalid],
      ['12', nhsNumber.wrongLength],
      [long, nhsNumber.wrongLength, '999 999 999999'],
    ]);
    await put('nhsNumber', '9990000018');
    await press(page, 'Continue');

    await expect(heading(page, 'What is your address?')).toBeVisible();
    await put('line1', address.line1);
    await put('town', address.town);
    await put('postcode', address.postcode);
    await refuses('line2', [['%', problem.line2.notALine]]);
    await put('line2', '');
    await refuses('line1', lines(problem.line1));
    await put('line1', 'Tŷ Gwyn');
    await refuses('town', lines(problem.town));
    await put('town', 'Whitby');
    const { postcode } = problem;
    await refuses('postcode', [
      ['', postcode.empty],
      ...['%', '*', '-', "'", '🎂', 'LS1', '12345', 'שלום'].map((text): Nonsense => [text, postcode.notAPostcode]),
      [long, postcode.notAPostcode, '9'.repeat(10)],
    ]);
    await put('postcode', 'yo213pu');
    await expect(page.locator('#postcode')).toHaveValue('YO213PU');
    await press(page, 'Continue');

    await expect(heading(page, 'How can we contact you?')).toBeVisible();
    const { notAnEmail } = problem.email;
    await refuses('email', [
      ...[...nonsense, 'nobody@', '@example.com', 'a@b', 'שלום'].map((text): Nonsense => [text, notAnEmail]),
      [long, notAnEmail, '9'.repeat(254)],
    ]);
    await put('email', turned);
    const { notAMobile, landline } = problem.mobile;
    await refuses('mobile', [
      ...[...nonsense, '07700', '٠٧٧٠٠'].map((text): Nonsense => [text, notAMobile]),
      ['0113 496 0123', landline],
      [long, notAMobile, '9'.repeat(20)],
    ]);
    await put('mobile', '');
    // Nothing but a mark that shows nothing is no email address: nobody is asked whether it is safe.
    await press(page, 'Continue');
    await expect(heading(page, 'Which services would you like?')).toBeVisible();
  });

  test('list and complete nothing, and ask for no keyboard of the system', async () => {
    await forMe(page);
    await expect(heading(page, 'What is your name?')).toBeVisible();
    await put('firstName', 'P');
    expect(await page.locator('datalist, [role=listbox], [role=option], select').count()).toBe(0);
    for (const box of await page.locator('input').all()) {
      await expect(box).toHaveAttribute('autocomplete', 'off');
      await expect(box).toHaveAttribute('inputmode', 'none');
    }
  });
});
