import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import { postcodeSchema } from '../../../../preload/contract/rules/postcode';
import { createApplicationsState } from '../../../../main/services/desk/applicationsState';
import { openApplication } from '../../../../main/services/desk/applicationsDetail';
import { expireApplications } from '../../../../main/services/expireApplications';
import { purgeExpired } from '../../../../main/services/retention';
import { applicationById } from '../../../../main/store/applications';
import { verifyAudit } from '../../../../main/store/audit';
import type { Store } from '../../../../main/store/store';
import { born, openSignUpDesk, sampleApplication, sampleProxy, sampleTask } from './applicationsSupport';

const sentOn = (day: string) => ({ day: dateSchema.parse(day), sentAt: `${day}T10:00:00.000Z` });

/** Every table of the store with the text of all its rows. */
function everythingIn(store: Store): Promise<[table: string, rows: string][]> {
  return store.write(async (db) => {
    const tables = await sql<{ name: string }>`select name from sqlite_schema where type = 'table'`.execute(db);
    const texts: [string, string][] = [];
    for (const { name } of tables.rows) {
      const { rows } = await sql`select * from ${sql.table(name)}`.execute(db);
      texts.push([name, JSON.stringify(rows)]);
    }
    return texts;
  });
}

describe('an application that nobody finishes', () => {
  test('expires when three months are over, whatever was done with it, by nobody of the staff', async () => {
    const desk = await openSignUpDesk();
    const { send, having, read, clock, trail, log } = desk;
    const worked = await send(sampleApplication(sentOn('2026-08-23')));
    const task = await send(sampleTask(sentOn('2026-08-01')));
    const young = await send(sampleApplication(sentOn('2026-08-24')));
    const over = await having(await send(sampleApplication(sentOn('2026-08-01'))), 'withdraw');
    await having(worked, 'verify', 'grantAppointments');
    clock.set('2026-11-24T02:00');
    let told = 0;
    desk.changes.subscribe(['applications'], () => (told += 1));

    expect(await expireApplications(desk)).toBe(2);
    const end = { ended: 'expired', endedAt: clock.instant(), changedBy: null };
    expect(await read(worked)).toMatchObject({ ...end, version: 3, work: { identity: 'verified' } });
    expect(await read(task)).toMatchObject({ ...end, version: 1 });
    expect(await read(young)).toEqual(young);
    expect(await read(over)).toEqual(over);
    const rows = (await trail()).filter(({ action }) => action === 'application.expire');
    expect(rows.map(({ actor, subjectId, detail }) => [actor, subjectId, detail])).toEqual([
      ['system', task.subjectId, {}],
      ['system', worked.subjectId, {}],
    ]);
    expect(told).toBe(1);
    expect(log.entries.at(-1)).toEqual({ event: 'applications.expired', fields: { count: 2 } });

    expect(await expireApplications(desk)).toBe(0);
    expect(told).toBe(1);
  });

  test('is told of to a desk that still had it open', async () => {
    const desk = await openSignUpDesk();
    const sent = await desk.send(sampleApplication(sentOn('2026-08-01')));
    const key = await desk.keyOf(sent);
    await expireApplications(desk);
    expect(await desk.doing.verify(key)).toEqual({ kind: 'changed', by: null, at: desk.clock.instant() });
    expect(await desk.attempt(sent, 'verify')).toEqual({ kind: 'notNow', why: 'ended' });
  });
});

describe('the purge', () => {
  test('takes what ended so many days ago as the practice keeps it, and nothing that is open', async () => {
    const desk = await openSignUpDesk({ rules: { applicationsKeptDays: 10 } });
    const { send, having, clock, store } = desk;
    const [open, ended, expired] = [await send(), await send(), await send(sampleApplication(sentOn('2026-08-30')))];
    await having(ended, 'withdraw');
    const left = async (): Promise<string[]> =>
      (await store.db.selectFrom('applications').select('id').execute()).map(({ id }) => id).sort();
    clock.set('2026-12-03T10:00');
    await purgeExpired(desk);
    expect(await left()).toEqual([open.id, ended.id, expired.id].sort());
    expect(await applicationById(store.db, expired.id)).toMatchObject({ ended: 'expired' });
    clock.jump(1);
    await purgeExpired(desk);
    expect(await left()).toEqual([open.id, expired.id].sort());
    clock.set('2026-12-14T10:00');
    await purgeExpired(desk);
    expect(await left()).toEqual([open.id]);
  });

  test('leaves of an application nothing but numbers and a trail that names nobody', async () => {
    const desk = await openSignUpDesk();
    const { send, having, clock, store, team, trail, countsOn } = desk;
    const planted = sampleApplication({
      form: {
        firstName: 'Brynhildur',
        lastName: 'Quillfeather',
        dateOfBirth: born('1948-02-03'),
        nhsNumber: '9990000026',
        address: {
          line1: '7 Plantedstreet',
          line2: 'Plantedflat',
          town: 'Plantedtown',
          postcode: postcodeSchema.parse('ZE10AA'),
        },
        contact: { email: 'planted@example.org', mobile: '07700900456', isSafe: false },
        needs: { kinds: ['interpreter'], language: 'Plantedlanguage' },
        agreed: { version: 'kiosk1', statements: [{ words: 'Plantedstatement', at: '2026-11-23T09:59:00.000Z' }] },
      },
    });
    await send(planted);
    await having(planted, 'comeBack', 'verifyByDocuments', 'grantAppointments', 'declinePrescriptions', 'grantRecord');
    await openApplication(desk, team.manager, planted.id);
    await having(planted, 'createAccount', 'handOver');
    const asker = {
      firstName: 'Gwendolyn',
      lastName: 'Plantedasker',
      dateOfBirth: born('1977-11-29'),
      relationship: 'carer',
      contact: { email: null, mobile: '07700900789', isSafe: null },
    } as const;
    await having(await send(sampleProxy({ form: { asker } })), 'refuse');
    const state = createApplicationsState(desk);
    const before = await trail();
    const counts = await countsOn('2026-11-23');
    expect(Object.keys(counts)).toContain('signUp.enabled.record');

    const words =
      /Brynhildur|Quillfeather|1948-02-03|9990000026|planted|ZE10AA|07700900456|Gwendolyn|1977-11-29|07700900789/i;
    const holding = async (): Promise<string[]> =>
      (await everythingIn(store)).filter(([, rows]) => words.test(rows)).map(([table]) => table);
    expect(await holding()).toEqual(['applications']);

    clock.set('2026-12-25T10:00');
    await purgeExpired(desk);
    expect(await holding()).toEqual([]);
    expect(await trail()).toEqual(before);
    expect(await countsOn('2026-11-23')).toEqual(counts);
    expect(await verifyAudit(store.db, store.auditSeal, [])).toMatchObject({ isSound: true });
    expect((await state.read()).rows).toEqual([]);
  });
});
