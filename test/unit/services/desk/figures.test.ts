import { call } from '@orpc/server';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { dateSchema } from '../../../../preload/contract/rules/dates';
import { daysAfter } from '../../../../main/domain/application/reviews';
import type { Caller } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { createFigures } from '../../../../main/services/desk/figures';
import { figuresText } from '../../../../main/services/desk/figuresCsv';
import { figuresProcedures } from '../../../../main/services/desk/figuresProcedures';
import { purgeExpired } from '../../../../main/services/retention';
import { addToCount } from '../../../../main/store/counts';
import { openSignUpDesk } from './applicationsSupport';
import { createBrowser } from './sessionSupport';

async function openFigures() {
  const desk = await openSignUpDesk();
  const figures = createFigures(desk);
  const asking = (caller: Caller) =>
    figuresProcedures(deskProcedures({ find: () => Promise.resolve(caller) }, desk.log), { figures });
  const context = { context: createBrowser() };
  return {
    ...desk,
    figures,
    read: (caller: Caller = desk.team.manager) => call(asking(caller).read, {}, context),
    csv: () => call(asking(desk.team.manager).csv, {}, context),
    count: (day: string, name: string, count = 1) =>
      desk.store.write((db) => addToCount(db, dateSchema.parse(day), name, count)),
  };
}

describe('the figures of sign-up', () => {
  test('come from what staff did, and stay when the applications are purged', async () => {
    const desk = await openFigures();
    const { send, having, clock, read, acts, keyOf, team, store } = desk;
    const sent = await send();
    clock.jump(20 * 60);
    await having(sent, 'verifyByDocuments', 'grantAppointments', 'grantPrescriptions');
    await acts.decide(team.authoriser, {
      ...(await keyOf(sent, 45)),
      service: 'record',
      decision: 'granted',
      isCodeChecked: true,
    });
    await having(sent, 'createAccount', 'handOver');
    const figures = await read();
    expect(figures.toVerified).toEqual({ count: 1, medianUpToMinutes: 30 });
    expect(figures.toDecided).toEqual({ count: 1, medianUpToMinutes: 30 });
    expect(figures.decisions).toEqual(
      ['appointments', 'prescriptions', 'record'].map((service) => ({
        service,
        granted: 1,
        referred: 0,
        declined: 0,
      })),
    );
    expect(figures.steps.find(({ step }) => step === 'decision')).toMatchObject({ times: 1, meanSeconds: 45 });
    expect(figures.months.at(-1)).toEqual({
      month: '2026-11',
      any: 1,
      appointments: 1,
      prescriptions: 1,
      record: 1,
    });

    clock.set('2026-12-30T10:00');
    await purgeExpired(desk);
    expect(await store.db.selectFrom('applications').select('id').execute()).toEqual([]);
    const later = await read();
    expect(later.toVerified).toEqual(figures.toVerified);
    expect(later.decisions).toEqual(figures.decisions);
    expect(later.months.at(-2)).toEqual(figures.months.at(-1));
  });

  test('are read of sign-up alone', async () => {
    const { count, read } = await openFigures();
    const before = await read();
    await count('2026-11-23', 'visits', 40);
    await count('2026-11-23', 'notSignUp.sent.self', 40);
    expect(await read()).toEqual(before);
    await count('2026-11-23', 'signUp.sent.self', 2);
    expect((await read()).weeks.at(-1)?.self).toBe(2);
  });

  test('are for receptionists, authorisers and managers', async () => {
    const { read, team } = await openFigures();
    for (const caller of [team.receptionist, team.authoriser]) expect((await read(caller)).weeks).toHaveLength(12);
    await expect(read(team.verifier)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  test('of a year of counts are there at once', async () => {
    const { store, figures } = await openFigures();
    const last = dateSchema.parse('2026-11-23');
    const names = Array.from({ length: 60 }, (_, index) => `signUp.made.up.${String(index)}`);
    for (let back = 0; back < 365; back += 1) {
      const day = daysAfter(last, -back);
      const rows = [...names, 'signUp.sent.self', 'signUp.enabled.any'].map((name) => ({ day, name, count: 1 }));
      await store.write((db) => db.insertInto('dailyCounts').values(rows).execute());
    }
    const before = performance.now();
    const { weeks, months } = await figures.read();
    // Of some 22,000 rows a quarter is read; a twentieth of this on an idle machine.
    expect(performance.now() - before).toBeLessThan(1_500);
    expect(weeks.slice(0, 11).every(({ self }) => self === 7)).toBe(true);
    expect(months.map(({ any }) => any)).toEqual([31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 23]);
  });
});

describe('as comma-separated values', () => {
  test('they are one number a line under a neutral name with the day', async () => {
    const { count, csv } = await openFigures();
    await count('2026-11-23', 'signUp.sent.self', 12);
    await count('2026-11-23', 'signUp.toVerified.30', 3);
    await count('2026-11-20', 'signUp.enabled.any', 4);
    await count('2026-11-20', 'signUp.seconds.vouching', 100);
    await count('2026-11-20', 'signUp.times.vouching', 3);
    const file = await csv();
    expect(file.fileName).toBe('sign-up-figures-2026-11-23.csv');
    const [headings, ...lines] = parse(file.csv, { bom: true }) as string[][];
    expect(headings).toEqual(['figure', 'period', 'what', 'value']);
    const values = new Map(
      lines.map(([figure = '', period = '', what = '', value = '']) => [`${figure}|${period}|${what}`, value]),
    );
    // Each line says something of its own.
    expect(values.size).toBe(lines.length);
    expect(values.get('applications|week of 2026-11-23|self')).toBe('12');
    expect(values.get('time to verified|week of 2026-11-23|half within minutes')).toBe('30');
    expect(values.get('time to decided|last 12 weeks|half within minutes')).toBe('');
    expect(values.get('staff time: vouching|last 12 weeks|mean seconds')).toBe('33.3');
    expect(values.get('staff time: vouching|last 12 weeks|budget seconds')).toBe('90');
    expect(values.get('patients enabled|2026-11|any')).toBe('4');
  });

  test('nothing in them is a formula, whatever a name becomes', async () => {
    const { figures } = await openFigures();
    const read = await figures.read();
    const hostile = { ...read, months: [{ month: '=cmd', any: -1, appointments: 0, prescriptions: 0, record: 0 }] };
    const cells = (parse(figuresText(hostile), { bom: true }) as string[][]).flat();
    expect(cells).toContain("'=cmd");
    expect(cells.filter((cell) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
  });
});
