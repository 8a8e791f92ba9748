import { randomUUID } from 'node:crypto';
import { implement, onError, ORPCError } from '@orpc/server';
import { deskContract } from '../../../preload/contract/desk';
import type { DeskMeta } from '../../../preload/contract/desk/roles';
import type { Log } from '../ports';
import { traceOf } from '../trace';
import { judge } from './authorise';
import { refusalError } from './authoriseRefusal';
import type { Caller, OpenSession } from './caller';
import type { DeskContext } from './context';

/**
 * The desk's contract, ready for handlers: whoever asks is looked up by the secret they bring, and reaches a handler only with a role that the
 * procedure states. A handler finds them as `context.caller`. What a handler throws that the contract does not name is a bug: logged by a
 * short id without its message, which may quote data.
 */
export function deskProcedures(sessions: { find(token: string | null): Promise<OpenSession | null> }, log: Log) {
  return implement(deskContract)
    .$context<DeskContext>()
    .use(
      onError((error, { path }) => {
        const procedure = path.join('.');
        if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') {
          if (!error.defined) log.warn('desk.refused', { procedure, kind: error.code });
          return;
        }
        const id = randomUUID().slice(0, 8);
        log.error('procedure.failed', { id, procedure, ...traceOf(error) });
        throw new ORPCError('INTERNAL_SERVER_ERROR', { message: id });
      }),
    )
    .use(async ({ context, procedure, path, next }) => {
      const { roles } = procedure['~orpc'].meta as DeskMeta;
      const verdict = judge(roles, await sessions.find(context.token));
      if (!verdict.isAllowed) {
        // A page whose session is over asks as a matter of course, and anybody in the network can: neither may fill the log.
        if (verdict.why === 'FORBIDDEN') log.warn('desk.refused', { procedure: path.join('.'), kind: verdict.why });
        throw refusalError(verdict.why);
      }
      const caller: Caller | null = verdict.caller;
      return next({ context: { caller } });
    });
}

export type DeskProcedures = ReturnType<typeof deskProcedures>;
