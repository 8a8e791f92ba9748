import { expect, test, type Page } from '@playwright/test';
import { startKiosk, type Kiosk } from '../../support/kioskApp';
import { heading, press } from '../../support/patient';
import { reference } from '../../support/signUp';

/*
 * An adult applies at human pace on the screen's own keyboard: 0.4 seconds a key and 3 seconds a page. The pace is counted, not waited
 * for: what the machine itself takes is added as it is.
 */

const secondsAKey = 0.4;
const secondsAPage = 3;
const mostSeconds = 4 * 60;

test('an adult applies for everything in under four minutes, touching one key after the other', async () => {
  test.setTimeout(120_000);
  const kiosk: Kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T14:00'] });
  try {
    const { page } = kiosk;
    await expect(heading(page, /^Welcome to /)).toBeVisible();
    const began = performance.now();
    const paced = await walk(page);
    const machine = (performance.now() - began) / 1_000;
    const seconds = paced.keys * secondsAKey + paced.pages * secondsAPage + machine;
    const told = `${String(paced.keys)} keys, ${String(paced.pages)} pages, ${machine.toFixed(1)} s of the machine: ${seconds.toFixed(0)} s`;
    test.info().annotations.push({ type: 'adult application at human pace', description: told });
    process.stdout.write(`Adult application: ${told}\n`);
    expect(seconds).toBeLessThan(mostSeconds);
  } finally {
    await kiosk.close();
  }
});

async function walk(page: Page): Promise<{ keys: number; pages: number }> {
  let keys = 0;
  let pages = 0;
  const tap = async (name: string): Promise<void> => {
    await press(page, name);
    keys += 1;
  };
  const shows = async (question: string): Promise<void> => {
    await expect(heading(page, question)).toBeVisible();
    pages += 1;
  };
  /** Types on the screen's keyboard, one key for each character; capitals come by themselves at the start of a name. */
  const type = async (label: string, text: string): Promise<void> => {
    const box = page.getByLabel(label, { exact: true });
    if (!(await box.evaluate((element) => element.classList.contains('is-active')))) {
      await box.click();
      keys += 1;
    }
    const named: Record<string, string> = { ' ': 'Space', '.': 'full stop', '@': 'at sign', '-': 'hyphen' };
    for (const character of text) {
      const name = named[character] ?? character;
      // A key shows its letter as it will be typed.
      await page.getByRole('button', { name: new RegExp(`^${name}$`, 'i') }).click();
      keys += 1;
    }
    // The box sets the spaces of a number itself.
    const bare = (shown: string): string => shown.replace(/\s/g, '').toLowerCase();
    await expect.poll(async () => bare(await box.inputValue())).toBe(bare(text));
  };

  await tap('Sign up for online services');
  await shows('Sign up for online services');
  await tap('Continue');
  await shows('Who is this for?');
  await tap('Me');
  await shows('What is your name?');
  await type('First name', 'Margaret');
  await type('Last name', 'Thompson');
  await tap('Continue');
  await shows('What is your date of birth?');
  await type('Day', '27');
  await type('Month', '03');
  await type('Year', '1951');
  await tap('Continue');
  await shows('Do you know your NHS number?');
  await tap('Yes');
  await shows('What is your NHS number?');
  await type('What is your NHS number?', '9990000018');
  await tap('Continue');
  await shows('What is your address?');
  await type('Address line 1', '12 Mill Lane');
  await type('Town or city', 'Whitby');
  await type('Postcode', 'YO213PU');
  await tap('Continue');
  await shows('How can we contact you?');
  await type('Email address', 'margaret.thompson');
  await tap('@gmail.com');
  await type('Mobile number', '07700900123');
  await tap('Continue');
  await shows('Is it safe to contact you this way?');
  await tap('Yes');
  await shows('Which services would you like?');
  for (const service of ['Book and cancel appointments', 'Order repeat prescriptions', 'View my health record'])
    await tap(service);
  await tap('Continue');
  await shows('Before you see your record');
  await tap('Continue');
  for (let number = 1; number <= 6; number += 1) {
    await expect(page.getByText(`${String(number)} of 6`)).toBeVisible();
    pages += 1;
    await tap('I agree');
  }
  await shows('Do you need help with communication or information?');
  await tap('Continue');
  await shows('Check your answers');
  await tap('Send my application');
  await reference(page);
  return { keys, pages };
}
