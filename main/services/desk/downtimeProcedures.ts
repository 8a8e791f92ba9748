import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';
import type { Downtime } from './downtime';

export interface DowntimeParts {
  downtime: Downtime;
}

/** The sheet for when the computers are down, printed and as a file. */
export function downtimeProcedures({ downtime: os }: DeskProcedures, { downtime }: DowntimeParts) {
  return {
    sheet: os.sheet.handler(({ context }) => downtime.sheet(callerOf(context))),
    state: os.state.handler(() => downtime.state()),
    setPassphrase: os.setPassphrase.handler(async ({ input, context, errors }) => {
      const problem = await downtime.setPassphrase(callerOf(context), input.passphrase);
      if (problem !== null) throw errors.WEAK({ data: { problem } });
      return {};
    }),
  };
}
