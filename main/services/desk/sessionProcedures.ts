import type { Pulse, SessionState } from '../../../preload/contract/desk/session';
import type { DeskPresence } from '../deskPresence';
import { modeOf } from '../modeOf';
import type { Changes } from '../ports';
import { callerOf, type OpenSession } from './caller';
import type { DeskContext } from './context';
import type { DeskProcedures } from './deskProcedures';
import { guardStream } from './sessionGuard';
import { createSignIn } from './signIn';
import type { SignInParts } from './signInEntrance';

export interface SessionProceduresParts extends SignInParts {
  changes: Pick<Changes, 'subscribe'>;
  isDemonstration: boolean;
  deskPresence: Pick<DeskPresence, 'seen'>;
  /** What even a locked desk is told. */
  pulse: (signal: AbortSignal | undefined) => AsyncGenerator<Pulse>;
}

/** Signing in and out, locking, and being there. */
export function sessionProcedures(os: DeskProcedures, parts: SessionProceduresParts) {
  const { clock, settings, sessions, changes, deskPresence, isDemonstration, pulse } = parts;
  const signIn = createSignIn(parts);
  const { session } = os;

  const stateOf = async (open: OpenSession | null): Promise<SessionState> => {
    const rules = settings.rules();
    const about = { practice: rules.practiceName, mode: modeOf(isDemonstration, rules) };
    if (open === null) return { kind: (await sessions.isFirstRun()) ? 'firstRun' : 'signedOut', ...about };
    const { staffId, username, displayName, roles, clinician, hasPin, isLocked } = open;
    const who = { staffId, username, displayName, roles: [...roles], clinician, hasPin };
    return isLocked
      ? { kind: 'locked', ...about, who }
      : { kind: 'open', ...about, who, locksAfterSeconds: rules.deskLockMinutes * 60 };
  };
  /** Gives the asker the secret of their new session, and says how it stands. */
  const welcome = async (context: DeskContext, token: string): Promise<SessionState> => {
    context.keepToken(token);
    return stateOf(await sessions.find(token));
  };

  return {
    state: session.state.handler(({ context }) => stateOf(context.caller)),

    signIn: session.signIn.handler(async ({ input, context, errors }) => {
      const answer = await signIn.signIn(input, context);
      if (answer.kind === 'wait') throw errors.WAIT({ data: { seconds: answer.seconds } });
      if (answer.kind === 'notRecognised') throw errors.NOT_RECOGNISED();
      return welcome(context, answer.token);
    }),

    useCode: session.useCode.handler(async ({ input, context, errors }) => {
      const answer = await signIn.useCode(input, context);
      switch (answer.kind) {
        case 'wait':
          throw errors.WAIT({ data: { seconds: answer.seconds } });
        case 'notRecognised':
          throw errors.NOT_RECOGNISED();
        case 'weak':
          throw errors.WEAK({ data: { problem: answer.problem } });
        case 'nameNeeded':
          throw errors.NAME_NEEDED();
        case 'signedIn':
          return welcome(context, answer.token);
      }
    }),

    signOut: session.signOut.handler(async ({ context }) => {
      if (context.caller !== null) await signIn.signOut(context.caller);
      context.keepToken(null);
      return {};
    }),

    lock: session.lock.handler(async ({ context }) => {
      const caller = callerOf(context);
      if (!caller.isLocked) await signIn.lock(caller);
      return {};
    }),

    unlock: session.unlock.handler(async ({ input, context, errors }) => {
      const caller = callerOf(context);
      const { passphrase, pin } = input;
      // Asked for of an open session too: its page may have locked itself while the machine could not be reached.
      const typed = passphrase === undefined ? { pin: pin ?? '' } : { passphrase };
      const answer = await signIn.unlock({ ...caller, from: context.from }, typed);
      if (answer.kind === 'wait') throw errors.WAIT({ data: { seconds: answer.seconds } });
      if (answer.kind === 'notRecognised') throw errors.NOT_RECOGNISED();
      return stateOf(await sessions.find(context.token));
    }),

    setPin: session.setPin.handler(async ({ input, context, errors }) => {
      const caller = callerOf(context);
      // Whoever passes a locked desk must not choose what opens it.
      if (caller.isLocked) throw errors.LOCKED();
      if ((await signIn.setPin(caller, input.pin)) === 'weak') throw errors.WEAK_PIN();
      return {};
    }),

    changePassphrase: session.changePassphrase.handler(async ({ input, context, errors }) => {
      const caller = callerOf(context);
      if (caller.isLocked) throw errors.LOCKED();
      const answer = await signIn.changePassphrase({ ...caller, from: context.from }, input);
      if (answer.kind === 'wait') throw errors.WAIT({ data: { seconds: answer.seconds } });
      if (answer.kind === 'notRecognised') throw errors.NOT_RECOGNISED();
      if (answer.kind === 'weak') throw errors.WEAK({ data: { problem: answer.problem } });
      return {};
    }),

    alive: session.alive.handler(async ({ context }) => {
      const { sessionId, roles } = callerOf(context);
      await sessions.touch(sessionId);
      // A locked desk still sounds, so somebody can still know; a page that shows no arrivals tells nobody of one.
      if (roles.includes('receptionist')) deskPresence.seen();
      return { at: clock.instant() };
    }),

    pulse: session.pulse.handler(({ context, signal }) =>
      guardStream(pulse(signal), { roles: 'signedIn', token: context.token, sessions, changes }),
    ),
  };
}
