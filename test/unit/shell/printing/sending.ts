import type { PrintEnd, PrintProgress, Timers } from '../../../../main/services/ports';
import { connectCups, cupsAddress } from '../../../../main/shell/printing/cups/connection';
import { printPaper } from '../../../../main/shell/printing/cups/printPaper';
import { createTimers } from '../../../../main/shell/timers';
import { onePage } from './onePage';

/** A page and its paper. */
export const paper = { pdf: onePage, widthMillimetres: 210, heightMillimetres: 297 };

/** A page on its way. */
export interface Sending {
  end: Promise<PrintEnd>;
  /** What was told on the way: `waiting:outOfPaper`. */
  told: string[];
  /** Resolves once it is told. */
  until(state: string): Promise<void>;
  stop(why: 'cancelled' | 'tookTooLong'): void;
}

/** Real ones, until they are hurried: then what would take seconds takes hundredths. */
export function hurriedTimers(): Timers & { hurry(): void } {
  const timers = createTimers();
  const waiting = new Set<() => void>();
  let isHurried = false;
  const everyHundredth = (milliseconds: number, work: () => void): (() => void) =>
    timers.every(milliseconds / 100, work);
  return {
    ...timers,
    every(milliseconds, work) {
      if (isHurried) return everyHundredth(milliseconds, work);
      let stop = timers.every(milliseconds, work);
      const hasten = (): void => {
        stop();
        stop = everyHundredth(milliseconds, work);
      };
      waiting.add(hasten);
      return () => {
        waiting.delete(hasten);
        stop();
      };
    },
    // What has not been answered for so long counts as lost at once.
    monotonic: () => timers.monotonic() * (isHurried ? 100 : 1),
    hurry() {
      isHurried = true;
      for (const hasten of waiting) hasten();
    },
  };
}

/** Prints a page by a real printing system. */
export function send(server: string, printer: string, timers: Timers = createTimers()): Sending {
  const stopper = new AbortController();
  const told: string[] = [];
  const waiting = new Map<string, () => void>();
  const hear = ({ state, reason }: PrintProgress): void => {
    const words = reason === null ? state : `${state}:${reason}`;
    told.push(words);
    waiting.get(words)?.();
  };
  const cups = connectCups(cupsAddress({ CUPS_SERVER: server }, 'linux'), timers);
  const order = { printer, title: 'Test page', told: hear, stop: stopper.signal };
  return {
    end: printPaper({ cups, timers }, paper, order),
    told,
    until: (state) =>
      new Promise((resolve) => {
        if (told.includes(state)) resolve();
        waiting.set(state, resolve);
      }),
    stop: (why) => {
      stopper.abort(why);
    },
  };
}
