import { expect, test } from '@playwright/test';
import { demonstrationCard } from '../../main/demonstration/card';
import { startKiosk } from '../support/kioskApp';
import { logLines } from '../support/logLines';
import { madeUpDay } from '../support/madeUpDay';
import { checkIn, finish, heading } from '../support/patient';

/** The card that `npm start` prints, walked row by row: morning, early afternoon with summer time, evening. */
for (const now of ['2026-11-23T10:00', '2026-07-01T13:30', '2026-03-02T17:45']) {
  test(`every row of the demonstration card ends as it says at ${now}`, async () => {
    const rows = demonstrationCard(madeUpDay(now));
    expect(rows.length).toBeGreaterThan(15);
    const kiosk = await startKiosk({ args: ['--demo', '--now', now] });
    try {
      for (const row of rows) {
        await test.step(row.case, async () => {
          const [day = '', month = '', year = ''] = row.dateOfBirth.split('/');
          const dateOfBirth = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
          const isPostcodeAsked = row.shows.startsWith('Postcode, then ');
          const postcode = isPostcodeAsked ? row.postcode : 'not asked';
          await checkIn(kiosk.page, { dateOfBirth, letter: row.letter, postcode });
          await expect(heading(kiosk.page, row.shows.replace('Postcode, then ', ''))).toBeVisible();
          await expect(kiosk.page.getByText('DEMONSTRATION')).toBeVisible();
          await finish(kiosk.page);
        });
      }
      expect(logLines(kiosk.log()).filter(({ event }) => event === 'procedure.failed')).toEqual([]);
    } finally {
      await kiosk.close();
    }
  });
}
