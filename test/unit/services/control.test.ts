import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { clockTimeSchema, dateSchema } from '../../../preload/contract/rules/dates';
import type { PracticeRules } from '../../../main/domain/types';
import { defaultMachineSettings } from '../../../main/services/machineDefaults';
import { createControl } from '../../../main/services/control';
import { controlActionSchema, type ControlAction } from '../../../main/services/controlAction';
import { createKioskMode } from '../../../main/services/kioskMode';
import type { KioskStatus } from '../../../main/services/kioskStatus';
import { openSettings } from '../../../main/services/settings';
import { raiseAlert } from '../../../main/store/alerts';
import { addToCount } from '../../../main/store/counts';
import { emisTable, makeRows, toBytes } from '../../support/listFiles';
import { openPractice, writeListAt } from '../../support/practice';
import { byLetter, nobody, openCheckIn, row } from './support';

const day = dateSchema.parse('2026-11-23');
const until = clockTimeSchema.parse('12:00');

/** Control of a practice with its real settings, of a running kiosk unless `isRunning` is false. */
async function openControl({ now = '2026-11-23T10:00', isRunning = true, rules = {} as Partial<PracticeRules> } = {}) {
  const practice = await openPractice({ now });
  const machine = { read: () => ({ ...defaultMachineSettings }), change: () => undefined };
  const settings = await openSettings({ ...practice, machine });
  await settings.setRules(rules, 'test');
  const kioskMode = createKioskMode({ ...practice, settings });
  const control = createControl({ ...practice, settings, kioskMode: isRunning ? kioskMode : null, web: null });
  const run = (action: ControlAction, isJson = false) => control.run(action, isJson);
  const status = async () => JSON.parse((await run({ kind: 'status' }, true)).lines.join('')) as KioskStatus;
  return { ...practice, settings, kioskMode, run, status };
}

const audited = (store: Awaited<ReturnType<typeof openControl>>['store']) =>
  store.db.selectFrom('audit').select(['actor', 'action', 'detail']).orderBy('sequence').execute();

