import type { SlipJob, SlipState } from '../../../preload/contract/desk/slips';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import type { SlipSystem, SlipValues } from '../../../preload/contract/rules/slipValues';
import type { DeskClient } from '../deskClient';
import type { MachineClock } from '../frame/machineClock';
import { followStream } from '../live';
import type { Stream } from '../live';
import { failureOf } from '../parts/failure';
import type { AskFailure } from '../parts/failure';
import { isOfSession } from '../parts/session';

/** What is typed for one slip. */
export interface TypedSlip {
  system: SlipSystem;
  size: PaperSize;
  values: SlipValues;
}

/** A slip whose page is made. */
export interface MadeSlip {
  system: SlipSystem;
  isBusy: boolean;
  failure: AskFailure | null;
  job: SlipJob;
  /** The printer set for this paper; null: none is. */
  setPrinter: string | null;
  /** Machine instant at which it was last sent to a printer; null: it was not. */
  sentAt: string | null;
  /** Nothing is heard of it any more: how it stands may be out of date. */
  isLost: boolean;
}

/** How the making of a slip stands; nothing of the details is in it, so that the page may keep it as long as it likes. */
export type SlipView =
  | {
      step: 'typing';
      isBusy: boolean;
      failure: AskFailure | null;
      /** How often what was typed has been cleared, because five minutes went by or the page was left. */
      clearedTimes: number;
    }
  | (MadeSlip & {
      /** Nothing was sent to a printer yet. */
      step: 'reading';
    })
  | (MadeSlip & { step: 'printing' })
  | {
      step: 'gone';
      /** How it stood before. */
      last: SlipState;
    };

export interface SlipRun {
  view(this: void): SlipView;
  /** Calls `listener` after each change of the view, until the returned function is called. */
  subscribe(this: void, listener: () => void): () => void;
  /** Somebody types: what is typed is cleared five minutes after the last key. */
  touch(this: void): void;
  /**
   * Has the page made, and gives why it was not; null: it was, or is not wanted any more. The caller keeps nothing of what it gives.
   * @param application its version as this desk sees it.
   */
  prepare(
    this: void,
    application: { applicationId: string; version: number },
    typed: TypedSlip,
  ): Promise<AskFailure | null>;
  /** What was typed, for reading it back and for changing it; null once it is on its way to a printer or forgotten. */
  typed(this: void): TypedSlip | null;
  /** The picture of the page as PNG (base64), handed out once. */
  takePicture(this: void): string | null;
  /** Sends it to a printer, the first time or again. */
  print(this: void, printer: string): Promise<void>;
  /** Back to what was typed; the page that was made is forgotten. */
  change(this: void): void;
  /** To an empty form. */
  begin(this: void): void;
  /** Nothing is wanted any more: everything is dropped here, and forgotten by the machine, which calls back what waits in a queue. */
  stop(this: void): void;
}

/** Milliseconds after which what is typed, or was made of it, is dropped (issue's rule; the machine holds to it by itself). */
export const forgetAfter = 5 * 60_000;

const lookAgainAfter = 1_000;

interface SlipRunParts {
  client: Pick<DeskClient, 'slips'>;
  clock: Pick<MachineClock, 'now'>;
  /** The session is locked or over: the frame looks. */
  onRefused: () => void;
}

/**
 * One slip from the first key to the paper. The details are held here and nowhere in React, which keeps what it showed before: here they can
 * be dropped. Whatever ends it, the machine is told to forget.
 */
