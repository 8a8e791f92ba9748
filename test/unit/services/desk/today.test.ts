import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import type { ListedAppointment } from '../../../../main/domain/types';
import { createActions } from '../../../../main/services/desk/actions';
import type { OpenSession } from '../../../../main/services/desk/caller';
import { createCalling } from '../../../../main/services/desk/calling';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { readToday } from '../../../../main/services/desk/today';
import { todayProcedures } from '../../../../main/services/desk/todayProcedures';
import { createWorklist } from '../../../../main/services/desk/worklist';
import { handleOf, site } from '../support';
import { openDeskState } from './deskStateSupport';
import { byLetter, nobody, row } from './support';

const other = 'Sister Joy Bell';
const [one, two, three, four] = [
  row(1, '10:00'),
  row(2, '10:10'),
  row(3, '10:10', { clinician: other }),
  row(4, '10:20', { clinician: other }),
] as const;

async function openToday(rows: readonly ListedAppointment[] = [one, two, three, four]) {
  const desk = await openDeskState({ rows, rules: { calling: 'here' } });
  const parts = { ...desk, state: { read: desk.read }, listState: { site: () => Promise.resolve(site) } };
  return { ...desk, parts, today: () => readToday(parts) };
}

describe('the figures of today', () => {
  test('are empty in the morning', async () => {
    const { today, clock } = await openToday();
    expect(await today()).toEqual({
      day: '2026-11-23',
      at: clock.instant(),
      quarters: [],
      kioskShare: { part: 0, of: 0 },
      clinicians: [],
      notFound: { part: 0, of: 0 },
      disputed: 0,
      unmarked: 0,
      medianMarkMinutes: null,
    });
  });

  test('tell the kiosk from the desk, and waits from what was called', async () => {
    const { today, arrive, clock, jo, parts, read } = await openToday();
    const first = await arrive(one);
    await arrive(three);
    clock.set('2026-11-23T10:16');
    const { roster } = await read();
    const listed = roster.rows.find(({ patient }) => patient.lastName === two.patient.lastName);
    expect(await createActions(parts).checkIn(jo, [listed?.id ?? 0])).toMatchObject({ kind: 'here' });
    expect(
      await createCalling(parts).call(jo, { visitId: first.id, version: 0, kind: 'call', room: null }),
    ).toMatchObject({ kind: 'called' });
    const figures = await today();
    expect(figures.quarters).toEqual([
      { from: '10:00', atKiosk: 2, byStaff: 0 },
      { from: '10:15', atKiosk: 0, byStaff: 1 },
    ]);
    expect(figures.kioskShare).toEqual({ part: 2, of: 3 });
    expect(figures.clinicians).toEqual([
      { name: 'Dr Anita Rao', arrived: 2, waiting: 1, called: 1, medianWaitMinutes: 16, longestWaitMinutes: 16 },
      { name: other, arrived: 1, waiting: 1, called: 0, medianWaitMinutes: null, longestWaitMinutes: null },
    ]);
    expect(figures.unmarked).toBe(3);
  });

  test('count who was not found, who disputed, and how long marking took', async () => {
    const { today, claim, checkIn, arrive, parts, jo, clock } = await openToday();
    await claim(nobody);
    await checkIn.dispute(handleOf(await claim(byLetter(one))));
    const visit = await arrive(two);
    clock.set('2026-11-23T10:03');
    await createWorklist(parts).mark(jo, visit.arrivals[0]?.id ?? '');
    const figures = await today();
    expect(figures.notFound).toEqual({ part: 1, of: 3 });
    expect(figures.disputed).toBe(1);
    expect(figures.unmarked).toBe(0);
    expect(figures.medianMarkMinutes).toBe(3);
    // What was disputed is nobody's arrival.
    expect(figures.kioskShare).toEqual({ part: 1, of: 1 });
  });

  test('know from the list who was marked there and never came to the kiosk, each patient once and of this building', async () => {
    const { today, arrive, list } = await openToday();
    await arrive(one);
    await list(
      [
        { ...one, status: 'arrived' },
        { ...two, status: 'seen' },
        { ...row(2, '11:00'), status: 'arrived' },
        { ...three, status: 'arrived', mode: 'phone' },
        { ...four, status: 'arrived', location: 'Branch Surgery' },
        { ...row(5, '10:30'), status: 'booked' },
      ],
      '2026-11-23T10:20:00.000Z',
    );
    expect((await today()).kioskShare).toEqual({ part: 1, of: 2 });
  });
});

test('the figures are for receptionists and managers', async () => {
  const { parts, jo, max, rao, log } = await openToday();
  const people: Record<string, OpenSession> = { jo, max, rao };
  const os = deskProcedures({ find: (token) => Promise.resolve(people[token ?? ''] ?? null) }, log);
  const { read } = todayProcedures(os, parts);
  const as = (token: string) => ({ context: { token, keepToken: () => undefined, from: '192.0.2.5', device: '' } });
  for (const who of ['jo', 'max']) expect(await call(read, {}, as(who))).toMatchObject({ unmarked: 0 });
  await expect(call(read, {}, as('rao'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
});
