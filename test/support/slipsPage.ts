import { expect, type Locator, type Page } from '@playwright/test';
import type { SlipValues } from '../../preload/contract/rules/slipValues';
import { goToTab } from './applicationPages';
import type { DeskSituation } from './desk';
import { press } from './patient';
import type { Person } from './staff';

/* The Slips page of the desk in a real browser, as an account creator uses it. */

export const creator: Person = {
  username: 'accountcreator',
  displayName: 'Staff accountCreator',
  passphrase: 'made-up accountCreator lantern',
};

export const emisLabels: readonly (readonly [keyof SlipValues, string])[] = [
  ['odsCode', 'ODS code'],
  ['accountId', 'Account ID'],
  ['secret', 'Linkage key'],
];

export const slipDialog = (page: Page): Locator => page.getByRole('dialog', { name: /^Setup slip for / });
export const stepTitle = (page: Page, name: string): Locator =>
  page.getByRole('heading', { level: 3, name, exact: true });

/** A desk of somebody's own on the Slips tab. */
export async function openSlipsTab(
  desk: Pick<DeskSituation, 'signedIn'>,
  who: Person = creator,
  size: { width?: number; height?: number } = {},
): Promise<Page> {
  const page = await desk.signedIn(who, size);
  await goToTab(page, 'Slips');
  return page;
}

/** Opens the dialog of the slip for the application with `reference`. */
export async function openSlip(page: Page, reference: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(`^Print the setup slip, ${reference},`) }).click();
  await expect(slipDialog(page)).toBeVisible();
  await expect(page.getByLabel('Account ID', { exact: true })).toBeVisible();
}

/** Types with the keys, as people do: nothing that drives the browser holds a detail in one piece. */
export async function typeDetails(page: Page, values: Partial<SlipValues>): Promise<void> {
  for (const [field, label] of emisLabels) {
    const value = values[field];
    if (value === undefined) continue;
    const box = page.getByLabel(label, { exact: true });
    await box.click();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type(value);
  }
}

/** From the open dialog to the page that is read back. */
export async function makeSlip(page: Page, values: Partial<SlipValues>): Promise<void> {
  await typeDetails(page, values);
  await press(page, 'Check');
  await expect(stepTitle(page, 'Read it back')).toBeVisible({ timeout: 20_000 });
}

/** Says that it was compared, and sends it to the printer that is chosen. */
export async function sendSlip(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: /^I have compared it with the clinical system/ }).check();
  await press(page, 'Print');
  await expect(stepTitle(page, 'Printing')).toBeVisible();
}

export async function expectPrinted(page: Page, printer: string): Promise<void> {
  await expect(page.getByText(`It is in the tray of ${printer}`)).toBeVisible({ timeout: 30_000 });
}