describe('control', () => {
  test('takes the kiosk out of service and back, audited', async () => {
    const { run, kioskMode, store, log } = await openControl();
    expect(await run({ kind: 'outOfService' })).toEqual({ exitCode: 0, lines: ['The kiosk is out of service.'] });
    expect(kioskMode.read()).toEqual({ state: 'outOfService' });
    expect(await run({ kind: 'inService' })).toMatchObject({ exitCode: 0 });
    expect(kioskMode.read()).toEqual({ state: 'open' });
    expect((await audited(store)).map(({ actor, detail }) => [actor, JSON.parse(detail) as unknown])).toEqual([
      ['commandLine', { name: 'isOutOfService', before: null, after: true }],
      ['commandLine', { name: 'isOutOfService', before: true, after: false }],
    ]);
    expect(log.entries).toContainEqual({ event: 'control.done', fields: { kind: 'outOfService' } });
  });

  test('starts the cleaning of a running kiosk, audited', async () => {
    const { run, kioskMode, store } = await openControl();
    expect(await run({ kind: 'cleaning' })).toMatchObject({ exitCode: 0 });
    expect(kioskMode.read()).toEqual({ state: 'cleaning', secondsLeft: 60 });
    expect(await audited(store)).toMatchObject([{ actor: 'commandLine', action: 'kiosk.cleaning' }]);
  });

  test('refuses cleaning where no kiosk is running', async () => {
    const { run, store } = await openControl({ isRunning: false });
    const sentence = 'Cleaning was not started: no kiosk is running on this data folder.';
    expect(await run({ kind: 'cleaning' })).toEqual({ exitCode: 1, lines: [sentence] });
    expect(await run({ kind: 'cleaning' }, true)).toEqual({
      exitCode: 1,
      lines: [JSON.stringify({ problems: [sentence] })],
    });
    expect(await audited(store)).toEqual([]);
  });

  test('opens a walk-in session of today and closes it', async () => {
    const { run, settings } = await openControl();
    expect(await run({ kind: 'walkIn', name: 'Flu clinic', until })).toMatchObject({ exitCode: 0 });
    expect(settings.rules().walkIn).toEqual({ day, name: 'Flu clinic', until });
    expect(await run({ kind: 'walkInClose' })).toMatchObject({ exitCode: 0 });
    expect(settings.rules().walkIn).toBeNull();
  });

  test.each([
    ['of 61 characters', 'x'.repeat(61)],
    ['of 101 characters', 'x'.repeat(101)],
    ['of two lines', 'Flu\nclinic'],
  ])('refuses a walk-in session with a name %s in a plain sentence', async (_which, name) => {
    const { run, settings } = await openControl();
    // As it is handed over to the program that owns the folder.
    const action = controlActionSchema.parse({ kind: 'walkIn', name, until });
    const { exitCode, lines } = await run(action);
    expect(exitCode).toBe(1);
    expect(lines).toEqual([expect.stringMatching(/^The name of the walk-in session must .*\.$/)]);
    expect(settings.rules().walkIn).toBeNull();
  });

  test('refuses a walk-in session that would be over already', async () => {
    const { run, settings } = await openControl({ now: '2026-11-23T12:00' });
    expect(await run({ kind: 'walkIn', name: 'Flu clinic', until })).toMatchObject({ exitCode: 1 });
    expect(settings.rules().walkIn).toBeNull();
  });

  test.each([true, false])(
    'prints a one-time code for the first manager (kiosk running: %s), audited without it',
    async (isRunning) => {
      const { run, store, log } = await openControl({ isRunning });
      const { exitCode, lines } = await run({ kind: 'managerCode' });
      expect(exitCode).toBe(0);
      expect(lines[0]).toMatch(/^One-time code: [DFJKMQRWXY2346789]{4}-[DFJKMQRWXY2346789]{4}-[DFJKMQRWXY2346789]{2}$/);
      expect(lines[1]).toContain('first manager');
      const printed = JSON.parse((await run({ kind: 'managerCode' }, true)).lines.join('')) as Record<string, unknown>;
      expect(printed).toMatchObject({ expiresAt: '2026-11-23T11:00:00.000Z', managers: [] });
      const trail = await audited(store);
      expect(trail).toMatchObject([
        { actor: 'commandLine', action: 'staff.codeIssued' },
        { actor: 'commandLine', action: 'staff.codeIssued' },
      ]);
      expect(JSON.stringify([trail, log.entries])).not.toContain(String(printed['code']));
      expect(await store.db.selectFrom('staffCodes').select('staffId').execute()).toEqual([{ staffId: null }]);
    },
  );

  test('prints all rules as JSON that it takes back', async () => {
    const { run, settings } = await openControl({ rules: { waitingArea: 'Blue chairs' } });
    const { exitCode, lines } = await run({ kind: 'settings' });
    expect(exitCode).toBe(0);
    const rules = JSON.parse(lines.join('\n')) as Record<string, unknown>;
    expect(rules).toEqual(settings.rules());
    expect(await run({ kind: 'change', rules })).toEqual({ exitCode: 0, lines: ['Nothing had to be changed.'] });
    expect((await run({ kind: 'settings' }, true)).lines).toHaveLength(1);
  });

  test('changes rules and says which', async () => {
    const { run, settings } = await openControl();
    const rules = { waitingArea: 'Blue chairs', joinMinutes: settings.rules().joinMinutes };
    expect(await run({ kind: 'change', rules })).toEqual({ exitCode: 0, lines: ['Changed: waitingArea.'] });
    expect(settings.rules().waitingArea).toBe('Blue chairs');
  });

  test('refuses a change of which anything is wrong, whole, with a sentence for each', async () => {
    const { run, settings, store, log } = await openControl();
    const before = settings.rules();
    const rules = { waitingArea: 'Blue chairs', joinMinutes: -5, colour: 'red' };
    const outcome = await run({ kind: 'change', rules });
    expect(outcome.exitCode).toBe(1);
    expect(outcome.lines).toHaveLength(2);
    expect(outcome.lines.join(' ')).toContain('colour');
    expect(settings.rules()).toEqual(before);
    expect(await audited(store)).toEqual([]);
    expect(log.events).not.toContain('control.done');
  });

  test('a name that every object has is no rule', async () => {
    const { run } = await openControl();
    const rules = JSON.parse('{"__proto__":{"joinMinutes":1},"constructor":2,"toString":3}') as Record<string, unknown>;
    expect((await run({ kind: 'change', rules })).lines).toHaveLength(3);
  });
});

