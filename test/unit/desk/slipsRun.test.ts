import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { forgetAfter } from '../../../renderer/desk/slips/slipRun';
import { application, createSlips, refusal, typed } from './slipsMachine';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settle = () => vi.advanceTimersByTimeAsync(0);

async function read() {
  const slips = createSlips();
  await slips.run.prepare(application, typed());
  await settle();
  return slips;
}

async function printed() {
  const slips = await read();
  await slips.run.print('Reception');
  await settle();
  return slips;
}

describe('a slip that is made', () => {
  test('is sent as it was typed, and shown with its picture once', async () => {
    const { machine, run } = await read();
    expect(machine.prepared).toEqual([{ ...application, system: 'emis', size: 'a4', ...typed().values }]);
    expect(run.view()).toMatchObject({ step: 'reading', setPrinter: 'Reception', sentAt: null });
    expect(run.takePicture()).toBe('aGVsbG8=');
    expect(run.takePicture()).toBeNull();
  });

  test('has none of its details in what the page keeps', async () => {
    const { run } = await read();
    expect(JSON.stringify(run.view())).not.toMatch(/A12345|4455667788|pX7kR2mQ9tB4v|aGVsbG8/);
  });

  test('keeps what was typed while it is read back, and gives it back to whoever changes it', async () => {
    const { machine, run } = await read();
    expect(run.typed()).toEqual(typed());
    run.change();
    expect(run.view().step).toBe('typing');
    expect(run.typed()).toEqual(typed());
    expect(run.takePicture()).toBeNull();
    expect(machine.forgotten).toEqual(['slip-1']);
  });

  test('is not made twice by two presses', async () => {
    const { machine, run } = createSlips();
    await Promise.all([run.prepare(application, typed()), run.prepare(application, typed())]);
    expect(machine.prepared).toHaveLength(1);
  });

  test('that is refused says why, and the form stays', async () => {
    const { machine, run } = createSlips();
    machine.refusePrepare = refusal('INVALID', { problems: [{ field: 'secret', problem: 'isNhsNumber' }] });
    const failure = await run.prepare(application, typed());
    expect(failure?.code).toBe('INVALID');
    expect(run.view()).toMatchObject({ step: 'typing', isBusy: false, failure: { code: 'INVALID' } });
    expect(machine.refused).toBe(0);
  });

  test('that a locked session asked for is told to the frame', async () => {
    const { machine, run } = createSlips();
    machine.refusePrepare = refusal('LOCKED');
    await run.prepare(application, typed());
    expect(machine.refused).toBe(1);
  });
});

describe('a slip that is left', () => {
  test('while it is made is forgotten as soon as it is there', async () => {
    const { machine, run } = createSlips();
    let release = (): void => undefined;
    machine.hold = new Promise((resolve) => (release = resolve));
    const making = run.prepare(application, typed());
    run.stop();
    release();
    expect(await making).toBeNull();
    expect(machine.forgotten).toEqual(['slip-1']);
    expect(run.typed()).toBeNull();
    expect(run.takePicture()).toBeNull();
    expect(run.view().step).toBe('typing');
    expect(machine.followed).toBe(0);
  });

  test('while it is read back or printed is dropped here and forgotten there, once', async () => {
    for (const slips of [await read(), await printed()]) {
      slips.run.stop();
      slips.run.stop();
      expect(slips.machine.forgotten).toEqual(['slip-1']);
      expect(slips.run.typed()).toBeNull();
      expect(slips.run.takePicture()).toBeNull();
    }
  });

  test('hears nothing any more', async () => {
    const { machine, run } = await printed();
    run.stop();
    machine.stands({ state: 'printed', printer: 'Reception', sentTimes: 1 });
    await settle();
    expect(run.view().step).toBe('typing');
  });
});

