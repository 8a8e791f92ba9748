import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';
import type { Invitations } from './invitations';
import { made } from './printingProcedures';

/** Invitations in batches. */
export function invitationsProcedures(
  { invitations: os }: Pick<DeskProcedures, 'invitations'>,
  { invitations }: { invitations: Invitations },
) {
  return {
    begin: os.begin.handler(async ({ input, context, errors }) => {
      const begun = await made(() => invitations.begin(callerOf(context), input), errors);
      if (begun.kind === 'busy') throw errors.BUSY();
      if (begun.kind === 'unreadable') throw errors.UNREADABLE({ data: { why: begun.why } });
      const { batchId, total, leftOut, picture } = begun;
      return { batchId, total, leftOut, picture };
    }),
    print: os.print.handler(async ({ input, context, errors }) => {
      const begun = await invitations.print(callerOf(context), input);
      if (begun === 'gone') throw errors.GONE();
      if (begun === 'busy') throw errors.BUSY();
      return {};
    }),
    stop: os.stop.handler(({ input, context, errors }) => {
      if (!invitations.stop(callerOf(context), input.batchId)) throw errors.GONE();
      return {};
    }),
    forget: os.forget.handler(async ({ input, context }) => {
      await invitations.forget(callerOf(context), input.batchId);
      return {};
    }),
  };
}
