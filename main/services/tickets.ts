import type { CheckInAnswer, TicketEnd } from '../../preload/contract/kiosk';
import type { PrintReason } from '../../preload/contract/desk/printing';
import type { Reference } from '../../preload/contract/rules/reference';
import { createAttemptLimit } from '../domain/attempts';
import type { Ticket } from '../domain/slip/types';
import type { Changes, Clock, Log, Printer, PrinterFacts, Settings, Timers } from './ports';
import type { VisitSession } from './visitSession';

/** What the services of a visit answer: some of it holds a reference or a ticket. */
type Given = CheckInAnswer | { ticket: string | null } | { reference: Reference } | 'closed' | 'wordsChanged';

/**
 * The ticket printer of the kiosk, where one is set. It prints the reference or the ticket of the ending that main has just given, and
 * nothing of anybody. The ending stands already, on disk and on the screen: nothing here can undo it or hold it up.
 */
export interface Tickets {
  /** Asks what may end in a reference or a ticket, and remembers that for as long as the visit stands in which it was asked. */
  remember<Answer extends Given>(ask: () => Promise<Answer>): Promise<Answer>;
  /**
   * Prints what the last ending of this visit holds. Answers within 20 seconds; what has not come out by then is called back, so that
   * nothing of somebody who has gone lies in the printer. `refused`: nothing is held, no printer is set, or it was printed often enough.
   */
  print(): Promise<TicketEnd | 'refused'>;
  /** A printer is set and was well when it was last looked at. */
  canPrint(): boolean;
  stop(): void;
}

const mostPrintsOfOne = 2;
/** Papers in a burst, and in a minute after that: more than any queue of people takes from one screen. */
const printRules = { claimsInBurst: 10, claimsPerMinute: 4 };

const callBackAfterMilliseconds = 18_000;
const givenUpAfterMilliseconds = 20_000;

const lookEveryMilliseconds = 5_000;
/** While nobody is at the kiosk only each twelfth look is taken: once a minute. */
const idleLooks = 12;
/** A printer that has just failed is promised to nobody for so long, whatever the printing system says of it. */
const mistrustMilliseconds = 60_000;

/** With these nothing comes out until somebody has done something. */
const hindrances: readonly PrintReason[] = ['outOfPaper', 'coverOpen', 'jammed', 'paused', 'offline', 'notAccepting'];

export function createTickets(options: {
  printer: Pick<Printer, 'list' | 'print'>;
  settings: Settings;
  clock: Clock;
  timers: Timers;
  changes: Pick<Changes, 'publish'>;
  session: Pick<VisitSession, 'generation' | 'give' | 'paper' | 'isOpen'>;
  isDemonstration: boolean;
  log: Log;
}): Tickets {
  const { printer, settings, clock, timers, changes, session, isDemonstration, log } = options;
  const limit = createAttemptLimit();
  const health = followPrinter(options);

  const paperOf = (holds: Ticket['holds']): Ticket => {
    const { practiceName, helpPhone } = settings.rules();
    const head = { practice: practiceName, helpPhone, issuedOn: clock.now().day, isDemonstration };
    return { kind: 'ticket', ...head, holds };
  };

  const printOn = async (name: string, holds: Ticket['holds']): Promise<TicketEnd> => {
    const callBack = new AbortController();
    let isSent = false;
    let isOver = false;
    // How papers are drawn is read with the first of them: no start waits for it.
    const ended = import('./papers/sheet')
      .then(({ sheetOf }) =>
        printer.print(sheetOf(paperOf(holds), settings.machine().kioskPaper), {
          printer: name,
          // Names nobody, and is no reference either: it stands in the queue for everybody to see.
          title: 'Ticket',
          told: ({ state }) => void (isSent ||= state !== 'making'),
          signal: callBack.signal,
        }),
      )
      .then(({ state }): TicketEnd => (state === 'unknown' ? 'sent' : state))
      .finally(() => (isOver = true));
    const givenUp = timers
      .sleep(callBackAfterMilliseconds)
      .then(() => {
        if (!isOver) callBack.abort();
        return timers.sleep(givenUpAfterMilliseconds - callBackAfterMilliseconds);
      })
      .then((): TicketEnd => (isSent ? 'sent' : 'failed'));
    return Promise.race([ended, givenUp]);
  };

  return {
    async remember(ask) {
      const visit = session.generation();
      const answer = await ask();
      // Whoever asked has gone: whoever stands there now cannot print it.
      if (session.generation() === visit) session.give(heldIn(answer));
      return answer;
    },
    async print() {
      const paper = session.paper();
      const { kioskPrinter } = settings.machine();
      const isTaken = paper !== null && kioskPrinter !== null && paper.prints < mostPrintsOfOne;
      if (!isTaken || !limit.takeIfFree(timers.monotonic(), printRules)) {
        log.warn('ticket.printed', { kind: 'refused' });
        return 'refused';
      }
      paper.prints += 1;
      const { kind } = paper.holds;
      const state = await printOn(kioskPrinter, paper.holds);
      log.info('ticket.printed', { kind: `${kind}.${state}` });
      if (state === 'failed') health.mistrust();
      changes.publish('printing');
      return state;
    },
    canPrint: health.isWell,
    stop: health.stop,
  };
}

/** The reference or the ticket in an answer; null: there is none. */
function heldIn(answer: Given): Ticket['holds'] | null {
  if (typeof answer === 'string') return null;
  if ('reference' in answer) return { kind: 'reference', reference: answer.reference };
  if (!('ticket' in answer) || answer.ticket === null) return null;
  return { kind: 'ticket', ticket: answer.ticket };
}

/** Looks at the kiosk's printer now and then: every few seconds while somebody is there, for they see whether they can print. */
function followPrinter({
  printer,
  settings,
  timers,
  changes,
  session,
}: {
  printer: Pick<Printer, 'list'>;
  settings: Pick<Settings, 'machine'>;
  timers: Timers;
  changes: Pick<Changes, 'publish'>;
  session: Pick<VisitSession, 'isOpen'>;
}): { isWell(): boolean; mistrust(): void; stop(): void } {
  /** The printer that was looked at last. */
  let known: string | null = null;
  let wasWell = false;
  let isLooking = false;
  let looks = 0;
  let mistrustedUntil = Number.NEGATIVE_INFINITY;

  const isWell = (): boolean =>
    wasWell && settings.machine().kioskPrinter === known && timers.monotonic() >= mistrustedUntil;

  const found = (name: string | null, isWellNow: boolean): void => {
    const isNews = known !== name || wasWell !== isWellNow;
    known = name;
    wasWell = isWellNow;
    if (isNews) changes.publish('printing');
  };

  const look = async (name: string): Promise<void> => {
    isLooking = true;
    const printers = await printer.list();
    isLooking = false;
    found(name, printers?.some((one) => one.name === name && isUsable(one)) ?? false);
  };

  const stop = timers.every(lookEveryMilliseconds, () => {
    looks += 1;
    const name = settings.machine().kioskPrinter;
    if (name === null) {
      if (known !== null) found(null, false);
      return;
    }
    // A printing system that takes so long to say how it is promises nothing.
    if (isLooking) found(name, false);
    else if (name !== known || session.isOpen() || looks % idleLooks === 0) void look(name);
  });
  return {
    isWell,
    mistrust() {
      mistrustedUntil = timers.monotonic() + mistrustMilliseconds;
    },
    stop,
  };
}

function isUsable({ state, reasons }: PrinterFacts): boolean {
  return (state === 'ready' || state === 'busy') && !reasons.some((reason) => hindrances.includes(reason));
}
