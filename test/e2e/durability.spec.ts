import { expect, test } from '@playwright/test';
import { appointments, claimOf, listFolder, writeDayList } from '../support/dayLists';
import { freshFolder, startKiosk } from '../support/kioskApp';
import { heading, headings } from '../support/patient';
import { swiftCheckIn } from '../support/swiftCheckIn';

const day = '2026-11-23';
const demonstration = ['--demo', '--now', `${day}T10:00`];

test('try', async () => {
  test.setTimeout(200_000);
  const rows = appointments(60, { day, time: '10:20' });
  const list = writeDayList(listFolder(), 'today.csv', 'emis', rows);
  const dataFolder = freshFolder();
  let last;
  for (let round = 0; round < 4; round += 1) {
    const t0 = Date.now();
    const kiosk = await startKiosk({ dataFolder, args: [...demonstration, ...(round === 0 ? ['--list', list] : [])] });
    const t1 = Date.now();
    await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
    const t2 = Date.now();
    if (last) console.log(await swiftCheckIn(kiosk.page, claimOf(last)));
    last = rows[round]!;
    console.log((await swiftCheckIn(kiosk.page, claimOf(last))).heading);
    const t3 = Date.now();
    process.kill(-kiosk.app.process().pid!, 'SIGKILL');
    console.log(t1 - t0, t2 - t1, t3 - t2);
    console.log(kiosk.log());
  }
});
