import { test } from 'vitest';
import { utimesSync } from 'node:fs';
import { openCheckIn, row, byLetter, byPostcode, clinician } from './support';
import { openPractice, settle, writeListAt } from '../../support/practice';
import { emisTable, toBytes } from '../../support/listFiles';
import { appointment } from '../../support/dayLists';
import { startWatch } from '../../../main/services/watch';
import { sessionArrivals } from '../../../main/store/sessionArrivals';
import { controlActionSchema } from '../../../main/services/controlAction';
test('K a scheduled import proves a clock that is three hours behind', async () => {
  const p = await openPractice({ now: '2026-11-23T13:00' });
  await p.lastInstant.save();
  p.clock.set('2026-11-23T10:00');
  console.log('K before', await p.listState.read());
  const bytes = toBytes(emisTable([appointment({})] as never), 'utf8' as never) as never;
  const path = writeListAt('today.csv', bytes, '2026-11-23T13:00:30.000Z');
  console.log('K import', (await p.importLists([path], () => undefined).catch((e: Error) => e.message)));
  console.log('K after', await p.listState.read());
});
test('M no list at all alerts nobody', async () => {
  const p = await openCheckIn({});
  startWatch({ ...p, endVisit() {} });
  for (let i = 0; i < 4; i += 1) { p.timers.advance(15_000); await settle(); }
  console.log('M', await p.listState.read(), (await p.alerts()).map((a) => a.kind));
});
test('N an older list calls in who came later', async () => {
  const a = row(1, '10:00'); const b = row(2, '10:10');
  const p = await openCheckIn({ rows: [a, b], rules: { calling: 'here' }, listAsOf: '2026-11-23T09:00:00.000Z' });
  console.log('N', (await p.claim(byLetter(a)) as {kind: string}).kind);
  await p.list([{ ...a, status: 'left' }, b], '2026-11-23T09:30:00.000Z');
  const again = await p.claim(byLetter(a)) as { kind: string };
  console.log('N again', again.kind, (await sessionArrivals(p.store.db, '2026-11-23' as never, clinician)).map((x) => [x.start, x.calledAt, x.isWaiting, x.arrivedAt]));
  console.log('N B', JSON.stringify(((await p.claim(byLetter(b))) as { wait: unknown }).wait));
});
test('O early alert of somebody reception has checked in', async () => {
  const a = row(1, '11:00');
  const p = await openCheckIn({ rows: [a], rules: {} });
  startWatch({ ...p, endVisit() {} });
  console.log('O', (await p.claim(byLetter(a)) as { kind: string }).kind);
  await p.list([{ ...a, status: 'cancelled' }], '2026-11-23T10:10:00.000Z');
  p.clock.set('2026-11-23T10:31'); p.timers.advance(15_000); await settle();
  console.log('O', (await p.alerts()).map((x) => x.kind));
});
test('P long walk-in name', () => { console.log('P', controlActionSchema.safeParse({ kind: 'walkIn', name: 'x'.repeat(101), until: '12:30' }).success); });