describe('the status', () => {
  test('of a kiosk without a list says that check-in is closed, and why', async () => {
    const { status, run } = await openControl();
    expect(await status()).toEqual({
      practice: 'your GP practice',
      mode: 'trial',
      day,
      time: '10:00',
      service: { state: 'open' },
      checkIn: { state: 'closed', reason: 'noList' },
      list: null,
      counts: {},
      claims: { answered: 0, notFound: 0, percent: null },
      alerts: [],
      walkIn: null,
      desk: null,
      bankHolidaysKnownUntil: '2028-12-31',
      areBankHolidaysEnding: false,
    });
    expect((await run({ kind: 'status' })).lines).toContain('Check-in is closed: there is no list for today.');
  });

  test('has the age of the list, how many were not found, and alerts by urgency', async () => {
    const { status, run, importLists, store, clock } = await openControl({
      rules: { practiceName: 'Quay Lane Surgery', walkIn: { day, name: 'Flu clinic', until } },
    });
    await importLists([writeListAt('today.csv', toBytes(emisTable(makeRows(3))))], () => undefined);
    clock.set('2026-11-23T10:12');
    await store.write(async (db) => {
      await addToCount(db, day, 'claims.found', 29);
      await addToCount(db, day, 'claims.nobody', 2);
      await addToCount(db, day, 'claims.several', 1);
      await addToCount(db, day, 'reception.sample', 4);
      for (const [kind, minute] of [
        ['listTooOld', '01'],
        ['disputed', '03'],
        ['helpNeeded', '05'],
        ['disputed', '02'],
      ] as const) {
        const raisedAt = `2026-11-23T10:${minute}:00.000Z`;
        await raiseAlert(db, { id: randomUUID(), day, kind, raisedAt, visitId: null, detail: null });
      }
    });
    expect(await status()).toMatchObject({
      practice: 'Quay Lane Surgery',
      checkIn: { state: 'open' },
      list: { asOf: '2026-11-23T10:00:00.000Z', ageMinutes: 12 },
      claims: { answered: 32, notFound: 3, percent: 9.4 },
      alerts: [
        { kind: 'helpNeeded', count: 1 },
        { kind: 'disputed', count: 2, since: '2026-11-23T10:02:00.000Z' },
        { kind: 'listTooOld', count: 1 },
      ],
      walkIn: { name: 'Flu clinic', until: '12:00' },
    });
    const { lines } = await run({ kind: 'status' });
    expect(lines).toEqual(
      expect.arrayContaining([
        'Check-in is open.',
        'List: as of 10:00, 12 minutes old.',
        'Today: 32 tries to check in, not found: 3 of them (9.4 %).',
        '  reception.sample: 4',
        '  Help needed now: 1, first at 10:05',
        'Walk-in session: "Flu clinic" until 12:00.',
      ]),
    );
  });

  test('counts as not found whom real claims have not found: nobody, and several alike', async () => {
    const twins = [row(1, '10:00'), row(2, '10:10', { patient: { dateOfBirth: row(1, '10:00').patient.dateOfBirth } })];
    const practice = await openCheckIn({ rows: [...twins, row(3, '10:20')] });
    const control = createControl({ ...practice, kioskMode: null, web: null });
    const { postcode } = row(1, '10:00').patient;
    await practice.claim(nobody);
    await practice.claim(byLetter(row(1, '10:00'), String(postcode)));
    await practice.claim(byLetter(row(3, '10:20')));
    expect(await practice.counts()).toEqual({ 'claims.nobody': 1, 'claims.several': 1, 'claims.found': 1 });
    const { lines } = await control.run({ kind: 'status' }, true);
    expect(JSON.parse(lines.join(''))).toMatchObject({ claims: { answered: 3, notFound: 2, percent: 66.7 } });
  });

  test('says that no kiosk is running, and what a kiosk that is out of service is', async () => {
    const none = await openControl({ isRunning: false });
    expect((await none.status()).service).toBeNull();
    expect((await none.run({ kind: 'status' })).lines).toContain('No kiosk is running on this data folder.');
    const out = await openControl({ rules: { isOutOfService: true } });
    expect((await out.run({ kind: 'status' })).lines).toContain('The kiosk is running, out of service.');
    await out.importLists([writeListAt('today.csv', toBytes(emisTable(makeRows(3))))], () => undefined);
    expect((await out.status()).checkIn).toEqual({ state: 'closed', reason: 'notInService' });
    await out.run({ kind: 'inService' });
    expect((await out.status()).checkIn).toEqual({ state: 'open' });
  });

  test('warns within 60 days of the last known bank holidays', async () => {
    const early = await openControl({ now: '2028-11-01T10:00' });
    expect((await early.status()).areBankHolidaysEnding).toBe(false);
    const late = await openControl({ now: '2028-11-02T10:00' });
    expect((await late.status()).areBankHolidaysEnding).toBe(true);
    expect((await late.run({ kind: 'status' })).lines.at(-1)).toContain('install a newer version soon');
  });

  test('names nobody', async () => {
    const { run, store } = await openControl();
    const detail = { patients: [{ lastName: 'KHAN', firstName: 'Ruth', starts: [] }] };
    const alert = { id: randomUUID(), day, kind: 'cannotTell' as const, raisedAt: '2026-11-23T10:00:00.000Z' };
    await store.write((db) => raiseAlert(db, { ...alert, visitId: null, detail }));
    for (const isJson of [true, false]) {
      expect((await run({ kind: 'status' }, isJson)).lines.join('\n')).not.toMatch(/khan|ruth/i);
    }
  });
});
