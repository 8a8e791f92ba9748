import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { applicationByReference } from '../../../main/store/applications';
import { readAudit } from '../../../main/store/audit';
import { listFolder, writeDayList, appointment } from '../../support/dayLists';
import { freshFolder, startKiosk, type Kiosk } from '../../support/kioskApp';
import { finish, heading } from '../../support/patient';
import { applyForMe } from '../../support/signUp';
import { keysFolder, readStoreCopy } from '../../support/storeCopy';
import { storeText } from '../../support/storeText';

const who = {
  firstName: 'Perdita',
  lastName: 'Quillfeather',
  dateOfBirth: '1971-03-27',
  services: ['Book and cancel appointments'],
} as const;

test('an application that nobody finishes expires after three months, and a month later nothing of anybody is left', async () => {
  test.setTimeout(180_000);
  const dataFolder = freshFolder();
  const lists = listFolder();
  /** Starts the kiosk on a day with a list of that day: what is over is looked for after each import. */
  const startOn = async (day: string): Promise<Kiosk> => {
    const list = writeDayList(lists, `${day}.csv`, 'emis', [appointment(1, { day, time: '15:10' })]);
    const kiosk = await startKiosk({ dataFolder, args: ['--demo', '--now', `${day}T14:00`, '--list', list] });
    await expect(heading(kiosk.page, /^Welcome to /)).toBeVisible();
    return kiosk;
  };
  try {
    const first = await startOn('2026-11-23');
    const keys = await keysFolder(first);
    const reference = await applyForMe(first.page, who);
    await finish(first.page);
    await first.close();
    const read = () =>
      readStoreCopy(dataFolder, keys, 'demonstration', async ({ db }) => ({
        application: await applicationByReference(db, reference as never),
        trail: (await readAudit(db, 0, 10_000)).map(({ action, actor }) => `${action} ${actor}`),
      }));

    await (await startOn('2027-02-22')).close();
    expect((await read()).application).toMatchObject({ ended: null });

    const late = await startOn('2027-02-24');
    await expect.poll(async () => (await read()).application?.ended).toBe('expired');
    expect((await read()).trail).toContain('application.expire system');
    await late.close();

    const gone = await startOn('2027-03-28');
    await expect.poll(async () => (await read()).application).toBeNull();
    expect(await storeText(dataFolder, keys)).not.toMatch(/Quillfeather|Perdita/);
    expect((await read()).trail).toContain('application.expire system');
    await gone.close();
  } finally {
    rmSync(dataFolder, { recursive: true, force: true });
  }
});
