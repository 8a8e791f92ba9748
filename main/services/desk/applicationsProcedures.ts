import type { Refusal } from '../../../preload/contract/desk/applications';
import type { Role } from '../../../preload/contract/desk/roles';
import type { Store } from '../../store/store';
import type { Changes, Clock, Log, Settings } from '../ports';
import type { ApplicationActed } from './applicationsAct';
import { createDecisionActs } from './applicationsDecisions';
import { findApplication, openApplication } from './applicationsDetail';
import { createIdentityActs } from './applicationsIdentity';
import { createApplicationsLive, type ApplicationsState } from './applicationsState';
import { actorOf, callerOf, type Caller } from './caller';
import type { DeskProcedures } from './deskProcedures';
import type { RosterReader } from './rowsRoster';
import { guardStream } from './sessionGuard';
import type { Sessions } from './sessions';

export interface ApplicationsParts {
  store: Store;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  log: Log;
  roster: RosterReader;
  sessions: Pick<Sessions, 'find'>;
  applications: ApplicationsState;
  /** The completed form of an application as PDF; null: it is not there any more. */
  forms: { make(caller: Caller, applicationId: string): Promise<{ fileName: string; pdf: Uint8Array } | null> };
  nextRevision: () => number;
}

/** The errors of the contract by which an act on an application is refused. */
interface ApplicationErrors {
  CHANGED(error: { data: { by: string | null; at: string } }): Error;
  GONE(): Error;
  NOT_NOW(error: { data: { why: Refusal } }): Error;
  NOT_COMPLETE(): Error;
}

const readers: readonly Role[] = [
  'receptionist',
  'verifier',
  'authoriser',
  'accountCreator',
  'clinicalReviewer',
  'manager',
];

/** Applications for online services: the queue, one application, and everything that staff do with it. */
export function applicationsProcedures({ applications: os }: DeskProcedures, parts: ApplicationsParts) {
  const { sessions, changes, settings, clock, forms } = parts;
  const live = createApplicationsLive({ state: parts.applications, nextRevision: parts.nextRevision });
  const acts = { ...createIdentityActs(parts), ...createDecisionActs(parts) };
  return {
    live: os.live.handler(({ context: { token }, signal }) =>
      guardStream(live(signal), { roles: readers, token, sessions, changes }),
    ),
    open: os.open.handler(async ({ input, context, errors }) => {
      const detail = await openApplication(parts, callerOf(context), input.applicationId);
      if (detail === null) throw errors.GONE();
      return detail;
    }),
    find: os.find.handler(async ({ input, errors }) => {
      const applicationId = await findApplication(parts, input.reference);
      if (applicationId === null) throw errors.GONE();
      return { applicationId };
    }),

    verify: os.verify.handler(async ({ input, context, errors }) =>
      answer(await acts.verify(callerOf(context), input), errors),
    ),
    verifyAsker: os.verifyAsker.handler(async ({ input, context, errors }) =>
      answer(await acts.verifyAsker(callerOf(context), input), errors),
    ),
    refuse: os.refuse.handler(async ({ input, context, errors }) =>
      answer(await acts.refuse(callerOf(context), input), errors),
    ),
    comeBack: os.comeBack.handler(async ({ input, context, errors }) =>
      answer(await acts.comeBack(callerOf(context), input), errors),
    ),
    keepForLater: os.keepForLater.handler(async ({ input, context, errors }) =>
      answer(await acts.keepForLater(callerOf(context), input), errors),
    ),
    recordProxy: os.recordProxy.handler(async ({ input, context, errors }) =>
      answer(await acts.recordProxy(callerOf(context), input), errors),
    ),
    confirmCompetence: os.confirmCompetence.handler(async ({ input, context, errors }) =>
      answer(await acts.confirmCompetence(callerOf(context), input), errors),
    ),
    confirmConsent: os.confirmConsent.handler(async ({ input, context, errors }) =>
      answer(await acts.confirmConsent(callerOf(context), input), errors),
    ),
    agree: os.agree.handler(async ({ input, context, errors }) =>
      answer(await acts.agree(callerOf(context), input), errors),
    ),
    talk: os.talk.handler(async ({ input, context, errors }) =>
      answer(await acts.talk(callerOf(context), input), errors),
    ),
    decide: os.decide.handler(async ({ input, context, errors }) =>
      answer(await acts.decide(callerOf(context), input), errors),
    ),
    refer: os.refer.handler(async ({ input, context, errors }) =>
      answer(await acts.refer(callerOf(context), input), errors),
    ),
    review: os.review.handler(async ({ input, context, errors }) =>
      answer(await acts.review(callerOf(context), input), errors),
    ),
    confirmRecordOff: os.confirmRecordOff.handler(async ({ input, context, errors }) =>
      answer(await acts.confirmRecordOff(callerOf(context), input), errors),
    ),
    createAccount: os.createAccount.handler(async ({ input, context, errors }) =>
      answer(await acts.createAccount(callerOf(context), input), errors),
    ),
    handOver: os.handOver.handler(async ({ input, context, errors }) =>
      answer(await acts.handOver(callerOf(context), input), errors),
    ),
    finishTask: os.finishTask.handler(async ({ input, context, errors }) =>
      answer(await acts.finishTask(callerOf(context), input), errors),
    ),
    withdraw: os.withdraw.handler(async ({ input, context, errors }) =>
      answer(await acts.withdraw(callerOf(context), input), errors),
    ),

    form: os.form.handler(async ({ input, context, errors }) => {
      const form = await forms.make(callerOf(context), input.applicationId);
      if (form === null) throw errors.GONE();
      return { fileName: form.fileName, pdf: Buffer.from(form.pdf).toString('base64') };
    }),
    setPaused: os.setPaused.handler(async ({ input, context }) => {
      const signUpPausedOn = input.isPaused ? clock.now().day : null;
      await settings.setRules({ signUpPausedOn }, actorOf(callerOf(context)));
      return {};
    }),
  };
}

/** Answers "done", or throws why not. */
function answer(acted: ApplicationActed, errors: ApplicationErrors): Record<never, never> {
  switch (acted.kind) {
    case 'done':
      return {};
    case 'gone':
      throw errors.GONE();
    case 'changed':
      throw errors.CHANGED({ data: { by: acted.by, at: acted.at } });
    case 'notNow':
      throw errors.NOT_NOW({ data: { why: acted.why } });
    case 'notComplete':
      throw errors.NOT_COMPLETE();
  }
}
