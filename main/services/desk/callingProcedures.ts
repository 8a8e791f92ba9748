import { answerActed, refused } from './actionProcedures';
import { callerOf } from './caller';
import type { Calling } from './calling';
import type { DeskProcedures } from './deskProcedures';

/** Calling patients and tickets in. */
export function callingProcedures({ calling: os }: DeskProcedures, { calling }: { calling: Calling }) {
  return {
    call: os.call.handler(async ({ input, context, errors }) => {
      const made = await calling.call(callerOf(context), input);
      if (made.kind !== 'called') throw refused(made, errors);
      return { callId: made.callId };
    }),
    callTicket: os.callTicket.handler(async ({ input, context, errors }) => {
      const made = await calling.callTicket(callerOf(context), input);
      if (made.kind !== 'called') throw refused(made, errors);
      return { callId: made.callId };
    }),
    again: os.again.handler(async ({ input, context, errors }) =>
      answerActed(await calling.again(callerOf(context), input.callId), errors),
    ),
    looked: os.looked.handler(async ({ input, context, errors }) =>
      answerActed(await calling.looked(callerOf(context), input.callId), errors),
    ),
    didNotAnswer: os.didNotAnswer.handler(async ({ input, context, errors }) =>
      answerActed(await calling.didNotAnswer(callerOf(context), input.callId), errors),
    ),
    cameIn: os.cameIn.handler(async ({ input, context, errors }) =>
      answerActed(await calling.cameIn(callerOf(context), input.callId), errors),
    ),
    cancel: os.cancel.handler(async ({ input, context, errors }) =>
      answerActed(await calling.cancel(callerOf(context), input.callId), errors),
    ),
  };
}