describe('a slip that is printed', () => {
  test('drops what was typed at once, and shows how it goes', async () => {
    const { machine, run } = await printed();
    expect(machine.printed).toEqual([{ slipId: 'slip-1', printer: 'Reception', isReadBack: true }]);
    expect(run.typed()).toBeNull();
    expect(run.takePicture()).toBeNull();
    expect(run.view()).toMatchObject({ step: 'printing', job: { state: 'making', printer: 'Reception' } });
    machine.stands({ state: 'waiting', reason: 'outOfPaper', printer: 'Reception', sentTimes: 1 });
    await settle();
    expect(run.view()).toMatchObject({ step: 'printing', job: { state: 'waiting', reason: 'outOfPaper' } });
    expect(run.view()).toMatchObject({ sentAt: '2026-11-23T10:00:00.000Z' });
  });

  test('drops what was typed also where the stream is the first to tell', async () => {
    const { machine, run } = await read();
    machine.stands({ state: 'sent', printer: 'Reception', sentTimes: 1 });
    await settle();
    expect(run.view().step).toBe('printing');
    expect(run.typed()).toBeNull();
  });

  test('says so when nothing is heard of it for longer, and no more once it is heard again', async () => {
    const { machine, run } = await printed();
    expect(run.view()).toMatchObject({ step: 'printing', isLost: false });
    machine.breaks();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(run.view()).toMatchObject({ step: 'printing', isLost: true });
    machine.isUnheard = false;
    machine.stands({ state: 'printed', printer: 'Reception', sentTimes: 1 });
    await vi.advanceTimersByTimeAsync(30_000);
    expect(run.view()).toMatchObject({ step: 'printing', isLost: false, job: { state: 'printed' } });
  });

  test('is printed again without typing, with its own two minutes', async () => {
    const { machine, run } = await printed();
    machine.stands({ state: 'failed', reason: 'jammed', printer: 'Reception', sentTimes: 1 });
    await vi.advanceTimersByTimeAsync(60_000);
    await run.print('Office');
    expect(machine.printed).toHaveLength(2);
    expect(run.view()).toMatchObject({
      job: { state: 'making', reason: null, printer: 'Office' },
      sentAt: '2026-11-23T10:01:00.000Z',
    });
  });

  test('that may not be printed now says why and stays; the details are still read back', async () => {
    const { machine, run } = await read();
    machine.refusePrint = refusal('NOT_NOW', { why: 'recordMustBeOff' });
    await run.print('Reception');
    expect(run.view()).toMatchObject({ step: 'reading', isBusy: false, failure: { code: 'NOT_NOW' } });
    expect(run.typed()).toEqual(typed());
  });
});

describe('five minutes', () => {
  test('after the last key what is typed is cleared', async () => {
    const { run } = createSlips();
    run.touch();
    await vi.advanceTimersByTimeAsync(forgetAfter - 1_000);
    run.touch();
    await vi.advanceTimersByTimeAsync(forgetAfter - 1_000);
    expect(run.view()).toMatchObject({ clearedTimes: 0 });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(run.view()).toMatchObject({ step: 'typing', clearedTimes: 1 });
  });

  test('after going back to change it what was typed is cleared, although nobody touches it', async () => {
    const { run } = await read();
    run.change();
    await vi.advanceTimersByTimeAsync(forgetAfter - 1);
    expect(run.typed()).toEqual(typed());
    await vi.advanceTimersByTimeAsync(1);
    expect(run.typed()).toBeNull();
    expect(run.view()).toMatchObject({ step: 'typing', clearedTimes: 1 });
  });

  test('after a refusal what was typed is cleared, although the time went by while the machine answered', async () => {
    const { machine, run } = createSlips();
    let release = (): void => undefined;
    machine.hold = new Promise((resolve) => (release = resolve));
    machine.refusePrepare = refusal('NOT_MADE', { why: 'notMade' });
    run.touch();
    const making = run.prepare(application, typed());
    await vi.advanceTimersByTimeAsync(forgetAfter);
    release();
    await making;
    expect(run.view()).toMatchObject({ step: 'typing', clearedTimes: 0 });
    await vi.advanceTimersByTimeAsync(forgetAfter);
    expect(run.view()).toMatchObject({ step: 'typing', clearedTimes: 1 });
  });

  test('after it was made it is gone, even if the machine is not heard', async () => {
    const { machine, run } = await read();
    await vi.advanceTimersByTimeAsync(forgetAfter - 1);
    expect(run.view().step).toBe('reading');
    await vi.advanceTimersByTimeAsync(1);
    expect(run.view()).toEqual({ step: 'gone', last: 'ready' });
    expect(run.typed()).toBeNull();
    expect(machine.forgotten).toEqual(['slip-1']);
    run.begin();
    expect(run.view()).toMatchObject({ step: 'typing', failure: null });
    expect(run.typed()).toBeNull();
  });

  test('do not cut off what is on its way to the paper', async () => {
    const { machine, run } = await printed();
    machine.stands({ state: 'waiting', reason: 'outOfPaper', printer: 'Reception', sentTimes: 1 });
    await vi.advanceTimersByTimeAsync(forgetAfter + 60_000);
    expect(run.view()).toMatchObject({ step: 'printing', job: { state: 'waiting' } });
    expect(machine.forgotten).toEqual([]);
    machine.stands({ state: 'printed', reason: null });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(run.view()).toEqual({ step: 'gone', last: 'printed' });
    expect(machine.forgotten).toEqual(['slip-1']);
  });

  test('or earlier, when the machine says that it is gone', async () => {
    const { machine, run } = await printed();
    machine.stands({ state: 'sent', printer: 'Reception', sentTimes: 1 });
    await settle();
    machine.forget();
    await settle();
    expect(run.view()).toEqual({ step: 'gone', last: 'sent' });
  });

  test('a slip that is gone by the time it is to be printed says so', async () => {
    const { machine, run } = await read();
    machine.refusePrint = refusal('GONE');
    await run.print('Reception');
    expect(run.view()).toEqual({ step: 'gone', last: 'ready' });
    expect(run.typed()).toBeNull();
  });
});
