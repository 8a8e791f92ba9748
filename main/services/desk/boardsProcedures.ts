import type { Boards } from './boards';
import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';

/** Boards as staff handle them. */
export function boardsProcedures({ boards: os }: DeskProcedures, { boards }: { boards: Boards }) {
  return {
    list: os.list.handler(() => boards.list()),
    pair: os.pair.handler(async ({ input, context, errors }) => {
      const isPaired = await boards.pair(callerOf(context), input);
      if (!isPaired) throw errors.NO_SUCH_CODE();
      return {};
    }),
    revoke: os.revoke.handler(async ({ input, context }) => {
      await boards.revoke(callerOf(context), input.boardId);
      return {};
    }),
  };
}
