import { expect, test, type Page } from '@playwright/test';
import { startKiosk, type Kiosk } from '../../support/kioskApp';
import { finish, heading, press } from '../../support/patient';
import {
  chooseServices,
  choose,
  fillBirth,
  fillContact,
  fillName,
  record,
  send,
  startSignUp,
} from '../../support/signUp';
import { keysFolder } from '../../support/storeCopy';
import { storeText } from '../../support/storeText';

/* A draft that nobody sends leaves no trace: not in the memory of the page, not in the store, not in the log. */

const planted = {
  firstName: 'Zephyrinia',
  lastName: 'Quillfeather',
  nhsNumber: '9990000042',
  line1: '77 Plantedcrescent',
  town: 'Plantedborough',
  email: 'zephyrinia@plantedmail.example',
  mobile: '07911123456',
};
const traces = ['Zephyrinia', 'Quillfeather', '999 000 0042', '9990000042', 'Planted', 'plantedmail', '07911123456'];

/** What is done on each page, one after the other. */
const steps: [string, (page: Page) => Promise<void>][] = [
  ['Sign up for online services', (page) => startSignUp(page)],
  ['Who is this for?', (page) => press(page, 'Continue')],
  ['What is your name?', (page) => choose(page, 'Who is this for?', 'Me')],
  ['What is your date of birth?', (page) => fillName(page, 'What is your name?', planted)],
  ['Do you know your NHS number?', (page) => fillBirth(page, 'What is your date of birth?', '1971-03-27')],
  [
    'What is your address?',
    async (page) => {
      await choose(page, 'Do you know your NHS number?', 'Yes');
      await expect(heading(page, 'What is your NHS number?')).toBeVisible();
      await page.getByRole('textbox').fill(planted.nhsNumber);
      await press(page, 'Continue');
    },
  ],
  [
    'How can we contact you?',
    async (page) => {
      await page.getByLabel('Address line 1', { exact: true }).fill(planted.line1);
      await page.getByLabel('Town or city', { exact: true }).fill(planted.town);
      await page.getByLabel('Postcode', { exact: true }).fill('YO21 3PU');
      await press(page, 'Continue');
    },
  ],
  ['Which services would you like?', (page) => fillContact(page, planted)],
  ['Before you see your record', (page) => chooseServices(page, [record])],
  ['Before you see your record', (page) => press(page, 'Continue')],
  [
    'Do you need help with communication or information?',
    async (page) => {
      for (let number = 1; number <= 6; number += 1) {
        await expect(page.getByText(`${String(number)} of 6`)).toBeVisible();
        await press(page, 'I agree');
      }
    },
  ],
  ['Check your answers', (page) => press(page, 'Continue')],
];

test.describe('a draft that is left', () => {
  test.describe.configure({ mode: 'serial' });
  let kiosk: Kiosk;
  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T14:00', '--idle-seconds', '3'] });
    await expect(heading(kiosk.page, /^Welcome to /)).toBeVisible();
  });
  test.afterAll(() => kiosk.close());

  /** What of the draft anything in the page can still reach, after its rubbish has been collected. */
  async function tracesInMemory(): Promise<string[]> {
    const session = await kiosk.page.context().newCDPSession(kiosk.page);
    try {
      let snapshot = '';
      session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => (snapshot += chunk));
      await session.send('HeapProfiler.collectGarbage');
      await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
      expect(snapshot.length).toBeGreaterThan(100_000);
      return traces.filter((trace) => snapshot.includes(trace));
    } finally {
      await session.detach();
    }
  }

  for (const [place, [name]] of steps.entries()) {
    // Before the page of the name there is nothing to type.
    if (place < 2) continue;
    test(`on page ${String(place + 1)}, "${name}", is gone from the page once the kiosk is idle`, async () => {
      const { page } = kiosk;
      for (const [shown, step] of steps.slice(0, place + 1)) {
        await step(page);
        await expect(heading(page, shown)).toBeVisible();
      }
      // What is looked for would be found: on the last page, everything that was typed is still there.
      if (place === steps.length - 1)
        expect(await tracesInMemory()).toEqual(traces.filter((trace) => trace !== planted.nhsNumber));
      await expect(heading(page, /^Welcome to /)).toBeVisible({ timeout: 20_000 });
      expect(await page.content()).not.toMatch(/Zephyrinia|Quillfeather|Planted/);
      expect(await tracesInMemory()).toEqual([]);
    });
  }

  test('has never been in the store or in the log', async () => {
    const text = await storeText(kiosk.dataFolder, await keysFolder(kiosk));
    expect(text).toContain('practiceName');
    for (const trace of traces) {
      expect(text).not.toContain(trace);
      expect(kiosk.log()).not.toContain(trace);
    }
  });

  test('is gone from the page when it was sent and the ending is finished', async () => {
    const { page } = kiosk;
    for (const [, step] of steps) await step(page);
    await send(page);
    await finish(page);
    expect(await tracesInMemory()).toEqual([]);
  });

  test('is gone with the page that crashes', async () => {
    const { page } = kiosk;
    for (const [, step] of steps.slice(0, 7)) await step(page);
    await page.evaluate("window.dispatchEvent(new Event('error'))");
    await expect(heading(page, /^Welcome to /)).toBeVisible();
    expect(await tracesInMemory()).toEqual([]);
  });
});
