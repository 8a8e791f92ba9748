import { randomUUID } from 'node:crypto';
import { implement, onError, ORPCError } from '@orpc/server';
import { kioskContract, type KioskSnapshot } from '../../preload/contract/kiosk';
import type { CheckInService } from './checkIn';
import type { HelpService } from './help';
import type { KioskMode } from './kioskMode';
import type { Log } from './ports';
import type { ReceptionService } from './reception';
import type { SignUpService } from './signUp';
import type { Tickets } from './tickets';
import { traceOf } from './trace';
import type { VisitSession } from './visitSession';
import type { WalkInService } from './walkIn';

/** What the kiosk contract is served from once the store is open. */
export interface KioskServices {
  checkIn: CheckInService;
  help: HelpService;
  reception: ReceptionService;
  walkIn: WalkInService;
  signUp: SignUpService;
  tickets: Tickets;
  kioskMode: Pick<KioskMode, 'read'>;
  session: VisitSession;
}

/** What the page may ask even while the store is not open, or cannot be. */
export interface PageServices {
  live(signal: AbortSignal | undefined): AsyncGenerator<KioskSnapshot, void, void>;
  painted(): void;
  alive(): void;
  /** The logo was held: staff want the desk, in a window of its own. */
  openDesk(): void;
}

/**
 * One router for the kiosk's contract. Expected failures are errors of the contract; anything else is a bug: it is logged by a short
 * id without its message, which may quote data, and the page hears INTERNAL (design §4).
 * @param opening resolves once the store is open; a procedure called before waits, and fails if it cannot be opened.
 */
export function createKioskRouter(page: PageServices, opening: Promise<KioskServices>, log: Log) {
  const contract = implement(kioskContract);
  return contract
    .use(
      onError((error, { path }) => {
        const procedure = path.join('.');
        if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') {
          if (!error.defined) log.warn('page.messageRefused', { procedure, kind: error.code });
          return;
        }
        const id = randomUUID().slice(0, 8);
        log.error('procedure.failed', { id, procedure, ...traceOf(error) });
        throw new ORPCError('INTERNAL_SERVER_ERROR', { message: id });
      }),
    )
    .router({
      live: contract.live.handler(({ signal }) => page.live(signal)),
      checkIn: {
        claim: contract.checkIn.claim.handler(async ({ input, errors }) => {
          const { checkIn, kioskMode, session, tickets } = await opening;
          session.touch();
          const isServing = kioskMode.read().state === 'open';
          const result = isServing ? await tickets.remember(() => checkIn.claim(input)) : 'closed';
          if (result === 'closed') throw errors.CHECK_IN_CLOSED();
          return result;
        }),
        dispute: contract.checkIn.dispute.handler(async ({ input, errors }) => {
          const { checkIn, session } = await opening;
          session.touch();
          const isDisputed = await checkIn.dispute(input.handle);
          if (!isDisputed) throw errors.UNKNOWN_HANDLE();
          return { kind: 'disputed' as const };
        }),
        answer: contract.checkIn.answer.handler(async ({ input, errors }) => {
          const { checkIn, session } = await opening;
          session.touch();
          const isNoted = await checkIn.answer(input.handle, input.answer);
          if (!isNoted) throw errors.UNKNOWN_HANDLE();
          return { kind: 'noted' as const };
        }),
        askedToCome: contract.checkIn.askedToCome.handler(async ({ input, errors }) => {
          const { checkIn, session } = await opening;
          session.touch();
          const isNoted = await checkIn.askedToCome(input.handle);
          if (!isNoted) throw errors.UNKNOWN_HANDLE();
          return { kind: 'noted' as const };
        }),
      },
      reception: {
        // Served in every state of the kiosk: it promises nothing, and staff learn what somebody came for.
        choose: contract.reception.choose.handler(async ({ input }) => {
          const { reception, session, tickets } = await opening;
          session.touch();
          return tickets.remember(() => reception.choose(input.choice));
        }),
      },
      walkIn: {
        join: contract.walkIn.join.handler(async ({ errors }) => {
          const { walkIn, kioskMode, session, tickets } = await opening;
          session.touch();
          const isServing = kioskMode.read().state === 'open';
          const result = isServing ? await tickets.remember(() => walkIn.join()) : 'closed';
          if (result === 'closed') throw errors.WALK_IN_CLOSED();
          return result;
        }),
      },
      signUp: {
        // It knows itself when it is closed: who has begun may finish when the practice has closed meanwhile.
        send: contract.signUp.send.handler(async ({ input, errors }) => {
          const { signUp, session, tickets } = await opening;
          session.touch();
          const result = await tickets.remember(() => signUp.send(input));
          if (result === 'closed') throw errors.SIGN_UP_CLOSED();
          if (result === 'wordsChanged') throw errors.WORDS_CHANGED();
          return result;
        }),
      },
      tickets: {
        print: contract.tickets.print.handler(async ({ errors }) => {
          const { tickets, session } = await opening;
          session.touch();
          const state = await tickets.print();
          if (state === 'refused') throw errors.PRINT_REFUSED();
          return { state };
        }),
      },
      help: {
        call: contract.help.call.handler(async () => {
          const { help, session } = await opening;
          session.touch();
          return help.call();
        }),
      },
      visit: {
        touch: contract.visit.touch.handler(async () => {
          (await opening).session.touch();
          return {};
        }),
        end: contract.visit.end.handler(async ({ input }) => {
          (await opening).session.end(input.isVisitorGone);
          return {};
        }),
      },
      page: {
        painted: contract.page.painted.handler(() => {
          page.painted();
          return {};
        }),
        alive: contract.page.alive.handler(() => {
          page.alive();
          return {};
        }),
        openDesk: contract.page.openDesk.handler(() => {
          page.openDesk();
          return {};
        }),
      },
    });
}
