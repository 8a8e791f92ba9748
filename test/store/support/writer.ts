import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { openConnection, prepareForWriting } from '../../../main/store/connection';
import { openStore } from '../../../main/store/openStore';
import { readRules, writeRules } from '../../../main/store/rules';
import { makeStore, type Store } from '../../../main/store/store';
import { addArrivals, saveVisit } from '../../../main/store/visits';
import { instant, sampleArrival, samplePatient, sampleVisit } from './samples';

/** A process that writes and prints each thing once it is committed: until it is killed, or (`count`) to its end. */
const { WRITER_TASK: task, WRITER_FOLDER: folder = '', WRITER_KEY = '', WRITER_AUDIT_KEY = '' } = process.env;
const [key, auditKey] = [Buffer.from(WRITER_KEY, 'hex'), Buffer.from(WRITER_AUDIT_KEY, 'hex')];

function openAgain() {
  const connection = openConnection({ file: join(folder, 'kiosk.db'), key });
  prepareForWriting(connection);
  return connection;
}

async function writeVisits(): Promise<never> {
  const { store } = await openStore({ folder, key, auditKey, mode: 'real', instant: () => instant });
  for (let number = 0; ; number += 1) {
    const visit = sampleVisit(number, { patient: samplePatient(number, { sourcePatientId: null }) });
    const arrival = sampleArrival(visit);
    await store.write(async (db) => {
      await saveVisit(db, visit);
      await addArrivals(db, [arrival]);
    });
    writeSync(1, `${arrival.id}\n`);
    if (task === 'newerVersion') {
      openAgain().pragma('user_version = 99');
    }
  }
}

/** Reads and then writes in one transaction: what fails as busy, whatever the time-out, unless it begins as a writer. */
async function count(): Promise<void> {
  const store: Store = makeStore(
    openAgain(),
    () => '',
    () => undefined,
  );
  for (let round = 0; round < 200; round += 1) {
    await store.write(async (db) => {
      const known = Number((await readRules(db))['count'] ?? 0);
      await writeRules(db, { count: known + 1 }, instant);
    });
  }
  await store.close();
  writeSync(1, 'done\n');
}

void (task === 'count' ? count() : writeVisits());
