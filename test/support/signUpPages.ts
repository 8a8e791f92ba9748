import { expect, type Page } from '@playwright/test';
import { heading, press } from './patient';
import {
  address,
  chooseServices,
  everything,
  fillBirth,
  fillContact,
  fillName,
  reference,
  startSignUp,
  type Applicant,
} from './signUp';

/** Somebody with a name and an address as long as they come. */
export const longest: Applicant = {
  firstName: 'Maximiliana Wilhelmina Konstantina',
  lastName: 'Featherstonehaugh-Cholmondeley-Papadopoulou',
  dateOfBirth: '1941-12-31',
  nhsNumber: '9990000026',
  email: 'maximiliana.featherstonehaugh-cholmondeley@long-department.example.co.uk',
  mobile: '07700900123',
  services: everything,
};

export type ScreenSetting = 'Larger text' | 'Contrast';

/** On Welcome: how the screen is set ends with each visit, so it is set before each walk; null leaves it plain. */
export async function setScreen(page: Page, setting: ScreenSetting | null): Promise<void> {
  await expect(heading(page, /^Welcome to /)).toBeVisible();
  if (setting === null) return;
  const button = page.getByRole('button', { name: setting, exact: true });
  if ((await button.getAttribute('aria-pressed')) === 'false') await button.click();
  await expect(button).toHaveAttribute('aria-pressed', 'true');
}

type Look = (name: string) => Promise<void>;

/** Visits every page of an application for oneself, and calls `look` on each as it opens, and where something is wrong with it. */
export async function lookAtMyPages(page: Page, look: Look, who: Applicant = longest): Promise<void> {
  const shows = (name: string) => expect(heading(page, name)).toBeVisible();
  const problem = () => expect(page.getByRole('heading', { name: 'There is a problem' })).toBeVisible();
  await startSignUp(page);
  await look('start');
  await press(page, 'Continue');
  await shows('Who is this for?');
  await look('whoFor');
  await press(page, 'Me');
  await shows('What is your name?');
  await look('name');
  await press(page, 'Continue');
  await problem();
  await look('name-problem');
  await fillName(page, 'What is your name?', who);
  await shows('What is your date of birth?');
  await look('dateOfBirth');
  await press(page, 'Continue');
  await problem();
  await look('dateOfBirth-problem');
  await fillBirth(page, 'What is your date of birth?', who.dateOfBirth);
  await shows('Do you know your NHS number?');
  await look('knowsNhsNumber');
  await press(page, 'Yes');
  await shows('What is your NHS number?');
  await page.getByRole('textbox').fill('QQ123456C');
  await press(page, 'Continue');
  await problem();
  await look('nhsNumber-problem');
  await page.getByRole('textbox').fill(who.nhsNumber ?? '9990000018');
  await look('nhsNumber');
  await press(page, 'Continue');
  await shows('What is your address?');
  await look('address');
  await press(page, 'Continue');
  await problem();
  await look('address-problem');
  await page.getByLabel('Address line 1', { exact: true }).fill(`Flat 12, The Old Corn Exchange, ${address.line1}`);
  await page.getByLabel('Town or city', { exact: true }).fill('Llanfairpwllgwyngyllgogerychwyrndrobwll');
  await page.getByLabel('Postcode', { exact: true }).fill(address.postcode);
  await press(page, 'Continue');
  await shows('How can we contact you?');
  await look('contact');
  await page.getByLabel('Email address', { exact: true }).fill('nobody@');
  await page.getByLabel('Mobile number', { exact: true }).fill('0113 496 0123');
  await press(page, 'Continue');
  await problem();
  await look('contact-problem');
  await page.getByLabel('Email address', { exact: true }).fill(who.email ?? '');
  await page.getByLabel('Mobile number', { exact: true }).fill(who.mobile ?? '');
  await press(page, 'Continue');
  await shows('Is it safe to contact you this way?');
  await look('contactSafe');
  await press(page, 'Yes');
  await shows('Which services would you like?');
  await press(page, 'Continue');
  await problem();
  await look('services-problem');
  await chooseServices(page, who.services);
  await shows('Before you see your record');
  await look('recordTopics');
  await press(page, 'Continue');
  for (let number = 1; number <= 6; number += 1) {
    await expect(page.getByText(`${String(number)} of 6`)).toBeVisible();
    if (number === 1) await look('statement');
    await press(page, 'I agree');
  }
  await shows('Do you need help with communication or information?');
  await press(page, 'An interpreter');
  await look('needs');
  await press(page, 'Continue');
  await shows('Check your answers');
  await look('check');
  await press(page, 'Send my application');
  await reference(page);
  await look('ending');
  await press(page, 'Finish');
  await expect(heading(page, /^Welcome to /)).toBeVisible();
}

/** Visits the pages that come only for somebody else, a child, and "I have an account". */
export async function lookAtOtherPages(page: Page, look: Look): Promise<void> {
  const shows = (name: string) => expect(heading(page, name)).toBeVisible();
  const away = async (): Promise<void> => {
    await press(page, 'Start again');
    await expect(heading(page, /^Welcome to /)).toBeVisible();
  };
  await startSignUp(page);
  await press(page, 'Continue');
  await press(page, 'Someone else');
  await shows('Who are you to this person?');
  await look('relationship');
  await press(page, 'Their parent or guardian');
  await fillName(page, 'What is your name?', longest);
  await fillBirth(page, 'What is your date of birth?', longest.dateOfBirth);
  await fillContact(page, {});
  await shows('What is their name?');
  await look('theirName');
  await fillName(page, 'What is their name?', { firstName: 'Zebedee', lastName: 'Littlewood' });
  await shows('What is their date of birth?');
  await look('theirDateOfBirth');
  await fillBirth(page, 'What is their date of birth?', '2019-02-03');
  await shows('Which services would you like?');
  await look('theirServices');
  await chooseServices(page, everything);
  await shows('Do you need help with communication or information?');
  await press(page, 'Continue');
  await shows('Check your answers');
  await look('theirCheck');
  await away();

  await startSignUp(page);
  await press(page, 'Continue');
  await press(page, 'Me');
  await fillName(page, 'What is your name?', { firstName: 'Zebedee', lastName: 'Littlewood' });
  await fillBirth(page, 'What is your date of birth?', '2019-02-03');
  await shows('Someone at reception will help you');
  await look('underEleven');
  await away();

  await startSignUp(page);
  await press(page, 'I have an account');
  await shows('What can we help with?');
  await look('accountWish');
  await press(page, 'I cannot get in');
  await shows('Whose account is it?');
  await look('accountWhose');
  await away();
}
