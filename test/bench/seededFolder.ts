import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { appPath, freshFolder, startKiosk } from '../support/kioskApp';
import { writeEmisList } from './dayList';
import { timeUntil } from './timeUntil';

/** London wall time at which every measured kiosk starts. */
export const benchNow = '2026-11-23T10:00';
const benchDay = benchNow.slice(0, 10);

export interface Seeded {
  folder: string;
  list: string;
}

/**
 * A demonstration folder with `patients` on today's list and `pastVisits` visits with an arrival each on the days before, written
 * straight into the encrypted file; ended cleanly.
 */
export async function seedFolder(patients: number, pastVisits: number): Promise<Seeded> {
  const folder = freshFolder();
  const list = join(folder, 'day.csv');
  writeFileSync(list, writeEmisList(patients, benchDay));
  const kiosk = await startKiosk({ dataFolder: folder, args: ['--demo', '--now', benchNow, '--list', list] });
  await kiosk.page.getByRole('button', { name: 'Check in for an appointment' }).waitFor();
  await kiosk.close();
  seedVisits(folder, pastVisits);
  // Once more up and cleanly down, so that what is measured starts after a clean end of the program itself. It finds a file that was
  // changed from outside and looks the whole of it through first.
  await timeUntil(
    appPath().executable,
    [...appPath().args, '--data-dir', folder, '--demo', '--now', benchNow],
    'app.ready',
  );
  return { folder, list };
}

/** Spread over the thirty days before, which is as long as visits are kept. */
function seedVisits(folder: string, count: number): void {
  const { id } = JSON.parse(readFileSync(join(folder, 'folder.json'), 'utf8')) as { id: string };
  const key = readFileSync(join(configFolder(), 'reception-kiosk', 'keys', `${id}.store.key`)).subarray(1);
  const db = new Database(join(folder, 'kiosk.db'));
  db.pragma(`cipher='sqlcipher'`);
  db.pragma(`key="x'${key.toString('hex')}'"`);
  const visit = db.prepare(
    `insert into visits (id, day, subjectId, source, nhsNumber, sourcePatientId, lastName, firstName, dateOfBirth, postcode,
       firstArrivedAt, ticket, notCheckedIn, lastSeenAt)
     values (?, ?, ?, 'emis', null, ?, 'PAST', 'Patient', ?, null, ?, null, null, ?)`,
  );
  const arrival = db.prepare(
    `insert into arrivals (id, visitId, appointmentId, sourceAppointmentId, source, start, clinician, location, arrivedAt, state, isToCheck)
     values (?, ?, null, null, 'emis', ?, 'Dr Anita Rao', 'Main Surgery', ?, 'arrived', 0)`,
  );
  const today = Temporal.PlainDate.from(benchDay);
  db.transaction(() => {
    for (let index = 0; index < count; index += 1) {
      const day = today.subtract({ days: 1 + (index % 29) }).toString();
      const born = Temporal.PlainDate.from('1930-01-01')
        .add({ days: index % 33_000 })
        .toString();
      const visitId = randomUUID();
      const at = `${day}T09:55:00.000Z`;
      visit.run(visitId, day, randomUUID(), String(index), born, at, at);
      arrival.run(randomUUID(), visitId, `${day}T10:00`, at);
    }
  })();
  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  restoreOwner(folder);
}

/** Where the program's user keeps its configuration; as root that is the product user (scripts/kiosk.sh). */
function configFolder(): string {
  if (process.getuid?.() !== 0) return join(homedir(), '.config');
  const home = execFileSync('getent', ['passwd', 'reception-kiosk'], { encoding: 'utf8' }).split(':')[5] ?? '';
  return join(home, '.config');
}

/** SQLite may have made files as root beside a database of the product user. */
function restoreOwner(folder: string): void {
  if (process.getuid?.() === 0) execFileSync('chown', ['-R', '--reference', join(folder, 'folder.json'), folder]);
}
