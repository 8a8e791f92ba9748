import type { DeskMeta } from '../../../preload/contract/desk/roles';
import type { SheetFaultKind } from '../../../preload/contract/desk/printing';
import { SheetFault, type Changes } from '../ports';
import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';
import type { Printing } from './printing';
import { guardStream } from './sessionGuard';
import type { Sessions } from './sessions';

export interface PrintingProceduresParts {
  printing: Printing;
  sessions: Pick<Sessions, 'find'>;
  changes: Pick<Changes, 'subscribe'>;
}

/** As the contract says of `live`. */
const watchers: DeskMeta['roles'] = [
  'receptionist',
  'verifier',
  'authoriser',
  'accountCreator',
  'clinicalReviewer',
  'manager',
];

/** Printers, checks of them, and papers beside the setup slip. */
export function printingProcedures(
  { printing: os }: Pick<DeskProcedures, 'printing'>,
  { printing, sessions, changes }: PrintingProceduresParts,
) {
  return {
    live: os.live.handler(({ context: { token }, signal }) =>
      guardStream(printing.live(signal), { roles: watchers, token, sessions, changes }),
    ),
    look: os.look.handler(({ input, errors }) => made(() => printing.look(input.page), errors)),
    printCheck: os.printCheck.handler(({ input, context, errors }) =>
      made(() => printing.printCheck(callerOf(context), input), errors),
    ),
    printBring: os.printBring.handler(({ input, context, errors }) =>
      made(() => printing.printBring(callerOf(context), input), errors),
    ),
    printLetters: os.printLetters.handler(async ({ input, context, errors }) => {
      const printed = await made(() => printing.printLetters(callerOf(context), input), errors);
      if (printed.kind === 'gone') throw errors.GONE();
      if (printed.kind === 'notSafe') throw errors.NOT_SAFE();
      if (printed.kind === 'changed') throw errors.CHANGED({ data: { by: printed.by, at: printed.at } });
      return printed.outcome;
    }),
  };
}

/** What `work` comes to; a page that cannot be made is the contract's error. */
export async function made<T>(
  work: () => Promise<T>,
  errors: { NOT_MADE(error: { data: { why: SheetFaultKind } }): Error },
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SheetFault) throw errors.NOT_MADE({ data: { why: error.why } });
    throw error;
  }
}
