import { lstatSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { demonstrationCard } from '../../main/demonstration/card';
import { freshFolder, startKiosk } from '../support/kioskApp';
import { logLines } from '../support/logLines';
import { madeUpDay } from '../support/madeUpDay';
import { checkIn, finish, heading } from '../support/patient';

/** The card that `npm start` prints, walked row by row: morning, early afternoon with summer time, evening. */
for (const now of ['2026-11-23T10:00', '2026-07-01T13:30', '2026-03-02T17:45']) {
  test(`every row of the demonstration card ends as it says at ${now}`, async () => {
    const madeUp = madeUpDay(now);
    const rows = demonstrationCard(madeUp);
    expect(rows.length).toBeGreaterThan(15);
    const dataFolder = freshFolder();
    const kiosk = await startKiosk({ dataFolder, args: ['--demo', '--now', now] });
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
    // After a day of check-ins nothing about a patient stands in the log, nor readable anywhere in the folder.
    const told = kiosk.log();
    expect(logLines(told).filter(({ event }) => event === 'checkIn.answered').length).toBeGreaterThanOrEqual(
      rows.length,
    );
    const texts = { 'standard error': told, ...textsIn(dataFolder) };
    expect(Object.keys(texts)).toContain(join('logs', 'kiosk.log'));
    const planted = madeUp.cases.map(({ dateOfBirth }) => dateOfBirth as string);
    for (const { patient } of madeUp.appointments.filter(({ patient: { dateOfBirth } }) =>
      planted.includes(dateOfBirth),
    )) {
      const { nhsNumber, lastName, firstName, dateOfBirth, postcode } = patient;
      for (const word of [nhsNumber, lastName, firstName, dateOfBirth, postcode]) {
        // Two letters happen to stand somewhere in any file.
        if (word === null || word.length < 6) continue;
        expect(Object.keys(texts).filter((name) => texts[name as keyof typeof texts].includes(word))).toEqual([]);
      }
    }
    rmSync(dataFolder, { recursive: true });
  });
}

/** Every file below a folder, by its path, as text. */
function textsIn(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const files = names.filter((name) => lstatSync(join(folder, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), 'latin1')]));
}
