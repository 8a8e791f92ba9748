import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boardDisplay, keepBoard, type BoardDisplay } from '../../../main/shell/boardWindowKeeper';
import { createFakeTimers, createSilentLog } from '../../support/fakePorts';

const kiosk = { id: 1 };
const television = { id: 2 };
const projector = { id: 3 };

/** A machine whose screens and setting a test moves, and what windows it opened. */
function machine(place: 'second' | 'primary' = 'second') {
  const awake = createFakeTimers();
  let slept = 0;
  const timers = { ...awake, monotonic: () => awake.monotonic() + slept };
  const log = createSilentLog();
  const state = { all: [kiosk, television] as BoardDisplay[], primary: 1, isWanted: true, isAnswering: true };
  const open: { display: number; gone(how: 'crashed' | 'closed'): void }[] = [];
  let opened = 0;
  const keeper = keepBoard({
    displays: () => ({ all: state.all, primary: state.primary }),
    place,
    isWanted: () => state.isWanted,
    open(display, onGone) {
      opened += 1;
      const window = {
        display: display.id,
        gone(how: 'crashed' | 'closed') {
          if (how === 'closed') open.splice(open.indexOf(window), 1);
          onGone(how);
        },
      };
      open.push(window);
      return {
        answers: () => (state.isAnswering ? Promise.resolve() : new Promise<void>(() => undefined)),
        close: () => open.splice(open.indexOf(window), 1),
      };
    },
    timers,
    log,
  });
  const crash = (): void => open[0]?.gone('crashed');
  /** Time in which the page may answer. */
  async function pass(seconds: number): Promise<void> {
    for (let second = 0; second < seconds; second += 1) {
      timers.advance(1_000);
      // oxlint-disable-next-line no-await-in-loop
      await Promise.resolve();
    }
  }
  /** Time goes on, and nothing of the program does. */
  const sleep = (seconds: number): void => {
    slept += seconds * 1_000;
  };
  const where = (): number[] => open.map(({ display }) => display);
  return { keeper, state, open, log, crash, pass, sleep, timers, opened: () => opened, where };
}

describe('the board of the kiosk machine', () => {
  it('stands on the second screen while it is wanted', () => {
    const { keeper, state, where } = machine();
    expect(where()).toEqual([television.id]);
    state.isWanted = false;
    keeper.look();
    expect(where()).toEqual([]);
    state.isWanted = true;
    keeper.look();
    expect(where()).toEqual([television.id]);
    keeper.stop();
    expect(where()).toEqual([]);
  });

  it('never covers the kiosk: with one screen there is none', () => {
    const { keeper, state, where } = machine();
    state.all = [kiosk];
    keeper.look();
    expect(where()).toEqual([]);
    state.all = [kiosk, projector];
    keeper.look();
    expect(where()).toEqual([projector.id]);
  });

  it('moves away when its screen becomes the kiosk’s', () => {
    const { keeper, state, where } = machine();
    state.primary = television.id;
    keeper.look();
    expect(where()).toEqual([kiosk.id]);
  });

  it('stays where it is when another screen comes', () => {
    const { keeper, state, where, opened } = machine();
    state.all = [projector, kiosk, television];
    keeper.look();
    expect(where()).toEqual([television.id]);
    expect(opened()).toBe(1);
  });

  it('fills the only screen where the machine is a board and nothing else', () => {
    expect(machine('primary').where()).toEqual([kiosk.id]);
  });

  it('comes back at once after a crash, three times, and then once a minute', async () => {
    const { crash, where, opened, pass } = machine();
    for (let time = 0; time < 3; time += 1) crash();
    expect(where()).toEqual([television.id]);
    expect(opened()).toBe(4);
    crash();
    expect(where()).toEqual([]);
    await pass(55);
    expect(where()).toEqual([]);
    await pass(10);
    expect(where()).toEqual([television.id]);
  });

  it('is opened anew when its page hangs, and left alone while it answers', async () => {
    const { state, opened, pass, log } = machine();
    await pass(300);
    expect(opened()).toBe(1);
    state.isAnswering = false;
    await pass(50);
    expect(opened()).toBe(2);
    expect(log.events).toEqual(['page.hung']);
  });

  it('is not taken for hung after the machine has slept', async () => {
    const { sleep, opened, pass } = machine();
    await pass(20);
    sleep(600);
    await pass(60);
    expect(opened()).toBe(1);
  });

  it('that somebody closed stays closed until it is asked for again', async () => {
    const { keeper, open, where, pass } = machine();
    open[0]?.gone('closed');
    await pass(120);
    expect(where()).toEqual([]);
    keeper.look();
    expect(where()).toEqual([television.id]);
  });

  it('is never more than one window, on a screen that is there and is not the kiosk’s, whatever happens', () => {
    const screens = fc.subarray([kiosk, television, projector], { minLength: 1 });
    const happening = fc.oneof(
      fc.record({ all: screens, isWanted: fc.boolean(), primary: fc.constantFrom(1, 2, 3) }),
      fc.constantFrom('crash' as const, 'close' as const, 'time' as const),
    );
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 40 }), (happenings) => {
        const { keeper, state, open, timers } = machine();
        for (const one of happenings) {
          if (one === 'time') timers.advance(25_000);
          else if (one === 'crash') open[0]?.gone('crashed');
          else if (one === 'close') open[0]?.gone('closed');
          else {
            const primary = one.all.some(({ id }) => id === one.primary) ? one.primary : (one.all[0]?.id ?? 1);
            Object.assign(state, one, { primary });
            keeper.look();
          }
          expect(open.length).toBeLessThanOrEqual(1);
          for (const { display } of open) {
            expect(state.isWanted).toBe(true);
            expect(display).not.toBe(state.primary);
            expect(state.all.map(({ id }) => id)).toContain(display);
          }
        }
      }),
    );
  });
});

describe('the screen for a board', () => {
  it('is none where there is no screen at all', () => {
    expect(boardDisplay({ all: [], primary: 1 }, 'primary', null)).toBeNull();
  });
});
