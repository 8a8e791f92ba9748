import { expect, test } from 'vitest';
import { decide } from '../../../main/domain/decide';
import { defaultRules } from '../../../main/domain/rules';
import { nowAt } from '../../../main/domain/time';
function rng(seed: number) { let s = seed >>> 0; return () => { s = (Math.imul(s, 1664525) + 1013904223) >>> 0; return s / 2 ** 32; }; }
test('private changes nothing on the screen', () => {
  const kinds = new Map<string, number>(); const odd = new Map<string, number>();
  for (let seed = 1; seed <= 40000; seed += 1) {
    const r = rng(seed * 7919); for (let i = 0; i < 5; i++) r();
    const pick = <T,>(xs: readonly T[]): T => xs[Math.floor(r() * xs.length)] as T;
    const now = nowAt(Date.parse('2026-11-23T10:00:00Z'));
    const n = 1 + Math.floor(r() * 4);
    const appts = Array.from({ length: n }, (_, i) => ({ id: i + 1, importId: 'x', source: 'emis', listAsOf: pick(['2026-11-23T09:30:00.000Z', '2026-11-23T09:59:00.000Z']), patient: {}, sourceAppointmentId: `A${i}`, start: `2026-11-23T${pick(['09:00', '09:55', '10:00', '10:10', '10:20', '10:40', '12:00'])}`, durationMinutes: pick([null, 10]), clinician: pick(['C1', 'C2']), isNurseLed: false, location: pick(['Main', 'Main', 'Branch', null]), slotType: null, mode: pick(['inPerson', 'inPerson', 'phone']), status: pick(['booked', 'booked', 'arrived', 'sentIn', 'seen', 'left', 'didNotAttend', 'cancelled', 'unknown']), marking: pick(['none', 'none', 'private', 'seeReception']), patientMarking: 'none', hasNeed: false, line: i })) as never[];
    const arrivals = (appts as { id: number; start: string; clinician: string; location: string | null; sourceAppointmentId: string }[]).filter(() => r() < 0.3).map((a, i) => ({ id: `r${i}`, visitId: 'v', appointmentId: a.id, sourceAppointmentId: a.sourceAppointmentId, source: 'emis', start: a.start, clinician: a.clinician, location: a.location, arrivedAt: '2026-11-23T09:45:00.000Z', state: pick(['arrived', 'arrived', 'disputed']), calledAt: null, isLate: false, isToCheck: false })) as never[];
    const rules = { ...defaultRules, latePolicy: pick(['reception', 'checkIn']) } as never;
    const base = { now, site: 'Main', rules };
    const full = decide({ ...base, appointments: appts, arrivals });
    kinds.set(full.kind, (kinds.get(full.kind) ?? 0) + 1);
    const pub = appts.filter((a: { marking: string }) => a.marking !== 'private');
    const pubIds = new Set(pub.map((a: { id: number }) => a.id));
    const pubArr = arrivals.filter((a: { appointmentId: number }) => pubIds.has(a.appointmentId));
    if (pub.length === appts.length) continue;
    if (pub.length === 0) { expect(full.kind).toBe('reception'); continue; }
    const without = decide({ ...base, appointments: pub, arrivals: pubArr });
    const strip = ({ hasPrivate: _h, ...o }: Record<string, unknown>) => o.kind === 'reception' ? { kind: 'reception' } : o;
    if (JSON.stringify(strip(full as never)) !== JSON.stringify(strip(without as never))) odd.set(`${without.kind}->${full.kind}`, (odd.get(`${without.kind}->${full.kind}`) ?? 0) + 1);
  }
  console.log(kinds, 'odd', odd);
});
