import { expect, test } from 'vitest';
import { relink } from '../../main/domain/relink';
import { relink as oldRelink } from './review.oldRelink';
import { defaultRules } from '../../main/domain/rules';
function rng(seed: number) { let s = seed >>> 0; return () => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return s / 2 ** 32; }; }
test('relink agrees', () => {
  let linked = 0;
  for (let seed = 1; seed <= 6000; seed += 1) {
    const r = rng(seed * 7919); for (let i=0;i<5;i++) r();
    const pick = <T,>(xs: readonly T[]): T => xs[Math.floor(r() * xs.length)] as T;
    const patient = () => ({ nhsNumber: pick([null, null, '9990000018', '9990000026']), sourcePatientId: pick([null, 'P1', 'P2']), lastName: pick(['Smith', 'Jones']), firstName: pick(['A', 'B', '']), dateOfBirth: pick(['1980-01-01', '1980-01-02']), postcode: pick([null, 'LS65RT', 'LS65RU']) }) as never;
    const visits = new Map(Array.from({ length: 4 }, (_, i) => [`v${i}`, { source: pick(['emis', 'tpp']), patient: patient() }]));
    const arrivals = Array.from({ length: 1 + Math.floor(r() * 5) }, (_, i) => ({ id: `a${i}`, visitId: `v${Math.floor(r() * 4)}`, sourceAppointmentId: pick([null, 'X1', 'X2', 'X3']), source: pick(['emis', 'tpp']), start: pick(['2026-11-23T10:00', '2026-11-23T10:10', '2026-11-23T13:00']), clinician: pick(['C1', 'C2']), state: 'arrived', arrivedAt: 'x', appointmentId: null })) as never[];
    const rows = Array.from({ length: Math.floor(r() * 7) }, (_, i) => ({ id: i + 1, source: pick(['emis', 'tpp']), patient: patient(), sourceAppointmentId: pick([null, 'X1', 'X2', 'X3']), start: pick(['2026-11-23T10:00', '2026-11-23T10:10', '2026-11-23T13:00']), clinician: pick(['C1', 'C2']) })) as never[];
    const args = { arrivals, appointments: rows, patientOf: (a: { visitId: string }) => visits.get(a.visitId)!, rules: defaultRules } as never;
    const one = relink(args); expect(one).toEqual(oldRelink(args));
    linked += one.filter((x) => x.appointmentId !== null).length;
  }
  console.log('linked', linked);
});
