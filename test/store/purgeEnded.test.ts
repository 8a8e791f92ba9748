import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultRules } from '../../main/domain/rules';
import { createChanges } from '../../main/services/changes';
import { defaultMachineSettings } from '../../main/services/machineDefaults';
import { purgeByNight } from '../../main/services/retention';
import { changeApplication, insertApplication } from '../../main/store/applications';
import { addProxyReview, changeProxyReview } from '../../main/store/proxyReviews';
import { createFakeClock, createSilentLog } from '../support/fakePorts';
import { openTemporaryStore } from '../support/temporaryStore';
import { born, sampleApplication } from '../unit/services/desk/applicationsSupport';
import { openRaw } from './support/raw';
import { day } from './support/samples';

const longAgo = { by: 'staff', at: '2025-10-01T10:00:00.000Z' };

test('nothing of what is kept no longer is left by night: not in rows, freed pages, freed bytes or the log', async () => {
  const { store, options } = await openTemporaryStore();
  for (let number = 0; number < 60; number += 1) {
    // Of many lengths, so that some fill pages of their own and some share one.
    const lastName = `Planted${'x'.repeat(number * 40)}`;
    const application = sampleApplication({ form: { lastName, nhsNumber: null } });
    const review = {
      id: `review ${number}`,
      applicationId: application.id,
      subjectId: 'somebody',
      kind: 'atSixteen' as const,
      dueOn: day('2025-10-01'),
      people: {
        patient: { firstName: 'A', lastName, dateOfBirth: born('2009-10-01') },
        asker: { firstName: 'B', lastName },
        relationship: 'parent' as const,
      },
      version: 0,
      changedBy: null,
      changedAt: longAgo.at,
      safeBy: null,
      safeAt: null,
      outcome: null,
      doneBy: null,
      doneAt: null,
    };
    await store.write(async (db) => {
      await insertApplication(db, application);
      await changeApplication(db, application, { work: application.work, ended: 'withdrawn' }, longAgo);
      await addProxyReview(db, review);
      const finished = { outcome: 'suspended', doneBy: longAgo.by, doneAt: longAgo.at } as const;
      await changeProxyReview(db, review, finished, longAgo);
    });
  }
  const raw = openRaw(options);
  /** Every page of the file as SQLite reads it, decrypted, those that are free too. */
  const hasPlanted = (): boolean => raw.serialize().includes('Planted');
  const logBytes = (): number => statSync(join(options.folder, 'kiosk.db-wal')).size;
  expect([hasPlanted(), logBytes() > 0]).toEqual([true, true]);
  const settings = {
    machine: () => defaultMachineSettings,
    rules: () => defaultRules,
    setMachine: () => undefined,
    setRules: () => Promise.resolve(),
  };
  const parts = { store, settings, clock: createFakeClock('2026-11-23T03:00'), changes: createChanges() };
  await purgeByNight({ ...parts, log: createSilentLog() });
  expect([hasPlanted(), logBytes()]).toEqual([false, 0]);
});
