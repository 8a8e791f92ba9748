import { expect, type Page } from '@playwright/test';
import { heading, press } from './patient';

/** Somebody who applies; what is left out is not given. */
export interface Applicant {
  firstName: string;
  lastName: string;
  /** `YYYY-MM-DD` */
  dateOfBirth: string;
  nhsNumber?: string;
  email?: string;
  mobile?: string;
  services: readonly ('Book and cancel appointments' | 'Order repeat prescriptions' | 'View my health record')[];
}

export const address = { line1: '12 Harbour View', town: 'Whitby', postcode: 'YO21 3PU' } as const;

export const record = 'View my health record';
export const everything = ['Book and cancel appointments', 'Order repeat prescriptions', record] as const;

export async function startSignUp(page: Page): Promise<void> {
  await press(page, 'Sign up for online services');
  await expect(heading(page, 'Sign up for online services')).toBeVisible();
}

/** From the start page to the first question of an application for oneself. */
export async function forMe(page: Page): Promise<void> {
  await startSignUp(page);
  await press(page, 'Continue');
  await choose(page, 'Who is this for?', 'Me');
}

/** Answers the page with `question` by the button `name`. */
export async function choose(page: Page, question: string, name: string): Promise<void> {
  await expect(heading(page, question)).toBeVisible();
  await press(page, name);
}

export async function fillName(
  page: Page,
  question: string,
  who: { firstName: string; lastName: string },
): Promise<void> {
  await expect(heading(page, question)).toBeVisible();
  await page.getByLabel('First name', { exact: true }).fill(who.firstName);
  await page.getByLabel('Last name', { exact: true }).fill(who.lastName);
  await press(page, 'Continue');
}

export async function fillBirth(page: Page, question: string, dateOfBirth: string): Promise<void> {
  const [year = '', month = '', day = ''] = dateOfBirth.split('-');
  await expect(heading(page, question)).toBeVisible();
  await page.getByLabel('Day', { exact: true }).fill(day);
  await page.getByLabel('Month', { exact: true }).fill(month);
  await page.getByLabel('Year', { exact: true }).fill(year);
  await press(page, 'Continue');
}

export async function fillContact(page: Page, { email, mobile }: Pick<Applicant, 'email' | 'mobile'>): Promise<void> {
  await expect(heading(page, 'How can we contact you?')).toBeVisible();
  if (email !== undefined) await page.getByLabel('Email address', { exact: true }).fill(email);
  if (mobile !== undefined) await page.getByLabel('Mobile number', { exact: true }).fill(mobile);
  await press(page, 'Continue');
  if (email === undefined && mobile === undefined) return;
  await choose(page, 'Is it safe to contact you this way?', 'Yes');
}

export async function chooseServices(page: Page, services: Applicant['services']): Promise<void> {
  await expect(heading(page, 'Which services would you like?')).toBeVisible();
  for (const service of services) await press(page, service);
  await press(page, 'Continue');
}

/** From the name to the services, and past them. */
export async function answerUpToServices(page: Page, who: Applicant): Promise<void> {
  await fillName(page, 'What is your name?', who);
  await fillBirth(page, 'What is your date of birth?', who.dateOfBirth);
  await choose(page, 'Do you know your NHS number?', who.nhsNumber === undefined ? 'No' : 'Yes');
  if (who.nhsNumber !== undefined) {
    await expect(heading(page, 'What is your NHS number?')).toBeVisible();
    await page.getByRole('textbox').fill(who.nhsNumber);
    await press(page, 'Continue');
  }
  await expect(heading(page, 'What is your address?')).toBeVisible();
  await page.getByLabel('Address line 1', { exact: true }).fill(address.line1);
  await page.getByLabel('Town or city', { exact: true }).fill(address.town);
  await page.getByLabel('Postcode', { exact: true }).fill(address.postcode);
  await press(page, 'Continue');
  await fillContact(page, who);
  await chooseServices(page, who.services);
}

/** Reads the topics and agrees to every statement. */
export async function agreeToAll(page: Page): Promise<void> {
  await expect(heading(page, 'Before you see your record')).toBeVisible();
  await press(page, 'Continue');
  const agree = page.getByRole('button', { name: 'I agree', exact: true });
  for (let number = 1; number <= 6; number += 1) {
    await expect(page.getByText(`${String(number)} of 6`)).toBeVisible();
    await agree.click();
  }
}

/** `Check your answers` and `Send my application`; the reference. */
export async function send(page: Page): Promise<string> {
  await expect(heading(page, 'Check your answers')).toBeVisible();
  await press(page, 'Send my application');
  return reference(page);
}

/** The reference on the ending. */
export async function reference(page: Page): Promise<string> {
  await expect(heading(page, 'Take your ID to reception')).toBeVisible();
  const text = await page.locator('.reference__code').innerText();
  const [found = ''] = /[A-Z0-9]{3}-[A-Z0-9]{3}/.exec(text) ?? [];
  expect(found, text).not.toBe('');
  return found;
}

/** An application for oneself from Welcome to its ending; the reference. */
export async function applyForMe(page: Page, who: Applicant): Promise<string> {
  await forMe(page);
  await answerUpToServices(page, who);
  if (who.services.includes(record)) await agreeToAll(page);
  await expect(heading(page, 'Do you need help with communication or information?')).toBeVisible();
  await press(page, 'Continue');
  return send(page);
}
