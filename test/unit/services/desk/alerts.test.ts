import { expect, test } from 'vitest';
import { acknowledge } from '../../../../main/services/desk/alerts';
import { createHelp } from '../../../../main/services/help';
import { readAudit } from '../../../../main/store/audit';
import { openDeskState } from './deskStateSupport';
import { byLetter, handleOf, row } from './support';

const here = row(1, '10:10');

test('staff have seen an alert: it is gone everywhere, audited once by who was first, and whoever called is told', async () => {
  const desk = await openDeskState({ rows: [here] });
  const { clock, store, jo, sam, read, published } = desk;
  const help = createHelp(desk);
  const { callId } = await help.call();
  expect((await read()).alerts).toMatchObject([{ kind: 'helpNeeded', isUrgent: true, alertIds: [callId], people: [] }]);
  expect(await help.acknowledged()).toBeNull();
  clock.set('2026-11-23T10:02');
  published.length = 0;
  await acknowledge(desk, jo, [callId]);
  expect(published).toEqual(['alerts']);
  expect((await read()).alerts).toEqual([]);
  expect(await help.acknowledged()).toBe(callId);
  clock.set('2026-11-23T10:03');
  await acknowledge(desk, sam, [callId]);
  const kept = await store.db.selectFrom('alerts').select(['acknowledgedAt', 'acknowledgedBy']).execute();
  expect(kept).toEqual([{ acknowledgedAt: '2026-11-23T10:02:00.000Z', acknowledgedBy: jo.staffId }]);
  const entries = (await readAudit(store.db, 0, 100)).filter(({ action }) => action === 'alert.acknowledged');
  expect(entries).toMatchObject([
    {
      actor: `staff:${jo.staffId}`,
      subjectId: null,
      detail: { alert: callId, kind: 'helpNeeded', role: 'receptionist' },
    },
  ]);
  // Half an hour later it is nobody's any more who stands at the kiosk.
  clock.set('2026-11-23T10:31');
  expect(await help.acknowledged()).toBeNull();
});

test('what was raised after a desk saw its list stays open when that list is acknowledged', async () => {
  const desk = await openDeskState({ rows: [here] });
  const help = createHelp(desk);
  await help.call();
  const seen = (await desk.read()).alerts.flatMap(({ alertIds }) => alertIds);
  const later = await help.call();
  await acknowledge(desk, desk.jo, seen);
  expect((await desk.read()).alerts).toMatchObject([{ alertIds: [later.callId] }]);
});

test('an alert about a patient is audited by the random id of the visit, and names nobody', async () => {
  const desk = await openDeskState({ rows: [here] });
  await desk.checkIn.dispute(handleOf(await desk.claim(byLetter(here))));
  const [group] = (await desk.read()).alerts;
  await acknowledge(desk, desk.jo, group?.alertIds ?? []);
  const entry = (await readAudit(desk.store.db, 0, 100)).at(-1);
  const visit = await desk.visitOf(here);
  expect(entry).toMatchObject({
    action: 'alert.acknowledged',
    subjectId: visit.subjectId,
    detail: { kind: 'disputed' },
  });
  expect(JSON.stringify(entry)).not.toContain('Sample1');
});

test('to acknowledge what is gone changes and audits nothing', async () => {
  const desk = await openDeskState({ rows: [here] });
  const before = (await readAudit(desk.store.db, 0, 100)).length;
  desk.published.length = 0;
  await acknowledge(desk, desk.jo, ['00000000-0000-4000-8000-000000000000']);
  expect((await readAudit(desk.store.db, 0, 100)).length).toBe(before);
  expect(desk.published).toEqual([]);
});

test('a call for help does not end with the day: it is shown after midnight, and whoever called is told that staff know', async () => {
  const desk = await openDeskState({ rows: [here], now: '2026-11-23T23:58' });
  const { clock, changes, jo, read } = desk;
  const help = createHelp(desk);
  const { callId } = await help.call();
  clock.set('2026-11-24T00:01');
  changes.publish('clock');
  expect((await read()).alerts).toMatchObject([{ kind: 'helpNeeded', isUrgent: true, alertIds: [callId] }]);
  await acknowledge(desk, jo, [callId]);
  expect((await read()).alerts).toEqual([]);
  expect(await help.acknowledged()).toBe(callId);
  // Nobody stands there any more half an hour later.
  await help.call();
  clock.set('2026-11-24T00:40');
  changes.publish('clock');
  expect((await read()).alerts).toHaveLength(1);
  clock.set('2026-11-25T00:40');
  changes.publish('clock');
  expect((await read()).alerts).toEqual([]);
});
