import { randomUUID } from 'node:crypto';
import { implement, onError, ORPCError } from '@orpc/server';
import { boardContract } from '../../../preload/contract/board';
import type { Log } from '../ports';
import { traceOf } from '../trace';
import { isOfThisMachine, type BoardLive } from './boardLive';
import type { Boards } from './boards';
import type { BoardCalls } from './boardsCalls';
import type { BoardContext } from './context';

/**
 * The board's contract. A board that is not paired is shown its code and told nothing. What is thrown that the contract does not name is a bug:
 * logged by a short id without its message, which may quote data.
 */
export function createBoardRouter({
  live,
  boards,
  calls,
  log,
}: {
  live: BoardLive;
  boards: Pick<Boards, 'standing'>;
  calls: Pick<BoardCalls, 'speech'>;
  log: Log;
}) {
  const contract = implement(boardContract).$context<BoardContext>();
  const maySee = async (context: BoardContext): Promise<boolean> => {
    if (isOfThisMachine(context)) return true;
    return context.token !== null && (await boards.standing(context.token)).kind === 'paired';
  };
  return contract
    .use(
      onError((error, { path }) => {
        const procedure = path.join('.');
        if (error instanceof ORPCError && error.code !== 'INTERNAL_SERVER_ERROR') {
          log.warn('board.refused', { procedure, kind: error.code });
          return;
        }
        const id = randomUUID().slice(0, 8);
        log.error('procedure.failed', { id, procedure, ...traceOf(error) });
        throw new ORPCError('INTERNAL_SERVER_ERROR', { message: id });
      }),
    )
    .router({
      live: contract.live.handler(({ context, signal }) => live(context, signal)),
      speech: contract.speech.handler(async ({ context, input }) =>
        (await maySee(context)) ? calls.speech(input.callId) : { wav: null, text: null },
      ),
    });
}
