import type { Changes } from '../ports';
import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';
import { made } from './printingProcedures';
import { guardStream } from './sessionGuard';
import type { Sessions } from './sessions';
import type { Slips } from './slips';

export interface SlipsProceduresParts {
  slips: Slips;
  sessions: Pick<Sessions, 'find'>;
  changes: Pick<Changes, 'subscribe'>;
}

/** Setup slips, for account creators alone. */
export function slipsProcedures(
  { slips: os }: Pick<DeskProcedures, 'slips'>,
  { slips, sessions, changes }: SlipsProceduresParts,
) {
  return {
    prepare: os.prepare.handler(async ({ input, context, errors }) => {
      const prepared = await made(() => slips.prepare(callerOf(context), input), errors);
      switch (prepared.kind) {
        case 'gone':
          throw errors.GONE();
        case 'changed':
          throw errors.CHANGED({ data: { by: prepared.by, at: prepared.at } });
        case 'notNow':
          throw errors.NOT_NOW({ data: { why: prepared.why } });
        case 'invalid':
          throw errors.INVALID({ data: { problems: prepared.problems } });
        case 'prepared': {
          const { slipId, endsAt, printer } = prepared;
          const picture = Buffer.from(prepared.picture).toString('base64');
          // The details can be read from it.
          prepared.picture.fill(0);
          return { slipId, picture, endsAt, printer };
        }
      }
    }),
    print: os.print.handler(async ({ input, context, errors }) => {
      const printed = await slips.print(callerOf(context), input);
      if (printed.kind === 'notNow') throw errors.NOT_NOW({ data: { why: printed.why } });
      if (printed.kind === 'gone') throw errors.GONE();
      if (printed.kind === 'busy') throw errors.BUSY();
      if (printed.kind === 'atKiosk') throw errors.AT_KIOSK();
      if (printed.kind === 'noPrinter') throw errors.NO_PRINTER({ data: { why: printed.why } });
      return {};
    }),
    follow: os.follow.handler(({ input, context, errors, signal }) => {
      const stream = slips.follow(callerOf(context), input.slipId, signal);
      if (stream === null) throw errors.GONE();
      return guardStream(stream, { roles: ['accountCreator'], token: context.token, sessions, changes });
    }),
    forget: os.forget.handler(({ input, context }) => {
      slips.forget(callerOf(context), input.slipId);
      return {};
    }),
  };
}
