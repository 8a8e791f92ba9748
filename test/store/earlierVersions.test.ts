import { describe, expect, test } from 'vitest';
import { chainHash, chainStart, type AuditContent } from '../../main/domain/audit';
import { acknowledgeAlert, openAlerts } from '../../main/store/alerts';
import { verifyAudit } from '../../main/store/audit';
import { openApplications } from '../../main/store/applications';
import { candidates } from '../../main/store/checkIn';
import type { Connection } from '../../main/store/connection';
import { countsOfDay } from '../../main/store/counts';
import { isAnyInvited, noteInvited } from '../../main/store/invitations';
import { currentLists } from '../../main/store/lists';
import { versionOf } from '../../main/store/migrate';
import type { StoreOptions } from '../../main/store/openStore';
import { hmacWith } from '../../main/store/seal';
import { saveVisit, visitsOfDay } from '../../main/store/visits';
import { openTemporaryStore } from '../support/temporaryStore';
import { fileOfVersion } from './support/fileOfVersion';
import { openRaw } from './support/raw';
import { born, day, instant, loadList, sampleAppointments, today } from './support/samples';

const dateOfBirth = born('1977-05-14');
const yesterday = day('2026-11-22');
const audited = {
  at: instant,
  actor: 'kiosk',
  action: 'arrival.recorded',
  subjectId: 'subject',
  detail: '{"appointments":[1]}',
} satisfies AuditContent;

/** A day in the life of the program before: a list in use, one checked in, one not, one of yesterday, an alert, counts and the trail. */
function fillVersion2(connection: Connection, auditKey: Buffer): void {
  const hash = chainHash(chainStart, audited, hmacWith(auditKey));
  connection.exec(`
    insert into sites (id, name) values (1, 'Main Surgery');
    insert into clinicians (id, name) values (1, 'Dr Anita Rao');
    insert into imports (number, id, source, day, startedAt, listAsOf, state, switchedInAt, rowsRead, rowsLoaded)
      values (1, 'import', 'emis', '${today}', '${instant}', '${instant}', 'current', '${instant}', 2, 2);
    insert into appointments (id, importNumber, line, siteId, clinicianId, nhsNumber, sourcePatientId, lastName, firstName, dateOfBirth,
        postcode, sourceAppointmentId, start, durationMinutes, isNurseLed, slotType, mode, status)
      values (1, 1, 2, 1, 1, '9990000018', null, 'Khan', 'Ruth', '${dateOfBirth}', 'LS65RT', 'A1', '${today}T10:05', 10, 0, 'Routine',
        'inPerson', 'booked'),
      (2, 1, 3, null, 1, null, 'P2', 'O''Neil', 'Łukasz', '${dateOfBirth}', null, null, '${today}T10:15', null, 1, null, 'phone', 'unknown');
    insert into visits (id, day, subjectId, source, nhsNumber, sourcePatientId, lastName, firstName, dateOfBirth, postcode, firstArrivedAt,
        ticket, notCheckedIn, lastSeenAt)
      values ('visit', '${today}', 'subject', 'emis', '9990000018', null, 'Khan', 'Ruth', '${dateOfBirth}', 'LS65RT', '${instant}', null, null,
        '${instant}'),
      ('early', '${today}', 'subject 2', 'emis', null, 'P2', 'O''Neil', 'Łukasz', '${dateOfBirth}', null, null, null, 'tooEarly', '${instant}'),
      ('before', '${yesterday}', 'subject 3', 'emis', '9990000018', null, 'Khan', 'Ruth', '${dateOfBirth}', 'LS65RT', '${instant}', null, null,
        '${instant}');
    insert into arrivals (id, visitId, appointmentId, sourceAppointmentId, source, start, clinician, location, arrivedAt, state, isToCheck)
      values ('arrival', 'visit', 1, 'A1', 'emis', '${today}T10:05', 'Dr Anita Rao', 'Main Surgery', '${instant}', 'disputed', 0);
    insert into alerts (id, day, kind, raisedAt, visitId, acknowledgedAt) values ('alert', '${today}', 'disputed', '${instant}', 'visit', null);
    insert into dailyCounts (day, name, count) values ('${today}', 'claims.none', 7);
    insert into rules (name, value, changedAt) values ('joinMinutes', '45', '${instant}');
  `);
  connection
    .prepare(
      'insert into audit (sequence, at, actor, action, subjectId, detail, previousHash, hash) values (1, ?, ?, ?, ?, ?, ?, ?)',
    )
    .run(audited.at, audited.actor, audited.action, audited.subjectId, audited.detail, chainStart.hash, hash);
}

