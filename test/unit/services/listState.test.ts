import { describe, expect, test } from 'vitest';
import { openLastInstant } from '../../../main/services/lastInstant';
import { emisTable, makeRows, toBytes } from '../../support/listFiles';
import { openPractice, writeListAt } from '../../support/practice';

const quiet = (): void => undefined;
const emisFile = (count: number, name = 'today.csv'): string => writeListAt(name, toBytes(emisTable(makeRows(count))));

describe('the state of the list', () => {
  test('is closed without a list and when it is too old, stamped in between', async () => {
    const { importLists, listState, clock } = await openPractice();
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'noList' });
    await importLists([emisFile(3)], quiet);
    expect(await listState.read()).toEqual({ kind: 'open', listAsOf: null, site: 'Main Surgery' });
    clock.set('2026-11-23T10:15');
    expect(await listState.read()).toMatchObject({ kind: 'open', listAsOf: null });
    clock.set('2026-11-23T10:16');
    expect(await listState.read()).toMatchObject({ kind: 'open', listAsOf: '10:00' });
    clock.set('2026-11-23T12:00');
    expect(await listState.read()).toMatchObject({ kind: 'open', listAsOf: '10:00' });
    clock.set('2026-11-23T12:01');
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'staleList' });
  });

  test('knows the locations of a list that has just replaced another', async () => {
    const { importLists, listState } = await openPractice();
    await importLists([emisFile(3)], quiet);
    expect(await listState.read()).toMatchObject({ site: 'Main Surgery' });
    const moved = makeRows(3, { location: 'Branch Surgery' });
    await importLists([writeListAt('moved.csv', toBytes(emisTable(moved)))], quiet);
    expect(await listState.read()).toMatchObject({ site: 'Branch Surgery' });
    await importLists([writeListAt('both.csv', toBytes(emisTable([...makeRows(3), ...moved])))], quiet);
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'noSite' });
  });
});

describe('check-in is open only while somebody can know', () => {
  const signedOff = { rules: { isSignedOff: true, closeListAfterMinutes: 600 } };

  test('a signed-off kiosk without a desk is closed, and open for two minutes after a desk was seen', async () => {
    const { importLists, listState, deskPresence, timers } = await openPractice(signedOff);
    await importLists([emisFile(3)], quiet);
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'nobodyKnows' });
    deskPresence.seen();
    expect(await listState.read()).toMatchObject({ kind: 'open' });
    timers.advance(119_000);
    expect(await listState.read()).toMatchObject({ kind: 'open' });
    timers.advance(2_000);
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'nobodyKnows' });
  });

  test('a trial and a demonstration are open without one: patients are told to tell reception too', async () => {
    const trial = await openPractice();
    await trial.importLists([emisFile(3)], quiet);
    expect(await trial.listState.read()).toMatchObject({ kind: 'open' });
    const demonstration = await openPractice({ ...signedOff, isDemonstration: true });
    await demonstration.importLists([emisFile(3)], quiet);
    expect(await demonstration.listState.read()).toMatchObject({ kind: 'open' });
  });

  test('what is wrong with the list is said first', async () => {
    const { listState } = await openPractice(signedOff);
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'noList' });
  });
});

describe('a clock that is behind', () => {
  test('closes check-in when it shows more than two minutes before what it has shown already', async () => {
    const { importLists, listState, clock, lastInstant } = await openPractice();
    await importLists([emisFile(3)], quiet);
    clock.set('2026-11-23T10:05');
    await lastInstant.save();
    clock.set('2026-11-23T10:03');
    expect(await listState.read()).toMatchObject({ kind: 'open' });
    clock.jump(-1);
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'clockBehind' });
    clock.set('2026-11-23T10:05');
    expect(await listState.read()).toMatchObject({ kind: 'open' });
  });

  test('is noticed over a restart too, and saving the earlier time does not make it right', async () => {
    const { store, clock, lastInstant, listState } = await openPractice();
    await lastInstant.save();
    clock.set('2026-11-23T09:00');
    await lastInstant.save();
    const afterRestart = await openLastInstant({ store, clock });
    await afterRestart.save();
    expect(afterRestart.read()).toBe('2026-11-23T10:00:00.000Z');
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'clockBehind' });
  });

  test('is proved right by a list of today that is imported now, over a restart too', async () => {
    const { importLists, listState, clock, lastInstant, store } = await openPractice({ now: '2027-11-23T10:00' });
    await lastInstant.save();
    clock.set('2026-11-23T10:00');
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'clockBehind' });
    await importLists([emisFile(3)], quiet);
    expect(await listState.read()).toMatchObject({ kind: 'open' });
    expect((await openLastInstant({ store, clock })).read()).toBe('2026-11-23T10:00:00.000Z');
  });

  test('a list that is refused proves nothing', async () => {
    const { importLists, listState, clock, lastInstant } = await openPractice({ now: '2027-11-23T10:00' });
    await lastInstant.save();
    clock.set('2026-11-23T10:00');
    await expect(importLists([writeListAt('empty.csv', '')], quiet)).rejects.toThrow();
    expect(await listState.read()).toEqual({ kind: 'closed', reason: 'clockBehind' });
  });
});
