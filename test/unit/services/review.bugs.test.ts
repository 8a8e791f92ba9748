import { expect, test } from 'vitest';
import { byLetter, byBarcode, day, handleOf, nobody, openCheckIn, row, clinician, tenOClock } from './support';
import { settle } from '../../support/practice';
import { readKioskStatus } from '../../../main/services/kioskStatus';
import { startWatch } from '../../../main/services/watch';
import { checkRules, defaultRules } from '../../../main/domain/rules';
import { questionsDue } from '../../../main/domain/questionsDue';
import { checkInAnswerSchema } from '../../../preload/contract/kiosk';

test('A share of not found', async () => {
  const p = await openCheckIn({ rows: [row(1, '10:00')] });
  for (let i = 0; i < 4; i += 1) await p.claim(nobody);
  await p.claim(byLetter(row(1, '10:00')));
  const s = await readKioskStatus({ ...p, kioskMode: null, isDemonstration: false });
  console.log('A', s.claims, s.counts);
});

test('B second window of the same visit', async () => {
  const rows = [row(1, '11:00'), row(1, '15:00')];
  const p = await openCheckIn({ rows, rules: { closeListAfterMinutes: 1440 } });
  let writes = 0;
  const store = { ...p.store, get db() { return p.store.db; }, write: (w: never) => { writes += 1; return p.store.write(w); } } as never;
  startWatch({ ...p, store, endVisit() {} });
  const move = async (t: string) => { p.clock.set(`2026-11-23T${t}`); };
  console.log('B1', (await p.claim(byLetter(rows[0]!))).kind);
  await move('10:31'); p.timers.advance(15_000); await settle();
  console.log('B alerts', (await p.alerts()).map((a) => a.kind));
  await p.claim(byLetter(rows[0]!));
  await p.list([row(1, '11:00', { status: 'seen' }), row(1, '15:00')], '2026-11-23T11:20:00.000Z');
  await move('11:30');
  const again = await p.claim(byLetter(rows[0]!));
  console.log('B2', again, (await p.visits()).map((v) => [v.notCheckedIn, v.opensAt]));
  await move('14:31'); writes = 0;
  for (let i = 0; i < 4; i += 1) { p.timers.advance(15_000); await settle(); }
  console.log('B alerts after', (await p.alerts()).map((a) => [a.kind, a.raisedAt]), 'writes', writes);
});

test('C dispute of already disowns a private arrival', async () => {
  const a = row(1, '10:00'); const b = row(1, '10:30', { clinician: 'Dr Other' });
  const p = await openCheckIn({ rows: [a, b] });
  const first = await p.claim(byLetter(a));
  console.log('C1', first.kind);
  await p.list([a, { ...b, marking: 'private' }], '2026-11-23T10:05:00.000Z');
  p.clock.set('2026-11-23T10:06');
  const second = await p.claim(byLetter(a));
  console.log('C2', JSON.stringify(second));
  await p.checkIn.dispute(handleOf(second));
  console.log('C3', (await p.visits()).flatMap((v) => v.arrivals.map((x) => [x.clinician, x.state])));
});

test('D patient is ahead of themselves', async () => {
  const a = row(1, '09:55', { status: 'arrived', durationMinutes: 5 }); const b = row(1, '10:15');
  const p = await openCheckIn({ rows: [a, b], rules: { calling: 'here' } });
  const ans = await p.claim(byLetter(b));
  console.log('D', JSON.stringify(ans));
});

test('D2 already by list, own private arrived at same clinician', async () => {
  const a = row(1, '09:55', { status: 'arrived', marking: 'private', durationMinutes: 5 }); const b = row(1, '10:15');
  const p = await openCheckIn({ rows: [a, b], rules: { calling: 'here' } });
  const ans = await p.claim(byLetter(b));
  console.log('D2', JSON.stringify(ans.kind !== 'closed' && 'wait' in (ans as object) ? (ans as {wait: unknown}).wait : ans));
});

test('E ownQuestion kind', async () => {
  const ownQuestion = { text: 'T?', choices: ['a', 'b'], kind: 'foo' } as never;
  console.log('E', checkRules({ ...defaultRules, ownQuestion }));
  const p = await openCheckIn({ rows: [row(1, '10:00')], rules: { ownQuestion, ownQuestionOff: [] } });
  const ans = await p.claim(byLetter(row(1, '10:00')));
  console.log('E parse', checkInAnswerSchema.safeParse(ans).success, (await p.visits())[0]?.arrivals.length);
});

test('F third failure lost', async () => {
  let fail = false;
  const p = await openCheckIn({ rows: [row(1, '10:00')], store: (real) => ({ ...real, get db() { return real.db; }, write: (w: never) => fail ? real.write(async (db) => { await (w as (d: unknown) => Promise<unknown>)(db); throw new Error('disk'); }) : real.write(w) }) as never });
  await p.claim(nobody); await p.claim(nobody); fail = true;
  await p.claim(nobody).catch(() => undefined); fail = false;
  await p.claim(nobody); await p.claim(nobody);
  console.log('F', (await p.alerts()).map((x) => x.kind), await p.counts());
});

test('G claim of somebody who left', async () => {
  const p = await openCheckIn({ rows: [row(1, '10:00')], rules: { claimsInBurst: 6, claimsPerMinute: 20 } });
  for (let i = 0; i < 6; i += 1) await p.claim(nobody);
  p.session.end(true);
  const answering = p.checkIn.claim(byLetter(row(1, '10:00')));
  await settle();
  p.session.end(true); // visit ended
  p.timers.advance(5000); await settle(); p.timers.advance(50);
  console.log('G', (await answering) !== 'closed' && ((await answering) as { kind: string }).kind, (await p.visits()).length, p.session.isOpen());
});
