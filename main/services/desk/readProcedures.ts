import type { Role } from '../../../preload/contract/desk/roles';
import type { Store } from '../../store/store';
import type { Changes, Clock, Log, Settings } from '../ports';
import { answerActed } from './actionProcedures';
import { acknowledge } from './alerts';
import { callerOf } from './caller';
import { createDeskLive } from './deskLive';
import type { DeskProcedures } from './deskProcedures';
import type { DeskState } from './deskState';
import { createFind } from './find';
import { createRoom } from './room';
import { guardStream } from './sessionGuard';
import type { Sessions } from './sessions';
import { createWorklist } from './worklist';

export interface ReadProceduresParts {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  log: Log;
  sessions: Pick<Sessions, 'find'>;
  state: DeskState;
  nextRevision: () => number;
}

const desk: readonly Role[] = ['receptionist'];
const caller: readonly Role[] = ['receptionist', 'clinician'];

/** What the desk sees, with the worklist and the alerts. The rest of `arrivals`, which acts on rows, is beside it. */
export function readProcedures(os: DeskProcedures, parts: ReadProceduresParts) {
  const { sessions, changes } = parts;
  const live = createDeskLive(parts);
  const find = createFind(parts);
  const worklist = createWorklist(parts);
  const room = createRoom(parts);
  return {
    arrivals: {
      live: os.arrivals.live.handler(({ context: { token }, signal }) =>
        guardStream(live(signal), { roles: desk, token, sessions, changes }),
      ),
      find: os.arrivals.find.handler(({ input }) => find(input.text)),
      acknowledge: os.arrivals.acknowledge.handler(async ({ input, context }) => {
        await acknowledge(parts, callerOf(context), input.alertIds);
        return {};
      }),
    },
    worklist: {
      take: os.worklist.take.handler(async ({ input, context, errors }) =>
        answerActed(await worklist.take(callerOf(context), input.arrivalId), errors),
      ),
      mark: os.worklist.mark.handler(async ({ input, context, errors }) =>
        answerActed(await worklist.mark(callerOf(context), input.arrivalId), errors),
      ),
      unmark: os.worklist.unmark.handler(async ({ input, context, errors }) =>
        answerActed(await worklist.unmark(callerOf(context), input.arrivalId), errors),
      ),
    },
    room: {
      clinicians: os.room.clinicians.handler(({ context }) => room.clinicians(callerOf(context))),
      live: os.room.live.handler(({ input, context, signal }) =>
        guardStream(room.live(callerOf(context), input.clinician, signal), {
          roles: caller,
          token: context.token,
          sessions,
          changes,
        }),
      ),
    },
  };
}
