import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { openConnection } from '../../main/store/connection';
import { freshFolder, startKiosk } from '../support/kioskApp';
import { changeIdentity, copyFolder, hashesOf, identityOf, removeCopy } from '../support/kioskFolders';
import { checkIn, finish, heading, headings } from '../support/patient';
import { nobody } from '../support/madeUpDay';
import { keysFolder as keysFolderOf } from '../support/storeCopy';

/* What keeps the kiosk from working is said to staff; patients are sent to reception; nothing in the folder changes. */

const now = '2026-11-23T10:00';
const demonstration = ['--demo', '--now', now];

test.describe('a data folder', () => {
  /** A folder that was used and closed cleanly; each test spoils a copy of its own. */
  let used: string;
  let keysFolder: string;
  const keyOf = (id: string, name: 'store' | 'audit'): string => join(keysFolder, `${id}.${name}.key`);

  test.beforeAll(async () => {
    used = freshFolder();
    const kiosk = await startKiosk({ dataFolder: used, args: demonstration });
    await checkIn(kiosk.page, nobody);
    await finish(kiosk.page);
    keysFolder = await keysFolderOf(kiosk);
    await kiosk.close();
  });
  test.afterAll(() => {
    for (const name of ['store', 'audit'] as const) rmSync(keyOf(identityOf(used), name));
    rmSync(used, { recursive: true });
  });

  /** Starts on `folder` and expects the message for staff, and every file as it was. */
  async function expectFault(folder: string, what: string, args = demonstration): Promise<void> {
    const before = hashesOf(folder);
    const kiosk = await startKiosk({ dataFolder: folder, args });
    try {
      const { page } = kiosk;
      await expect(heading(page, 'Please speak to reception')).toBeVisible();
      await expect(page.getByText('tell reception now')).toBeVisible();
      const staff = page.getByRole('region', { name: 'For staff' });
      await expect(staff.getByText(what, { exact: true })).toBeVisible();
      await expect(staff.getByText(folder)).toBeVisible();
      // What is wrong, what to do, and which folder.
      await expect(staff.locator('p')).toHaveCount(3);
      await expect(page.getByRole('button', { name: 'Check in for an appointment' })).toBeHidden();
      expect(hashesOf(folder)).toEqual(before);
    } finally {
      await kiosk.close();
    }
    expect(hashesOf(folder)).toEqual(before);
  }

  test('that cannot be written', async () => {
    test.skip(process.platform === 'win32', 'rights are others there');
    const folder = copyFolder(used);
    chmodSync(folder, 0o500);
    await expectFault(folder, 'The kiosk cannot write to its data folder.');
    removeCopy(folder);
  });

  test('written by a newer version', async () => {
    const folder = copyFolder(used);
    const key = readFileSync(keyOf(identityOf(folder), 'store')).subarray(1);
    const { uid, gid } = statSync(join(folder, 'kiosk.db'));
    const connection = openConnection({ file: join(folder, 'kiosk.db'), key });
    connection.pragma('user_version = 999');
    connection.close();
    for (const name of readdirSync(folder)) chownSync(join(folder, name), uid, gid);
    await expectFault(folder, 'The data was written by a newer version of the kiosk.');
    removeCopy(folder);
  });

  test('whose key is missing', async () => {
    const folder = copyFolder(used);
    const id = changeIdentity(folder);
    await expectFault(folder, 'The key to the data is missing from this computer.');
    expect(existsSync(keyOf(id, 'store'))).toBe(false);
    removeCopy(folder);
  });

  test('whose key is another one', async () => {
    const folder = copyFolder(used);
    const id = changeIdentity(folder);
    const { uid, gid } = statSync(keysFolder);
    const mark = readFileSync(keyOf(identityOf(used), 'store')).subarray(0, 1);
    for (const name of ['store', 'audit'] as const) {
      writeFileSync(keyOf(id, name), Buffer.concat([mark, randomBytes(32)]), { mode: 0o600 });
      chownSync(keyOf(id, name), uid, gid);
    }
    await expectFault(folder, 'The data cannot be opened with this computer’s key.');
    for (const name of ['store', 'audit'] as const) rmSync(keyOf(id, name));
    removeCopy(folder);
  });

  test('whose file is damaged', async () => {
    const folder = copyFolder(used);
    const path = join(folder, 'kiosk.db');
    const bytes = readFileSync(path);
    for (let place = 5_000; place < bytes.length; place += 4_000)
      bytes.writeUInt8(bytes.readUInt8(place) ^ 0xff, place);
    writeFileSync(path, bytes);
    await expectFault(folder, 'The kiosk’s data file is damaged.');
    removeCopy(folder);
  });

  test('whose identity cannot be read', async () => {
    const folder = copyFolder(used);
    writeFileSync(join(folder, 'folder.json'), '{"id":');
    await expectFault(folder, 'The kiosk’s data file is damaged.');
    removeCopy(folder);
  });

  const mixed = 'This folder belongs to a demonstration and the kiosk was started for real data, or the reverse.';

  test('of a demonstration, started for real data', async () => {
    const folder = copyFolder(used);
    await expectFault(folder, mixed, ['--windowed']);
    removeCopy(folder);
  });

  test('of real data: a trial without a list is closed and says so, and never becomes a demonstration', async () => {
    const folder = freshFolder();
    const kiosk = await startKiosk({ dataFolder: folder, args: ['--windowed', '--practice', 'Elm Tree Surgery'] });
    await expect(heading(kiosk.page, 'Welcome to Elm Tree Surgery')).toBeVisible();
    await expect(kiosk.page.getByText('Trial: also tell reception you are here')).toBeVisible();
    await expect(kiosk.page.getByText('There is no appointment list for today.')).toBeVisible();
    await expect(kiosk.page.getByText('DEMONSTRATION')).toBeHidden();
    await kiosk.close();
    await expectFault(folder, mixed);
    for (const name of ['store', 'audit'] as const) rmSync(keyOf(identityOf(folder), name));
    rmSync(folder, { recursive: true });
  });

  test('with broken machine settings: they are set aside and the kiosk starts', async () => {
    const folder = copyFolder(used);
    const broken = '{"site": 12,';
    const { uid, gid } = statSync(folder);
    writeFileSync(join(folder, 'machine.json'), broken);
    chownSync(join(folder, 'machine.json'), uid, gid);
    const kiosk = await startKiosk({ dataFolder: folder, args: demonstration });
    await expect(heading(kiosk.page, headings.welcome)).toBeVisible();
    await checkIn(kiosk.page, nobody);
    await kiosk.close();
    const aside = readdirSync(folder).filter((name) => name.startsWith('machine.broken-'));
    expect(aside.map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual([broken]);
    removeCopy(folder);
  });

  test('is opened by keys that stand elsewhere, for their owner only', async () => {
    const id = identityOf(used);
    expect(keysFolder.startsWith(used)).toBe(false);
    const files = readdirSync(used, { recursive: true, encoding: 'utf8' }).map((name) => join(used, name));
    const contents = files.filter((path) => lstatSync(path).isFile()).map((path) => readFileSync(path));
    for (const name of ['store', 'audit'] as const) {
      const { mode, uid } = statSync(keyOf(id, name));
      expect(mode & 0o777).toBe(0o600);
      expect(uid).toBe(statSync(used).uid);
      const key = readFileSync(keyOf(id, name)).subarray(1);
      for (const content of contents) {
        for (const form of [key, Buffer.from(key.toString('hex')), Buffer.from(key.toString('base64'))]) {
          expect(content.includes(form)).toBe(false);
        }
      }
    }
    expect(statSync(keysFolder).mode & 0o777).toBe(0o700);
    // An unencrypted database begins with its format's name.
    expect(readFileSync(join(used, 'kiosk.db')).includes('SQLite format')).toBe(false);
  });
});
