import type { ApplicationDetail, NextStep } from '../../../../preload/contract/desk/applications';
import type { Role } from '../../../../preload/contract/desk/roles';
import { isPossible, mayDo } from './mayDo';
import type { StaffAct } from './mayDo';

/** The panels of the page of one application, in the order of the work. */
export const panels = [
  'talk',
  'task',
  'identity',
  'proxy',
  'competence',
  'agree',
  'decision',
  'review',
  'account',
  'recordOff',
  'handOver',
] as const;
export type PanelName = (typeof panels)[number];

const panelOfStep: Readonly<Record<Exclude<NextStep, 'nothing'>, PanelName>> = {
  talk: 'talk',
  doTask: 'task',
  verify: 'identity',
  verifyAsker: 'proxy',
  recordProxy: 'proxy',
  confirmCompetence: 'competence',
  confirmConsent: 'proxy',
  agree: 'agree',
  decide: 'decision',
  review: 'review',
  confirmRecordOff: 'recordOff',
  createAccount: 'account',
  handOver: 'handOver',
};

/** What is done in each; whoever may do none of it is told who may. */
export const actsOfPanel: Readonly<Record<PanelName, readonly StaffAct[]>> = {
  talk: ['talk'],
  task: ['finishTask'],
  identity: ['verify', 'comeBack', 'keepForLater'],
  proxy: ['verifyAsker', 'recordProxy', 'confirmConsent'],
  competence: ['confirmCompetence'],
  agree: ['agree'],
  decision: ['grant', 'decline', 'refer'],
  review: ['reviewGrant', 'reviewDecline'],
  account: ['createAccount'],
  recordOff: ['confirmRecordOff'],
  handOver: ['handOver', 'printSlip'],
};

/** What each step of the queue is done with. */
const actOfStep: Readonly<Record<Exclude<NextStep, 'nothing'>, readonly StaffAct[]>> = {
  talk: ['talk'],
  doTask: ['finishTask'],
  verify: ['verify'],
  verifyAsker: ['verifyAsker'],
  recordProxy: ['recordProxy'],
  confirmCompetence: ['confirmCompetence'],
  confirmConsent: ['confirmConsent'],
  agree: ['agree'],
  decide: ['grant'],
  review: ['reviewGrant'],
  confirmRecordOff: ['confirmRecordOff'],
  createAccount: ['createAccount'],
  handOver: ['handOver'],
};

/** The steps of the queue in the order of the work. */
export const nextSteps = [
  'talk',
  'doTask',
  'verify',
  'verifyAsker',
  'recordProxy',
  'confirmCompetence',
  'confirmConsent',
  'agree',
  'decide',
  'review',
  'createAccount',
  'confirmRecordOff',
  'handOver',
] as const satisfies readonly NextStep[];

/** Whether somebody with these roles can do the next step of an application. */
export function isForRoles(next: NextStep, roles: readonly Role[]): boolean {
  return next !== 'nothing' && actOfStep[next].some((act) => mayDo(act, roles));
}

/** The panel of the next step; null once nothing is left to do. */
export function panelOf(next: NextStep): PanelName | null {
  return next === 'nothing' ? null : panelOfStep[next];
}

/** The panels where something can be done besides the next step, by anybody. */
export function otherPanels(
  application: Pick<ApplicationDetail, 'next' | 'possible' | 'competence' | 'recordOff'>,
): PanelName[] {
  const own = panelOf(application.next);
  return panels.filter(
    (panel) =>
      panel !== own &&
      // Said once is enough.
      !(panel === 'competence' && application.competence !== null) &&
      !(panel === 'recordOff' && application.recordOff !== null) &&
      actsOfPanel[panel].some((act) => isPossible(application, act)),
  );
}
