import type { Act, ApplicationDetail } from '../../../../preload/contract/desk/applications';
import type { Role } from '../../../../preload/contract/desk/roles';
import type { Service } from '../../../../preload/contract/signUp';

const reception = ['receptionist', 'verifier', 'authoriser'] as const;

/**
 * Who may do what, as the contract has it (a test compares them): the page offers nothing that its person may not do, and says who may. The
 * machine checks every call by itself.
 */
export const rolesOfAct: Readonly<Record<Exclude<Act, 'expire'>, readonly Role[]>> = {
  verify: ['verifier'],
  verifyAsker: ['verifier'],
  refuse: ['verifier'],
  comeBack: ['verifier'],
  keepForLater: reception,
  recordProxy: ['authoriser'],
  confirmCompetence: ['clinicalReviewer'],
  confirmConsent: ['verifier'],
  agree: ['verifier'],
  talk: reception,
  grant: ['authoriser'],
  decline: ['authoriser'],
  refer: ['authoriser'],
  reviewGrant: ['clinicalReviewer'],
  reviewDecline: ['clinicalReviewer'],
  confirmRecordOff: ['authoriser'],
  createAccount: ['accountCreator'],
  printSlip: ['accountCreator'],
  handOver: ['receptionist', 'accountCreator'],
  finishTask: reception,
  withdraw: reception,
};

/** What staff can do; time-outs are the machine's. */
export type StaffAct = keyof typeof rolesOfAct;

/** Whether somebody with these roles may do it at all. */
export function mayDo(act: StaffAct, roles: readonly Role[]): boolean {
  return rolesOfAct[act].some((role) => roles.includes(role));
}

/** Whether it can be done as things stand, by somebody with the role for it. */
export function isPossible(
  { possible }: Pick<ApplicationDetail, 'possible'>,
  act: StaffAct,
  service: Service | null = null,
): boolean {
  return possible.some((one) => one.act === act && (service === null || one.service === service));
}

/** Whether this person can do it now. */
export function canDo(
  application: Pick<ApplicationDetail, 'possible'>,
  act: StaffAct,
  roles: readonly Role[],
  service: Service | null = null,
): boolean {
  return mayDo(act, roles) && isPossible(application, act, service);
}
