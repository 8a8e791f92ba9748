import { test } from 'vitest';
import { randomUUID } from 'node:crypto';
import { openTemporaryStore } from '../../support/temporaryStore';
import { sampleAppointments } from '../../store/support/samples';
import { stageList } from '../../../main/store/stage';
import { startImport } from '../../../main/store/lists';
import { switchIn } from '../../../main/store/switchIn';
import { relinkFor } from '../../../main/services/relinkFor';
import { defaultRules } from '../../../main/domain/rules';
import { addArrivals, saveVisit } from '../../../main/store/visits';
import { sessionArrivals } from '../../../main/store/sessionArrivals';
import { ticketsTaken } from '../../../main/store/tickets';
test('perf', { timeout: 120_000 }, async () => {
  for (const [n, arrived] of [[3000, 300], [3000, 1500], [30000, 300], [30000, 3000]] as const) {
    const { store } = await openTemporaryStore();
    const rows = sampleAppointments(n).map((r, i) => ({ ...r, status: i % 4 === 1 ? 'arrived' as const : r.status }));
    const day = '2026-11-23' as never;
    const put = async (asOf: string, rs: typeof rows) => { const id = randomUUID(); await store.write((db) => startImport(db, { id, source: 'emis', day, startedAt: asOf, listAsOf: asOf })); await stageList(store, id, rs); const t = performance.now(); await store.write((db) => switchIn(db, { importIds: [id], day, at: asOf, relink: relinkFor(['emis'], defaultRules), newId: randomUUID })); return performance.now() - t; };
    const t0 = await put('2026-11-23T09:00:00.000Z', rows);
    const ids = await store.db.selectFrom('appointments').select(['id', 'line', 'start']).execute();
    await store.write(async (db) => {
      for (let i = 0; i < arrived; i += 1) {
        const r = rows[i]!; const id = randomUUID();
        await saveVisit(db, { id, day, subjectId: randomUUID(), source: 'emis', patient: r.patient, firstArrivedAt: '2026-11-23T09:30:00.000Z', ticket: null, notCheckedIn: null, opensAt: null, hasPrivate: false, lastSeenAt: '2026-11-23T09:30:00.000Z', arrivals: [] });
        await addArrivals(db, [{ id: randomUUID(), visitId: id, appointmentId: ids.find((x) => x.line === r.line)!.id, sourceAppointmentId: r.sourceAppointmentId, source: 'emis', start: r.start, clinician: r.clinician, location: r.location, arrivedAt: '2026-11-23T09:30:00.000Z', state: 'arrived', calledAt: null, isLate: false, isToCheck: false }]);
      }
    });
    const t1 = await put('2026-11-23T10:00:00.000Z', rows);
    const t2 = await put('2026-11-23T10:05:00.000Z', rows.map((r) => ({ ...r, status: 'cancelled' as const })));
    const t3 = await put('2026-11-23T10:10:00.000Z', rows.slice(arrived));
    let a = performance.now(); const s = await sessionArrivals(store.db, day, 'Dr Sample 1'); const ts = performance.now() - a;
    a = performance.now(); await ticketsTaken(store.db, day); const tt = performance.now() - a;
    console.log(n, arrived, 'switch first', t0.toFixed(1), 'same', t1.toFixed(1), 'all cancelled', t2.toFixed(1), 'all lost', t3.toFixed(1), 'sessionArrivals', s.length, ts.toFixed(1), 'tickets', tt.toFixed(1));
  }
});
