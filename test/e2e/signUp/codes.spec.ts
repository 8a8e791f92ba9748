import { execFileSync } from 'node:child_process';
import { expect, test, type Page } from '@playwright/test';
import { defaultRules } from '../../../main/domain/rules';
import { startKiosk, type Kiosk } from '../../support/kioskApp';
import { finish, heading, press } from '../../support/patient';
import { applyForMe, startSignUp } from '../../support/signUp';
import { orientations, turn, type Orientation } from '../screenshots/camera';

/* The codes of sign-up as a camera sees them: read from a picture of the whole screen, by a program that knows nothing of ours. */

/** What each QR code on the screen says. */
async function codesOn(page: Page): Promise<string[]> {
  const picture = await page.screenshot();
  // Nothing but the codes on its output; everything else it has to say it says elsewhere.
  const read = execFileSync('zbarimg', ['--quiet', '--raw', '--nodbus', '-'], { input: picture, encoding: 'utf8' });
  return read.trim().split('\n');
}

test.describe('a phone or a scanner', () => {
  let kiosk: Kiosk;
  test.beforeAll(async () => {
    kiosk = await startKiosk({ args: ['--demo', '--now', '2026-11-23T14:00'] });
    await expect(heading(kiosk.page, /^Welcome to /)).toBeVisible();
  });
  test.afterAll(() => kiosk.close());

  for (const orientation of Object.keys(orientations) as Orientation[]) {
    test(`reads the link of the NHS App on the first page and the reference alone on the last, ${orientation}, also in high contrast`, async () => {
      const { page } = kiosk;
      await turn(kiosk, orientation);
      await startSignUp(page);
      expect(await codesOn(page)).toEqual([defaultRules.nhsAppLink]);
      await press(page, 'Contrast');
      expect(await codesOn(page)).toEqual([defaultRules.nhsAppLink]);
      await press(page, 'Back');
      const reference = await applyForMe(page, {
        firstName: 'Perdita',
        lastName: 'Quillfeather',
        dateOfBirth: '1971-03-27',
        services: ['Book and cancel appointments'],
      });
      expect(await codesOn(page)).toEqual([reference]);
      await press(page, 'Contrast');
      expect(await codesOn(page)).toEqual([reference]);
      await finish(page);
    });
  }
});
