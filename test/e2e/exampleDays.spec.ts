import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startKiosk, type Kiosk } from '../support/kioskApp';
import { checkIn, finish, heading } from '../support/patient';

/** Example day lists beside the project, where they are: each with what must happen to its planted patients. */
const folder = join('..', 'shared', 'data');
const examples = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.expected.json')) : [];

interface ExpectedCase {
  case: string;
  dob: string;
  initial: string;
  postcode: string;
  expect: 'checked-in' | 'already' | 'reception' | 'too-early' | 'not-in-person' | 'video' | 'other-site';
  clinician?: string;
  clinicians?: string[];
  time?: string;
  names?: string[];
}

const headingOf: Record<ExpectedCase['expect'], string | RegExp> = {
  'checked-in': 'You are checked in',
  already: 'You are already checked in',
  reception: 'Please speak to reception',
  'too-early': 'You are too early to check in',
  'not-in-person': 'Your appointment today is by phone',
  video: 'Your appointment today is by video',
  'other-site': /^Your appointment is at /,
};

for (const name of examples) {
  const { date, now, cases } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
    date: string;
    now: string;
    cases: ExpectedCase[];
  };
  test.describe(`the example day ${name.split('.')[0]}`, () => {
    test.describe.configure({ mode: 'serial' });
    let kiosk: Kiosk;
    test.beforeAll(async () => {
      const list = join(folder, name.replace('.expected.json', '.csv'));
      kiosk = await startKiosk({ args: ['--demo', '--now', `${date}T${now}`, '--list', list] });
    });
    test.afterAll(() => kiosk.close());

    for (const one of cases) {
      test(`${one.case} ends at ${one.expect}`, async () => {
        const { page } = kiosk;
        await checkIn(page, { dateOfBirth: one.dob, letter: one.initial, postcode: one.postcode });
        await expect(heading(page, headingOf[one.expect])).toBeVisible();
        const isGood = one.expect === 'checked-in' || one.expect === 'already';
        await expect(page.getByText('You are not checked in')).toBeVisible({ visible: !isGood });
        for (const clinician of [one.clinician, ...(one.clinicians ?? [])]) {
          if (clinician !== undefined) await expect(page.getByText(clinician)).toBeVisible();
        }
        if (one.time !== undefined) await expect(page.getByText(nhsTime(one.time)).first()).toBeVisible();
        const html = (await page.content()).toLowerCase();
        for (const patient of one.names ?? []) expect(html).not.toContain(patient.toLowerCase());
        await finish(page);
      });
    }
  });
}

/** 10:05 as the kiosk writes it: 10:05am. */
function nhsTime(time: string): string {
  const [hour = 0, minutes = 0] = time.split(':').map(Number);
  const short = minutes === 0 ? String(hour % 12 || 12) : `${hour % 12 || 12}:${String(minutes).padStart(2, '0')}`;
  return `${short}${hour < 12 ? 'am' : 'pm'}`;
}
