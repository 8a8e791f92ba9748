import { call, ORPCError } from '@orpc/server';
import { describe, expect, test } from 'vitest';
import { actorOf } from '../../../../main/services/desk/caller';
import { deskProcedures } from '../../../../main/services/desk/deskProcedures';
import { machineProcedures, type MachineFacts } from '../../../../main/services/desk/machineProcedures';
import { createKioskMode } from '../../../../main/services/kioskMode';
import { openSettings } from '../../../../main/services/settings';
import { createSoundTests } from '../../../../main/services/soundTests';
import { defaultMachineSettings } from '../../../../main/services/machineDefaults';
import { createWebHolder } from '../../../../main/services/webHolder';
import { readAudit } from '../../../../main/store/audit';
import { openPractice } from '../../../support/practice';
import { createBrowser } from './sessionSupport';
import { addStaff } from './support';

const facts: MachineFacts = {
  version: '0.1.0',
  electron: '45.4.1',
  system: 'Linux 6',
  isTestBuild: false,
  role: 'kiosk',
  dataFolder: '/srv/kiosk',
  areKeysSealed: true,
  isFullScreen: true,
  startedAt: '2026-11-23T08:00:00.000Z',
  isAdministrator: false,
};

/** A manager, who is a receptionist too, at the Machine tab. `voice`: whether this machine can speak. */
async function openTab(known: Partial<MachineFacts> = {}, voice = true) {
  const practice = await openPractice({ now: '2026-11-23T10:00' });
  const settings = await openSettings({
    ...practice,
    machine: { read: () => ({ ...defaultMachineSettings, site: 'Main Surgery' }), change: () => undefined },
  });
  const kioskMode = createKioskMode({ ...practice, settings });
  const soundTests = createSoundTests(practice.changes);
  const ended: boolean[] = [];
  const manager = await addStaff(practice.store, 'Max Field', 'manager');
  const parts = {
    ...practice,
    settings,
    kioskMode,
    soundTests,
    web: createWebHolder(),
    facts: { ...facts, ...known },
    speech: { speak: () => Promise.resolve(voice ? new Uint8Array(1) : null) },
    end: (isToStartAgain: boolean) => void ended.push(isToStartAgain),
  };
  const procedures = machineProcedures(deskProcedures({ find: () => Promise.resolve(manager) }, practice.log), parts);
  const audited = async () =>
    (await readAudit(practice.store.db, 0, 100)).map(({ actor, action }) => ({ actor, action }));
  return {
    procedures,
    context: { context: createBrowser() },
    manager,
    kioskMode,
    settings,
    soundTests,
    ended,
    audited,
  };
}

describe('the machine page', () => {
  test('says how the machine stands, and nothing is open where all is locked', async () => {
    const { procedures, context } = await openTab();
    expect(await call(procedures.read, {}, context)).toMatchObject({
      service: 'open',
      site: 'Main Surgery',
      walkIn: null,
      web: { state: 'starting' },
      notLockedDown: [],
    });
  });

  test('names everything that is not locked down', async () => {
    const { procedures, context } = await openTab({
      isFullScreen: false,
      areKeysSealed: false,
      isTestBuild: true,
      isAdministrator: true,
    });
    const { notLockedDown } = await call(procedures.read, {}, context);
    expect([...notLockedDown].sort()).toEqual(['keysNotSealed', 'notOwnAccount', 'testBuild', 'windowed']);
  });

  test('takes the kiosk out of service and back, by the account that did it', async () => {
    const { procedures, context, kioskMode, manager, audited } = await openTab();
    await call(procedures.outOfService, {}, context);
    expect(kioskMode.read()).toEqual({ state: 'outOfService' });
    await call(procedures.inService, {}, context);
    expect(kioskMode.read()).toEqual({ state: 'open' });
    const actor = actorOf(manager);
    expect((await audited()).filter(({ action }) => action === 'rules.changed')).toEqual([
      { actor, action: 'rules.changed' },
      { actor, action: 'rules.changed' },
    ]);
  });

  test('locks the glass of a kiosk, and refuses where there is none', async () => {
    const { procedures, context, kioskMode, audited, manager } = await openTab();
    await call(procedures.cleaning, {}, context);
    expect(kioskMode.read()).toMatchObject({ state: 'cleaning' });
    expect(await audited()).toContainEqual({ actor: actorOf(manager), action: 'kiosk.cleaning' });
    const hub = await openTab({ role: 'hub' });
    const refused = await call(hub.procedures.cleaning, {}, hub.context).catch((error: unknown) => error);
    expect(refused instanceof ORPCError && refused.code).toBe('NO_KIOSK');
    expect(hub.kioskMode.read()).toEqual({ state: 'open' });
  });

  test('opens a walk-in session for today, not one that is over already, and closes it', async () => {
    const { procedures, context } = await openTab();
    const walkIn = { name: 'Flu clinic', until: '12:30' };
    await call(procedures.openWalkIn, walkIn, context);
    expect((await call(procedures.read, {}, context)).walkIn).toEqual(walkIn);
    const over = await call(procedures.openWalkIn, { name: 'Early', until: '09:00' }, context).catch(
      (error: unknown) => error,
    );
    expect(over instanceof ORPCError && over.code).toBe('NOT_NOW');
    await call(procedures.closeWalkIn, {}, context);
    expect((await call(procedures.read, {}, context)).walkIn).toBeNull();
  });

  test('sounds once for each test, and says whether the machine can speak', async () => {
    const { procedures, context, soundTests } = await openTab();
    expect(await call(procedures.testSound, {}, context)).toEqual({ spoke: true });
    expect(soundTests.count()).toBe(1);
    const silent = await openTab({}, false);
    expect(await call(silent.procedures.testSound, {}, silent.context)).toEqual({ spoke: false });
  });

  test('ends and restarts the program only after it is in the trail who did it', async () => {
    const { procedures, context, ended, audited, manager } = await openTab();
    await call(procedures.restart, {}, context);
    await call(procedures.close, {}, context);
    expect(ended).toEqual([true, false]);
    expect(await audited()).toEqual([
      { actor: actorOf(manager), action: 'machine.restarted' },
      { actor: actorOf(manager), action: 'machine.closed' },
    ]);
  });
});
