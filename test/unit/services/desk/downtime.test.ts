import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { call } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import type { OpenSession } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { downtimeProcedures } from '../../../../main/services/desk/downtimeProcedures';
import { readAudit } from '../../../../main/store/audit';
import { readVault } from '../../../../main/store/vault';
import { opened, openDowntime, passphrase, sealedWith } from './downtimeSupport';
import { row, tenOClock } from './support';

const fiveMinutes = 5 * 60_000;
const [here, expected] = [
  row(1, '10:10', { patient: { lastName: 'Plantedname', firstName: 'Ottoline' } }),
  row(2, '09:50', { patient: { lastName: 'Unplanted' } }),
] as const;

const audited = async ({ store }: Pick<Awaited<ReturnType<typeof openDowntime>>, 'store'>) =>
  (await readAudit(store.db, 0, 100)).filter(({ action }) => action.startsWith('downtime.'));

describe('the sheet', () => {
  test('has the list of today by time with who has arrived, and its opening is audited without a name', async () => {
    const desk = await openDowntime([here, expected]);
    const { jo, arrive, downtime } = desk;
    const { ticket } = await arrive(here);
    expect(await downtime.sheet(jo)).toMatchObject({
      day: '2026-11-23',
      at: tenOClock,
      listAsOf: tenOClock,
      isDemonstration: false,
      rows: [
        { start: '09:50', lastName: 'Unplanted', arrivedAt: null, listed: 'booked' },
        { start: '10:10', lastName: 'Plantedname', arrivedAt: '10:00', ticket, isMarked: false },
      ],
    });
    expect(await audited(desk)).toMatchObject([
      {
        action: 'downtime.printed',
        actor: `staff:${jo.staffId}`,
        subjectId: null,
        detail: { rows: 2, role: 'receptionist' },
      },
    ]);
  });

  test('keeps who has arrived and is on no list any more', async () => {
    const { jo, arrive, list, changes, downtime } = await openDowntime([here, expected]);
    await arrive(here);
    await list([expected], '2026-11-23T10:20:00.000Z');
    changes.publish('list');
    const { rows } = await downtime.sheet(jo);
    expect(rows).toMatchObject([
      { lastName: 'Unplanted' },
      { lastName: 'Plantedname', arrivedAt: '10:00', listed: null },
    ]);
  });
});

