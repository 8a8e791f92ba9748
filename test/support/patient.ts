import { expect, type Page } from '@playwright/test';

/** What a patient types. */
export interface Claim {
  /** `YYYY-MM-DD` */
  dateOfBirth: string;
  letter: string;
  postcode: string;
}

export const headings = {
  welcome: /^Welcome to /,
  dateOfBirth: 'What is your date of birth?',
  letter: 'What is the first letter of your last name?',
  postcode: 'What is your postcode?',
} as const;

/** The heading of the screen that is shown. */
export function heading(page: Page, name: string | RegExp) {
  return page.getByRole('heading', { level: 1, name, ...(typeof name === 'string' ? { exact: true } : {}) });
}

export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

/** From Welcome (or from the question itself) to the answer of the date of birth. */
export async function enterDateOfBirth(page: Page, dateOfBirth: string): Promise<void> {
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  await expect(heading(page, headings.dateOfBirth)).toBeVisible();
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Year', { exact: true }).fill(year);
  await press(page, 'Continue');
}

/** Walks through check-in as a patient would, giving the postcode only if it is asked. Ends on the ending. */
export async function checkIn(page: Page, claim: Claim): Promise<void> {
  await press(page, 'Check in for an appointment');
  await answerQuestions(page, claim);
}

/** The questions alone: from date of birth to the ending. */
export async function answerQuestions(page: Page, claim: Claim): Promise<void> {
  await enterDateOfBirth(page, claim.dateOfBirth);
  await expect(heading(page, headings.letter)).toBeVisible();
  await press(page, claim.letter);
  await press(page, 'Continue');
  const postcode = heading(page, headings.postcode);
  const ending = page.getByRole('button', { name: 'Finish', exact: true });
  await expect(postcode.or(ending)).toBeVisible();
  if (await postcode.isVisible()) {
    await enterPostcode(page, claim.postcode);
    await expect(ending).toBeVisible();
  }
}

export async function enterPostcode(page: Page, postcode: string): Promise<void> {
  await page.getByLabel(headings.postcode).fill(postcode);
  await press(page, 'Continue');
}

/** Back to Welcome, for the next patient. */
export async function finish(page: Page): Promise<void> {
  await press(page, 'Finish');
  await expect(heading(page, headings.welcome)).toBeVisible();
}
