import type { DeskActions } from './actions';
import type { Acted, Refusal } from './actionsOnVisit';
import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';

/** The errors of the contract by which an action on a row is refused (`rowErrors`). */
interface RowErrors {
  CHANGED(error: { data: { by: string | null; at: string | null } }): Error;
  GONE(): Error;
  NOT_NOW(error: { data: { why: string } }): Error;
}

/** A refusal as an error of the contract. */
export function refused(refusal: Refusal, errors: RowErrors): Error {
  switch (refusal.kind) {
    case 'changed':
      return errors.CHANGED({ data: { by: refusal.by, at: refusal.at } });
    case 'gone':
      return errors.GONE();
    case 'notNow':
      return errors.NOT_NOW({ data: { why: refusal.why } });
  }
}

/** Answers "done", or throws why not. */
export function answerActed(acted: Acted, errors: RowErrors): Record<never, never> {
  if (acted.kind !== 'done') throw refused(acted, errors);
  return {};
}

/** What staff do with rows: the part of `arrivals` that changes something. */
export function actionProcedures({ arrivals: os }: DeskProcedures, { actions }: { actions: DeskActions }) {
  return {
    checkIn: os.checkIn.handler(async ({ input, context, errors }) => {
      const result = await actions.checkIn(callerOf(context), input.appointmentIds);
      if (result.kind !== 'here') throw refused(result, errors);
      return { visitId: result.visitId };
    }),
    undo: os.undo.handler(async ({ input, context, errors }) =>
      answerActed(await actions.undo(callerOf(context), input), errors),
    ),
    resolveDispute: os.resolveDispute.handler(async ({ input, context, errors }) =>
      answerActed(await actions.resolveDispute(callerOf(context), input), errors),
    ),
    seen: os.seen.handler(async ({ input, context, errors }) =>
      answerActed(await actions.seen(callerOf(context), input), errors),
    ),
    left: os.left.handler(async ({ input, context, errors }) =>
      answerActed(await actions.left(callerOf(context), input), errors),
    ),
    waitAgain: os.waitAgain.handler(async ({ input, context, errors }) =>
      answerActed(await actions.waitAgain(callerOf(context), input), errors),
    ),
    move: os.move.handler(async ({ input, context, errors }) =>
      answerActed(await actions.move(callerOf(context), input), errors),
    ),
    flag: os.flag.handler(async ({ input, context, errors }) =>
      answerActed(await actions.flag(callerOf(context), input), errors),
    ),
    note: os.note.handler(async ({ input, context, errors }) =>
      answerActed(await actions.note(callerOf(context), input), errors),
    ),
    lookedAfter: os.lookedAfter.handler(async ({ input, context, errors }) =>
      answerActed(await actions.lookedAfter(callerOf(context), input), errors),
    ),
  };
}
