import { expect, test } from 'vitest';
import { day, openCheckIn, row } from './support';
import { letterSchema } from '../../../preload/contract/rules/letter';
function rng(seed: number) { let s = seed >>> 0; return () => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return s / 2 ** 32; }; }
test('fuzz messy identifiers', { timeout: 120_000 }, async () => {
  const errors = new Map<string, number>(); let good = 0;
  for (let seed = 1; seed <= 60; seed += 1) {
    const r = rng(seed * 7919); for (let i = 0; i < 5; i++) r();
    const pick = <T,>(xs: readonly T[]): T => xs[Math.floor(r() * xs.length)] as T;
    const makeRows = () => Array.from({ length: 5 }, (_, i) => row(1, pick(['10:00', '10:10', '10:20', '11:30', '09:30']), {
      sourceAppointmentId: pick([null, 'X1', 'X2', `Y${i}`]),
      clinician: pick(['C1', 'C2']), status: pick(['booked', 'booked', 'booked', 'arrived', 'cancelled', 'sentIn', 'seen', 'didNotAttend']), marking: pick(['none', 'none', 'none', 'private', 'seeReception']), mode: pick(['inPerson', 'inPerson', 'phone']), line: i + 2,
      patient: { dateOfBirth: '1980-05-05' as never, nhsNumber: pick([null, '9990000018', '9990000026']), sourcePatientId: pick([null, 'P1', 'P2']), lastName: pick(['Smith', 'Jones']), firstName: pick(['A', 'B']), postcode: pick([null, 'LS65RT', 'LS65RU']) as never } }));
    let rows = makeRows();
    const p = await openCheckIn({ rows, rules: { calling: 'here' } });
    for (let step = 0; step < 12; step += 1) {
      if (step % 3 === 2) { if (r() < 0.5) rows = makeRows(); else rows = rows.map((x) => r() < 0.3 ? { ...x, patient: { ...x.patient, nhsNumber: pick([null, '9990000018']), sourcePatientId: pick([null, 'P1']) } } : x) as never; p.clock.jump(60); await p.list(rows, p.clock.instant()); }
      p.clock.jump(30);
      const postcode = pick([undefined, 'LS65RT', 'LS65RU']);
      const claim = { by: 'letter', dateOfBirth: '1980-05-05', letter: letterSchema.parse(pick(['S', 'J'])), ...(postcode ? { postcode } : {}) } as never;
      const before = await p.visits();
      try {
        const a = await p.claim(claim);
        const k = a === 'closed' ? 'closed' : a.kind; if (k === 'checkedIn' || k === 'alreadyCheckedIn') good += 1;
        const after = await p.visits();
        const changed = after.filter((v) => JSON.stringify(v) !== JSON.stringify(before.find((b) => b.id === v.id)));
        if (changed.length > 1) errors.set('changed ' + changed.length, (errors.get('changed ' + changed.length) ?? 0) + 1);
        if (k === 'reception' || k === 'askPostcode') { /* no handle */ }
      } catch (e) { const m = String((e as Error).message).slice(0, 120); if (m.includes("UNIQUE") && !errors.has(m)) console.log("AT", JSON.stringify(claim), JSON.stringify((await p.visits()).map((v) => ({ s: v.source, ...v.patient, n: v.notCheckedIn, a: v.arrivals.length })), null, 1), JSON.stringify(rows.map((x) => ({ ...x.patient, st: x.status })), null, 1)); errors.set(m, (errors.get(m) ?? 0) + 1); }
    }
    await p.store.close();
  }
  console.log('fuzz', good, errors);
});