describe('the downtime file', () => {
  test('is not there before a passphrase is set, and then at once, for the program’s own account alone', async () => {
    const { downtime, path, max, arrive, timers } = await openDowntime([here, expected]);
    await arrive(here);
    timers.advance(fiveMinutes);
    expect(await downtime.state()).toEqual({ hasPassphrase: false, file: path, writtenAt: null, problem: null });
    expect(existsSync(path)).toBe(false);
    expect(await downtime.setPassphrase(max, passphrase)).toBeNull();
    expect(await downtime.state()).toEqual({ hasPassphrase: true, file: path, writtenAt: tenOClock, problem: null });
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(path)).mode & 0o777).toBe(0o700);
    expect(readdirSync(dirname(path))).toEqual(['downtime.html']);
    expect(opened(path, passphrase)).toContain('Plantedname, Ottoline');
    expect(() => opened(path, `${passphrase}s`)).toThrow(/authenticate/);
  });

  test('has nothing of anybody in clear, and neither has what is kept of the passphrase', async () => {
    const desk = await openDowntime([here, expected]);
    const { downtime, path, max, store } = desk;
    await downtime.setPassphrase(max, passphrase);
    const clear = readFileSync(path, 'utf8');
    const { lastName, firstName, dateOfBirth, postcode } = here.patient;
    for (const planted of [lastName, firstName, dateOfBirth, String(postcode), here.clinician, '10:10', passphrase]) {
      expect(clear).not.toContain(planted);
    }
    expect(await readVault(store.db, 'downtimeKey')).not.toContain('harbour');
    const trail = await audited(desk);
    expect(trail).toMatchObject([{ action: 'downtime.passphraseSet', detail: { role: 'manager' } }]);
    expect(JSON.stringify(trail)).not.toContain('harbour');
  });

  test('is written anew every five minutes and after an import, with another nonce and the same key', async () => {
    const { downtime, path, max, timers, list, changes, clock, arrive } = await openDowntime([expected]);
    await downtime.setPassphrase(max, passphrase);
    const first = sealedWith(path);
    await arrive(expected);
    clock.set('2026-11-23T10:05');
    timers.advance(fiveMinutes);
    expect((await downtime.state()).writtenAt).toBe('2026-11-23T10:05:00.000Z');
    const second = sealedWith(path);
    expect(opened(path, passphrase)).toContain('TO MARK');
    await list([here, expected], '2026-11-23T10:06:00.000Z');
    changes.publish('list');
    await Promise.resolve();
    await downtime.state();
    expect(opened(path, passphrase)).toContain('Plantedname');
    const third = sealedWith(path);
    expect(new Set([first.iv, second.iv, third.iv]).size).toBe(3);
    expect(new Set([first.salt, second.salt, third.salt]).size).toBe(1);
    expect(third.iterations).toBe(600_000);
  });

  test('is written at the next start without anybody typing, and not after the program has stopped', async () => {
    const { downtime, path, max, clock, again, timers } = await openDowntime([here]);
    await downtime.setPassphrase(max, passphrase);
    downtime.stop();
    rmSync(path);
    timers.advance(fiveMinutes);
    await downtime.state();
    expect(existsSync(path)).toBe(false);
    clock.set('2026-11-23T11:00');
    expect(await again().state()).toMatchObject({ hasPassphrase: true, writtenAt: '2026-11-23T11:00:00.000Z' });
    expect(opened(path, passphrase)).toContain('Plantedname');
  });

  test('opens with the new passphrase alone once that is set, and goes when it is taken away', async () => {
    const desk = await openDowntime([here]);
    const { downtime, path, max, timers } = desk;
    await downtime.setPassphrase(max, passphrase);
    const { salt } = sealedWith(path);
    await downtime.setPassphrase(max, 'copper window elephant');
    expect(sealedWith(path).salt).not.toBe(salt);
    expect(() => opened(path, passphrase)).toThrow(/authenticate/);
    expect(opened(path, 'copper window elephant')).toContain('Plantedname');
    await downtime.setPassphrase(max, null);
    timers.advance(fiveMinutes);
    expect(await downtime.state()).toMatchObject({ hasPassphrase: false, writtenAt: null, problem: null });
    expect(readdirSync(dirname(path))).toEqual([]);
    expect((await audited(desk)).map(({ action }) => action)).toEqual([
      'downtime.passphraseSet',
      'downtime.passphraseSet',
      'downtime.passphraseRemoved',
    ]);
  });

  test('that was left behind without a passphrase is deleted at the start', async () => {
    const { path, again } = await openDowntime([here]);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, 'an old one');
    await again().state();
    expect(existsSync(path)).toBe(false);
  });

  test('that cannot be written says so, logs it once, keeps the old one, and gets well by itself', async () => {
    const { downtime, path, max, timers, log } = await openDowntime([here]);
    await downtime.setPassphrase(max, passphrase);
    // What is in the way of the new file stops it, whoever runs this; an account without limits may write anywhere else.
    mkdirSync(`${path}.new/in-the-way`, { recursive: true });
    timers.advance(fiveMinutes);
    await downtime.state();
    timers.advance(fiveMinutes);
    const { problem, writtenAt } = await downtime.state();
    expect(problem).toMatch(/^The downtime file could not be written/);
    expect(writtenAt).toBe(tenOClock);
    expect(log.events.filter((event) => event === 'downtime.failed')).toHaveLength(1);
    expect(opened(path, passphrase)).toContain('Plantedname');
    rmSync(`${path}.new`, { recursive: true });
    timers.advance(fiveMinutes);
    expect((await downtime.state()).problem).toBeNull();
  });

  test('tells desks when how it stands has changed', async () => {
    const { downtime, max, changes } = await openDowntime([here]);
    let told = 0;
    changes.subscribe(['machine'], () => (told += 1));
    await downtime.setPassphrase(max, passphrase);
    expect(told).toBeGreaterThan(0);
  });
});

test('only a manager sets the passphrase, a weak one is refused, and no clinician sees the sheet', async () => {
  const { downtime, jo, max, rao, log, path } = await openDowntime([here]);
  const people: Record<string, OpenSession> = { jo, max, rao };
  const os = deskProcedures({ find: (token) => Promise.resolve(people[token ?? ''] ?? null) }, log);
  const { sheet, state, setPassphrase } = downtimeProcedures(os, { downtime });
  const as = (token: string) => ({ context: { token, keepToken: () => undefined, from: '192.0.2.5', device: '' } });
  await expect(call(setPassphrase, { passphrase }, as('jo'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  await expect(call(sheet, {}, as('rao'))).rejects.toMatchObject({ code: 'FORBIDDEN' });
  for (const weak of ['short', 'passwordpassword']) {
    const refused = call(setPassphrase, { passphrase: weak }, as('max'));
    await expect(refused).rejects.toMatchObject({ code: 'WEAK', defined: true });
  }
  expect(existsSync(path)).toBe(false);
  expect(await call(setPassphrase, { passphrase }, as('max'))).toEqual({});
  expect(await call(state, {}, as('jo'))).toMatchObject({ hasPassphrase: true, problem: null });
  expect(await call(sheet, {}, as('jo'))).toMatchObject({ rows: [{ lastName: 'Plantedname' }] });
});
