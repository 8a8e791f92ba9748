import { describe, expect, test } from 'vitest';
import { clockTimeSchema, dateSchema } from '../../../preload/contract/rules/dates';
import { createKioskMode } from '../../../main/services/kioskMode';
import type { OpeningHours } from '../../../main/domain/types';
import { openPractice, settle } from '../../support/practice';

const hours = [{ from: clockTimeSchema.parse('08:00'), to: clockTimeSchema.parse('18:30') }];
const weekdays: OpeningHours = {
  monday: hours,
  tuesday: hours,
  wednesday: hours,
  thursday: hours,
  friday: hours,
  saturday: [],
  sunday: [],
};

async function openKiosk(options: Parameters<typeof openPractice>[0] = {}) {
  const practice = await openPractice(options);
  let told = 0;
  practice.changes.subscribe(['session'], () => (told += 1));
  return { ...practice, kioskMode: createKioskMode(practice), told: () => told };
}

describe('what the kiosk as a whole is doing', () => {
  test('it is open unless something says otherwise', async () => {
    const { kioskMode } = await openKiosk();
    expect(kioskMode.read()).toEqual({ state: 'open' });
  });

  test('it is out of service as long as the rule says so', async () => {
    const { kioskMode, settings } = await openKiosk();
    await settings.setRules({ isOutOfService: true }, 'test');
    expect(kioskMode.read()).toEqual({ state: 'outOfService' });
    await settings.setRules({ isOutOfService: false }, 'test');
    expect(kioskMode.read()).toEqual({ state: 'open' });
  });

  test('outside its hours it says when the practice opens next', async () => {
    const { kioskMode, clock } = await openKiosk({ rules: { openingHours: weekdays } });
    expect(kioskMode.read()).toEqual({ state: 'open' });
    clock.set('2026-11-23T18:30');
    expect(kioskMode.read()).toEqual({
      state: 'closedHours',
      opens: { day: dateSchema.parse('2026-11-24'), time: clockTimeSchema.parse('08:00') },
    });
  });

  test('cleaning counts down for a minute on monotonic time and tells at its start and its end', async () => {
    const { kioskMode, timers, clock, told } = await openKiosk();
    kioskMode.startCleaning();
    await settle();
    expect(told()).toBe(1);
    expect(kioskMode.read()).toEqual({ state: 'cleaning', secondsLeft: 60 });
    clock.jump(-3600);
    timers.advance(20_500);
    expect(kioskMode.read()).toEqual({ state: 'cleaning', secondsLeft: 40 });
    timers.advance(39_499);
    expect(kioskMode.read()).toEqual({ state: 'cleaning', secondsLeft: 1 });
    await settle();
    expect(told()).toBe(1);
    timers.advance(1);
    await settle();
    expect(kioskMode.read()).toEqual({ state: 'open' });
    expect(told()).toBe(2);
  });

  test('cleaning started again lasts a minute from then, and ends once', async () => {
    const { kioskMode, timers, told } = await openKiosk();
    kioskMode.startCleaning();
    timers.advance(50_000);
    kioskMode.startCleaning();
    timers.advance(10_000);
    await settle();
    expect(kioskMode.read()).toEqual({ state: 'cleaning', secondsLeft: 50 });
    timers.advance(50_000);
    await settle();
    expect(kioskMode.read()).toEqual({ state: 'open' });
    expect(told()).toBe(3);
  });

  test('staff who wipe the glass see the countdown even out of service', async () => {
    const { kioskMode, timers } = await openKiosk({ rules: { isOutOfService: true } });
    kioskMode.startCleaning();
    expect(kioskMode.read()).toEqual({ state: 'cleaning', secondsLeft: 60 });
    timers.advance(60_000);
    expect(kioskMode.read()).toEqual({ state: 'outOfService' });
  });
});
