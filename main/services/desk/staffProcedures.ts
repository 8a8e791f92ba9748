import { clinicianNames, staffAccounts } from '../../store/staff';
import type { Store } from '../../store/store';
import type { Clock } from '../ports';
import { callerOf } from './caller';
import type { DeskProcedures } from './deskProcedures';
import type { Sessions } from './sessions';
import { createStaffAccounts } from './staffAccounts';

/** Accounts and sessions, for managers. */
export function staffProcedures(os: DeskProcedures, parts: { store: Store; clock: Clock; sessions: Sessions }) {
  const { store, clock, sessions } = parts;
  const accounts = createStaffAccounts(parts);
  const { staff } = os;
  return {
    list: staff.list.handler(async ({ context }) => {
      const own = callerOf(context).sessionId;
      const now = clock.instant();
      return {
        staff: (await staffAccounts(store.db)).map((account) => ({
          staffId: account.id,
          username: account.username,
          displayName: account.displayName,
          roles: account.roles,
          clinician: account.clinician,
          isActive: account.isActive,
          isInvited: account.passphrase === null,
          lastSignedInAt: account.lastSignedInAt,
          lockedUntil: account.lockedUntil !== null && account.lockedUntil > now ? account.lockedUntil : null,
        })),
        sessions: (await sessions.all()).map(({ sessionId, staffId, from, device, since, lastUsedAt, isLocked }) => {
          return { sessionId, staffId, from, device, since, lastUsedAt, isLocked, isThisOne: sessionId === own };
        }),
        clinicians: await clinicianNames(store.db),
      };
    }),

    add: staff.add.handler(async ({ input, context, errors }) => {
      const answer = await accounts.add(callerOf(context), input);
      if (answer === 'USERNAME_TAKEN') throw errors.USERNAME_TAKEN();
      return answer;
    }),

    change: staff.change.handler(async ({ input: { staffId, ...wish }, context, errors }) => {
      const answer = await accounts.change(callerOf(context), staffId, wish);
      if (answer !== 'changed') throw errors[answer]();
      return {};
    }),

    reset: staff.reset.handler(async ({ input, context, errors }) => {
      const answer = await accounts.reset(callerOf(context), input.staffId);
      if (answer === 'UNKNOWN' || answer === 'LAST_MANAGER') throw errors[answer]();
      return answer;
    }),

    endSession: staff.endSession.handler(async ({ input, context, errors }) => {
      if ((await accounts.endSession(callerOf(context), input.sessionId)) === 'UNKNOWN') throw errors.UNKNOWN();
      return {};
    }),
  };
}