function filledVersion2(): StoreOptions {
  const { options, connection } = fileOfVersion(2);
  fillVersion2(connection, options.auditKey);
  connection.close();
  return options;
}

describe('a file of version 2, full of a practice’s day', () => {
  test('keeps every row as it was, with nothing claimed that was not known', async () => {
    const options = filledVersion2();
    const { store, isNew } = await openTemporaryStore(options);
    expect([isNew, versionOf(openRaw(options))]).toEqual([false, 5]);
    expect(await currentLists(store.db, today)).toMatchObject([{ importId: 'import', rowsLoaded: 2 }]);
    const found = await candidates(store.db, today, dateOfBirth);
    const unmarked = {
      marking: 'none',
      patientMarking: 'none',
      hasNeed: false,
      hasOnlineAccount: null,
      listAsOf: instant,
    };
    expect(found.appointments).toMatchObject([
      {
        id: 1,
        patient: { lastName: 'Khan', nhsNumber: '9990000018' },
        start: `${today}T10:05`,
        status: 'booked',
        ...unmarked,
      },
      { id: 2, patient: { lastName: "O'Neil", firstName: 'Łukasz' }, mode: 'phone', isNurseLed: true, ...unmarked },
    ]);
    expect(found.visits).toMatchObject([
      {
        id: 'visit',
        ticket: null,
        opensAt: null,
        hasPrivate: false,
        arrivals: [
          { id: 'arrival', appointmentId: 1, state: 'disputed', calledAt: null, isLate: false, isToCheck: false },
        ],
      },
      { id: 'early', notCheckedIn: 'tooEarly', opensAt: null, arrivals: [] },
    ]);
    expect((await visitsOfDay(store.db, yesterday)).map(({ id }) => id)).toEqual(['before']);
    expect(await openAlerts(store.db, today)).toMatchObject([{ id: 'alert', visitId: 'visit', detail: null }]);
    expect(await countsOfDay(store.db, today)).toEqual({ 'claims.none': 7 });
    expect(await verifyAudit(store.db, store.auditSeal, [])).toMatchObject({ isSound: true, head: { sequence: 1 } });
  });

  test('can be worked with at once, and opens again', async () => {
    const options = filledVersion2();
    const { store } = await openTemporaryStore(options);
    const [visit] = await visitsOfDay(store.db, today);
    if (visit === undefined) throw new Error('The visit is there');
    await store.write(async (db) => {
      await saveVisit(db, { ...visit, ticket: 'A2C' });
      await acknowledgeAlert(db, 'alert', instant);
    });
    await loadList(store, sampleAppointments(300));
    await store.close();
    const again = await openTemporaryStore(options);
    expect(again.endedCleanly).toBe(true);
    expect((await visitsOfDay(again.store.db, today))[0]?.ticket).toBe('A2C');
    expect(await currentLists(again.store.db, today)).toMatchObject([{ rowsLoaded: 300 }]);
  });
});

describe('a file of version 4, from before sign-up', () => {
  test('says of nobody whether they have an account or were invited, and takes applications at once', async () => {
    const { options, connection } = fileOfVersion(4);
    fillVersion2(connection, options.auditKey);
    connection.close();
    const { store, isNew } = await openTemporaryStore(options);
    expect([isNew, versionOf(openRaw(options))]).toEqual([false, 5]);
    const found = await candidates(store.db, today, dateOfBirth);
    expect(found.appointments.map(({ hasOnlineAccount }) => hasOnlineAccount)).toEqual([null, null]);
    expect(found.visits.map(({ id }) => id).toSorted()).toEqual(['early', 'visit']);
    expect(await isAnyInvited(store.db, ['visit', 'early'])).toBe(false);
    await store.write((db) => noteInvited(db, 'visit', instant));
    expect([await isAnyInvited(store.db, ['visit']), await isAnyInvited(store.db, ['early'])]).toEqual([true, false]);
    expect(await openApplications(store.db)).toEqual([]);
    expect(await verifyAudit(store.db, store.auditSeal, [])).toMatchObject({ isSound: true, head: { sequence: 1 } });
  });
});
