import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { appendAudit } from '../../main/store/audit';
import { addCall, type Call } from '../../main/store/calls';
import { moveArrival, noteCheckedInBy } from '../../main/store/deskArrivals';
import { changeDeskVisit } from '../../main/store/deskVisits';
import { purge } from '../../main/store/purge';
import type { Store } from '../../main/store/store';
import { addQueueTicket } from '../../main/store/tickets';
import { addArrivals, saveVisit } from '../../main/store/visits';
import { openTemporaryStore } from '../support/temporaryStore';
import { openRaw } from './support/raw';
import {
  day,
  instant,
  loadList,
  sampleAppointment,
  sampleArrival,
  samplePatient,
  sampleVisit,
  today,
} from './support/samples';

const longAgo = day('2026-10-01');
const firstDayKept = day('2026-10-24');
const planted = { lastName: 'Plantedname', firstName: 'Perdita' };

function callOf(called: Pick<Call, 'visitId' | 'queueTicketId' | 'day'>): Call {
  return {
    ...called,
    id: randomUUID(),
    kind: 'call',
    ticket: 'D4K',
    clinician: 'Dr Sample 1',
    room: null,
    calledAt: instant,
    calledBy: 'staff',
    lastCalledAt: instant,
    times: 1,
    outcome: 'seen',
    endedAt: instant,
    lookedAt: null,
  };
}

/** A visit that staff have done everything with. */
async function visitOn(store: Store, of: typeof today): Promise<void> {
  const visit = sampleVisit(1, { day: of, patient: samplePatient(1, planted) });
  const arrival = sampleArrival(visit);
  await store.write(async (db) => {
    await saveVisit(db, visit);
    await addArrivals(db, [arrival]);
    await noteCheckedInBy(db, [arrival.id], 'staff');
    await moveArrival(db, arrival.id, 'Dr Sample 2');
    await changeDeskVisit(db, visit.id, { note: 'Plantedname fainted' }, { by: 'staff', at: instant });
    await addCall(db, callOf({ visitId: visit.id, queueTicketId: null, day: of }));
    const { subjectId } = visit;
    await appendAudit(db, { at: instant, actor: 'staff:1', action: 'visit.noted', subjectId, detail: {} });
  });
}

async function ticketOn(store: Store, of: typeof today): Promise<void> {
  const id = randomUUID();
  await store.write(async (db) => {
    await addQueueTicket(db, { id, day: of, queue: 'reception', kind: 'other', ticket: 'D4K', issuedAt: instant });
    await addCall(db, callOf({ visitId: null, queueTicketId: id, day: of }));
  });
}

test('what staff did goes with its visit and its ticket, and a planted name is in no table any more', async () => {
  const { store, options } = await openTemporaryStore();
  await loadList(store, [sampleAppointment(1, { patient: samplePatient(1, planted) })], { day: longAgo });
  await visitOn(store, longAgo);
  await ticketOn(store, day('2026-11-22'));
  await ticketOn(store, today);
  const raw = openRaw(options);
  const tables = raw.prepare<[], string>("select name from sqlite_master where type = 'table'").pluck().all();
  const textOf = (table: string) => JSON.stringify(raw.prepare(`select * from "${table}"`).all());
  const holding = () => tables.filter((table) => /Planted|Perdita/.test(textOf(table)));
  expect(holding().sort()).toEqual(['appointments', 'deskVisits', 'visits']);
  await purge(store, { today, firstDayKept });
  expect(tables.length).toBeGreaterThan(20);
  expect(holding()).toEqual([]);
  expect(['deskVisits', 'deskArrivals', 'arrivals'].map((table) => textOf(table))).toEqual(['[]', '[]', '[]']);
  expect(await store.db.selectFrom('calls').select('day').execute()).toEqual([{ day: today }]);
});

test('what is kept stays whole', async () => {
  const { store } = await openTemporaryStore();
  await visitOn(store, firstDayKept);
  await purge(store, { today, firstDayKept });
  const left = await Promise.all([
    store.db.selectFrom('deskVisits').select('note').execute(),
    store.db.selectFrom('deskArrivals').select(['checkedInBy', 'movedTo']).execute(),
    store.db.selectFrom('calls').select('outcome').execute(),
  ]);
  expect(left).toEqual([
    [{ note: 'Plantedname fainted' }],
    [{ checkedInBy: 'staff', movedTo: 'Dr Sample 2' }],
    [{ outcome: 'seen' }],
  ]);
});
