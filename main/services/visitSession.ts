import type { Question, ReadySnapshot } from '../../preload/contract/kiosk';
import type { Ticket } from '../domain/slip/types';
import type { Changes, Log, Timers } from './ports';

/** Seconds beyond the page's own idle times after which main ends a visit by itself. */
const graceSeconds = 60;
const lookEveryMilliseconds = 5_000;

/** A good ending: what may still be disputed, and the questions it offered. */
export interface GoodEnding {
  kind: 'good';
  visitId: string;
  subjectId: string;
  arrivalIds: string[];
  questions: Question[];
}

/** By phone, by video or at home: the patient may say that they were asked to come in. */
export interface NotInPersonEnding {
  kind: 'notInPerson';
  visitId: string;
  subjectId: string;
}

/** The reference or the ticket that an ending holds, and how often it was printed, or was to be. */
export interface GivenPaper {
  readonly holds: Ticket['holds'];
  prints: number;
}

/** What an ending may still be asked about, for as long as its visitor stands there. */
export type HeldEnding = GoodEnding | NotInPersonEnding;

/**
 * The one visitor at the kiosk, as main knows them: the endings they were shown, and how often in a row they were not found.
 * Main ends the visit too, so that a dead page cannot keep one open (design §10).
 */
export interface VisitSession {
  /** Somebody is using the page. */
  touch(): void;
  hold(handle: string, ending: HeldEnding): void;
  /** The ending behind `handle`, while its visitor is there. */
  find(handle: string): HeldEnding | null;
  /** No longer theirs: nor is the ticket that was given with it. */
  forget(handle: string): void;
  /** What the ending that main has just given holds; null: nothing that could be printed. */
  give(holds: Ticket['holds'] | null): void;
  /** What the last ending of this visit holds, while its visitor is there. The same reference or ticket is one paper, however often it is given. */
  paper(): GivenPaper | null;
  /** How often in a row this visitor was not found. */
  failuresInRow(): number;
  /** This visitor was not found, and that is on disk. */
  noteFailure(): void;
  /** This visitor has checked somebody in: failures count from the beginning again. */
  noteSuccess(): void;
  /**
   * Forgets the endings, and what was asked and is not answered yet: see `generation`. Failures go on counting while the same person
   * goes on (`isVisitorGone` false).
   */
  end(isVisitorGone: boolean): void;
  /** Ends the visit from this side: the page drops whatever it holds when it hears of it. */
  endByMain(): void;
  /** Rises with every end, from either side: what was asked before it is no longer waited for, and is dropped (hazard H-002). */
  generation(): number;
  /** Somebody is, or was a moment ago, at the kiosk. */
  isOpen(): boolean;
  /** How often main has ended a visit by itself. */
  visitsEnded(): number;
  stop(): void;
}

/** @param idle the idle times the page was given, in seconds. */
export function createVisitSession(options: {
  idle: ReadySnapshot['idle'];
  timers: Timers;
  changes: Changes;
  log: Log;
}): VisitSession {
  const { idle, timers, changes, log } = options;
  const limit = (idle.warnAfterSeconds + idle.warningStandsSeconds + graceSeconds) * 1000;
  const held = new Map<string, HeldEnding>();
  const papers = new Map<string, GivenPaper>();
  let paper: GivenPaper | null = null;
  let touchedAt: number | null = null;
  let failuresInRow = 0;
  let endedByMain = 0;
  let generation = 0;
  const end = (isVisitorGone: boolean): void => {
    generation += 1;
    held.clear();
    papers.clear();
    paper = null;
    if (!isVisitorGone) return;
    touchedAt = null;
    failuresInRow = 0;
  };
  const endByMain = (): void => {
    end(true);
    endedByMain += 1;
    log.warn('visit.endedByMain');
    changes.publish('session');
  };
  const stop = timers.every(lookEveryMilliseconds, () => {
    if (touchedAt !== null && timers.monotonic() - touchedAt >= limit) endByMain();
  });
  return {
    touch() {
      touchedAt = timers.monotonic();
    },
    hold(handle, ending) {
      held.set(handle, ending);
      touchedAt = timers.monotonic();
    },
    find: (handle) => held.get(handle) ?? null,
    forget(handle) {
      held.delete(handle);
      paper = null;
    },
    give(holds) {
      paper = holds === null ? null : (papers.get(textOf(holds)) ?? { holds, prints: 0 });
      if (paper !== null) papers.set(textOf(paper.holds), paper);
    },
    paper: () => paper,
    failuresInRow: () => failuresInRow,
    noteFailure() {
      failuresInRow += 1;
    },
    noteSuccess() {
      failuresInRow = 0;
    },
    end,
    endByMain,
    generation: () => generation,
    isOpen: () => touchedAt !== null,
    visitsEnded: () => endedByMain,
    stop,
  };
}

function textOf(holds: Ticket['holds']): string {
  return holds.kind === 'reference' ? holds.reference : holds.ticket;
}