export function createSlipRun({ client, clock, onRefused }: SlipRunParts): SlipRun {
  let view: SlipView = { step: 'typing', isBusy: false, failure: null, clearedTimes: 0 };
  const listeners = new Set<() => void>();
  /** Only the latest slip may answer. */
  let round = 0;
  let slipId: string | null = null;
  let typed: TypedSlip | null = null;
  let picture: string | null = null;
  let stream: Stream | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let clearedTimes = 0;
  /** How often in a row nothing could be heard. Once is nothing: so it ends when the slip is forgotten, too. */
  let lostTimes = 0;

  const show = (next: SlipView): void => {
    view = next;
    for (const listener of listeners) listener();
  };
  const dropDetails = (): void => {
    typed = null;
    picture = null;
  };
  /** Drops what was made; `typed` stays for whoever wants to change it. */
  const dropPage = (): void => {
    round += 1;
    clearTimeout(timer);
    stream?.stop();
    stream = null;
    picture = null;
    if (slipId !== null) forget(slipId);
    slipId = null;
  };
  const forget = (made: string): void => {
    // Where it is not heard, the machine forgets by itself: with the session, or after five minutes.
    client.slips.forget({ slipId: made }).catch(() => undefined);
  };
  const end = (): void => {
    const last = isMade(view) ? view.job.state : 'ready';
    dropPage();
    dropDetails();
    show({ step: 'gone', last });
  };
  const clearLater = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (view.step !== 'typing' || view.isBusy) return;
      dropDetails();
      clearedTimes += 1;
      show({ step: 'typing', isBusy: false, failure: null, clearedTimes });
    }, forgetAfter);
  };
  /** What is on its way to the paper is not cut off: the machine calls it back by itself, and then says that it is gone. */
  const endUnlessPrinting = (): void => {
    if (isMade(view) && isOnItsWay(view.job.state)) timer = setTimeout(endUnlessPrinting, lookAgainAfter);
    else end();
  };
  const refused = (error: unknown): AskFailure => {
    const failure = failureOf(error);
    if (isOfSession(failure.code) || failure.code === 'FORBIDDEN') onRefused();
    return failure;
  };

  const take = (job: SlipJob): void => {
    if (!isMade(view)) return;
    lostTimes = 0;
    const heard = { job, isLost: false };
    if (job.state !== 'ready') {
      dropDetails();
      show({ ...view, ...heard, step: 'printing', sentAt: view.sentAt ?? clock.now() });
    } else if (view.step === 'reading') show({ ...view, ...heard });
  };
  const lose = (): void => {
    lostTimes += 1;
    if (isMade(view) && lostTimes > 1) show({ ...view, isLost: true });
  };
  const follow = (made: string, own: number): void => {
    async function* jobs(signal: AbortSignal): AsyncGenerator<SlipJob> {
      try {
        yield* await client.slips.follow({ slipId: made }, { signal });
      } catch (error) {
        if (failureOf(error).code === 'GONE' && own === round) end();
        throw error;
      }
    }
    stream = followStream((signal) => Promise.resolve(jobs(signal)), {
      onItem: take,
      onLost: lose,
      onRefused,
    });
  };

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    touch() {
      if (view.step === 'typing') clearLater();
    },
    async prepare({ applicationId, version }, given) {
      if (view.step !== 'typing' || view.isBusy) return null;
      round += 1;
      const own = round;
      show({ ...view, isBusy: true, failure: null });
      const { system, size } = given;
      try {
        const made = await client.slips.prepare({ applicationId, version, system, size, ...given.values });
        if (own !== round) {
          forget(made.slipId);
          return null;
        }
        clearTimeout(timer);
        ({ slipId, picture } = made);
        typed = given;
        const { endsAt, printer } = made;
        const job: SlipJob = {
          revision: 0,
          state: 'ready',
          reason: null,
          printer: null,
          isKept: null,
          endsAt,
          sentTimes: 0,
        };
        lostTimes = 0;
        const first = { isBusy: false, failure: null, sentAt: null, isLost: false };
        show({ step: 'reading', system, ...first, job, setPrinter: printer });
        timer = setTimeout(endUnlessPrinting, Math.max(0, Date.parse(endsAt) - Date.parse(clock.now())));
        follow(made.slipId, own);
        return null;
      } catch (error) {
        if (own !== round) return null;
        const failure = refused(error);
        show({ step: 'typing', isBusy: false, failure, clearedTimes });
        clearLater();
        return failure;
      }
    },
    typed: () => typed,
    takePicture() {
      const taken = picture;
      picture = null;
      return taken;
    },
    async print(printer) {
      if (!isMade(view) || view.isBusy || slipId === null) return;
      const own = round;
      const { revision } = view.job;
      const sentAt = clock.now();
      show({ ...view, isBusy: true, failure: null });
      try {
        await client.slips.print({ slipId, printer, isReadBack: true });
        if (own !== round || !isMade(view)) return;
        // The stream may have told already how it goes.
        const { job } = view;
        const isTold = job.revision !== revision;
        dropDetails();
        show({
          ...view,
          step: 'printing',
          isBusy: false,
          job: isTold ? job : { ...job, state: 'making', reason: null, printer, isKept: null },
          sentAt,
        });
      } catch (error) {
        if (own !== round) return;
        const failure = refused(error);
        if (failure.code === 'GONE') end();
        else if (isMade(view)) show({ ...view, isBusy: false, failure });
      }
    },
    change() {
      if (view.step !== 'reading') return;
      dropPage();
      show({ step: 'typing', isBusy: false, failure: null, clearedTimes });
      // Nobody may touch it again: what was typed stands in its boxes.
      clearLater();
    },
    begin() {
      dropPage();
      dropDetails();
      show({ step: 'typing', isBusy: false, failure: null, clearedTimes });
    },
    stop() {
      dropPage();
      dropDetails();
      clearedTimes += 1;
      show({ step: 'typing', isBusy: false, failure: null, clearedTimes });
    },
  };
}

/** It was sent, and has not ended. */
export function isOnItsWay(state: SlipState): boolean {
  return state === 'making' || state === 'sent' || state === 'printing' || state === 'waiting';
}

function isMade(view: SlipView): view is Extract<SlipView, MadeSlip> {
  return view.step === 'reading' || view.step === 'printing';
}
