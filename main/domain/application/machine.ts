import type { Act, Ended, NextStep, Refusal } from '../../../preload/contract/desk/applications';
import type { Role } from '../../../preload/contract/desk/roles';
import type { Service } from '../../../preload/contract/signUp';
import type { ApplicationFacts } from './facts';

/** What stands against an act, in the order it is looked at; the first that holds is the refusal. */
type Hindrance = (facts: ApplicationFacts, service: Service | null) => boolean;

const isTask = ({ kind }: ApplicationFacts): boolean => kind === 'account' || kind === 'underEleven';
const isProxy = ({ kind }: ApplicationFacts): boolean => kind === 'someoneElse';
const values = ({ decisions }: ApplicationFacts) => Object.values(decisions);

const hindrances: Readonly<Record<Refusal, Hindrance>> = {
  ended: ({ ended }) => ended !== null,
  isTask,
  isNoTask: (facts) => !isTask(facts),
  isNoProxy: (facts) => !isProxy(facts),
  notVerified: ({ identity }) => identity !== 'verified',
  alreadyVerified: ({ identity }) => identity === 'verified',
  askerNotVerified: (facts) => isProxy(facts) && !facts.isAskerVerified,
  proxyNotRecorded: (facts) => isProxy(facts) && !facts.isProxyRecorded,
  // At 11 to 15 always, whoever asks: a clinician has assessed that they understand what is asked for.
  competenceNotConfirmed: (facts) => facts.band === 'young' && !facts.isCompetent,
  // From 11 it is theirs to give; for the very young the parent's responsibility stands for it.
  consentNotConfirmed: (facts) => isProxy(facts) && facts.isConsentNeeded && !facts.hasConsented,
  notYoung: ({ band }) => band !== 'young',
  notAgreed: ({ hasAgreed }, service) => service === 'record' && !hasAgreed,
  alreadyAgreed: ({ hasAgreed, hasRelativeSpoken }) => hasAgreed && !hasRelativeSpoken,
  talkFirst: ({ isTalkWanted }) => isTalkWanted,
  nobodyAskedToTalk: ({ isTalkWanted }) => !isTalkWanted,
  relativeInterpreted: ({ hasRelativeSpoken }, service) => service === 'record' && hasRelativeSpoken,
  notAsked: ({ decisions }, service) => service === null || decisions[service] === undefined,
  alreadyDecided: ({ decisions }, service) => service !== null && decisions[service] !== 'pending',
  notReferred: ({ decisions }) => decisions.record !== 'referred',
  onlyRecordIsReferred: (_facts, service) => service !== 'record',
  nothingGranted: (facts) => !values(facts).includes('granted'),
  recordIsGranted: ({ decisions }) => decisions.record === 'granted',
  recordMustBeOff: ({ decisions, isRecordOff }) => decisions.record !== 'granted' && !isRecordOff,
  accountNotCreated: ({ isAccountCreated }) => !isAccountCreated,
  accountAlreadyCreated: ({ isAccountCreated }) => isAccountCreated,
  alreadyHandedOver: ({ isHandedOver }) => isHandedOver,
  notYetExpired: ({ isOverdue }) => !isOverdue,
  tooYoung: ({ kind, band }) => kind === 'self' && band === 'child',
};

/** Who may do an act (`system`: a time-out), and what stands against it. */
interface Transition {
  roles: readonly (Role | 'system')[];
  unless: readonly Refusal[];
}

const reception = ['receptionist', 'verifier', 'authoriser'] as const;

/** What has to be there before anything is decided. */
const ready = [
  'ended',
  'isTask',
  'tooYoung',
  'talkFirst',
  'notVerified',
  'askerNotVerified',
  'proxyNotRecorded',
  'competenceNotConfirmed',
  'consentNotConfirmed',
] as const satisfies readonly Refusal[];

/** What stands between a patient and a slip that opens their account (design §7): the guard before every slip. */
export const slipGuard = [
  ...ready,
  'nothingGranted',
  'accountNotCreated',
  'recordMustBeOff',
] as const satisfies readonly Refusal[];

/** Everything that can be done with an application: the one table of it (design §7). */
export const transitions: Readonly<Record<Act, Transition>> = {
  verify: { roles: ['verifier'], unless: ['ended', 'isTask', 'tooYoung', 'alreadyVerified'] },
  verifyAsker: { roles: ['verifier'], unless: ['ended', 'isNoProxy'] },
  // What was asked in quiet is heard before anything ends it: nobody would come back to it.
  refuse: { roles: ['verifier'], unless: ['ended', 'isTask', 'talkFirst', 'accountAlreadyCreated'] },
  comeBack: { roles: ['verifier'], unless: ['ended', 'isTask', 'alreadyVerified'] },
  keepForLater: { roles: reception, unless: ['ended', 'isTask', 'alreadyVerified'] },
  recordProxy: { roles: ['authoriser'], unless: ['ended', 'isNoProxy'] },
  confirmCompetence: { roles: ['clinicalReviewer'], unless: ['ended', 'isTask', 'notYoung'] },
  confirmConsent: { roles: ['verifier'], unless: ['ended', 'isNoProxy', 'notVerified', 'proxyNotRecorded'] },
  agree: {
    roles: ['verifier'],
    unless: ['ended', 'isTask', 'notAsked', 'notVerified', 'askerNotVerified', 'alreadyAgreed'],
  },
  talk: { roles: reception, unless: ['ended', 'nobodyAskedToTalk'] },
  grant: {
    roles: ['authoriser'],
    unless: [...ready, 'notAsked', 'alreadyDecided', 'notAgreed', 'relativeInterpreted'],
  },
  decline: {
    roles: ['authoriser'],
    unless: ['ended', 'isTask', 'talkFirst', 'notVerified', 'notAsked', 'alreadyDecided'],
  },
  refer: { roles: ['authoriser'], unless: [...ready, 'onlyRecordIsReferred', 'notAsked', 'alreadyDecided'] },
  reviewGrant: {
    roles: ['clinicalReviewer'],
    unless: [...ready, 'onlyRecordIsReferred', 'notReferred', 'notAgreed', 'relativeInterpreted'],
  },
  reviewDecline: {
    roles: ['clinicalReviewer'],
    unless: ['ended', 'notVerified', 'onlyRecordIsReferred', 'notReferred'],
  },
  confirmRecordOff: { roles: ['authoriser'], unless: [...ready, 'recordIsGranted', 'accountNotCreated'] },
  createAccount: { roles: ['accountCreator'], unless: [...ready, 'nothingGranted', 'accountAlreadyCreated'] },
  printSlip: { roles: ['accountCreator'], unless: slipGuard },
  handOver: { roles: ['receptionist', 'accountCreator'], unless: [...slipGuard, 'alreadyHandedOver'] },
  finishTask: { roles: reception, unless: ['ended', 'isNoTask'] },
  withdraw: { roles: reception, unless: ['ended'] },
  expire: { roles: ['system'], unless: ['ended', 'notYetExpired'] },
};

/** Why an act cannot be done now, by name; null where it can. */
export function refusalOf(facts: ApplicationFacts, act: Act, service: Service | null = null): Refusal | null {
  // The statements are about the record, whichever service somebody has in mind.
  return firstOf(transitions[act].unless, facts, act === 'agree' ? 'record' : service);
}

/** Why no slip may be handed over, by name; null where one may. */
export function slipRefusal(facts: ApplicationFacts): Refusal | null {
  return firstOf(slipGuard, facts, null);
}

function firstOf(names: readonly Refusal[], facts: ApplicationFacts, service: Service | null): Refusal | null {
  return names.find((name) => hindrances[name](facts, service)) ?? null;
}

/**
 * The facts after an act. The caller has asked `refusalOf` and the role.
 * @throws Error where the act is refused: a bug, not an answer.
 */
export function after(facts: ApplicationFacts, act: Act, service: Service | null = null): ApplicationFacts {
  const refusal = refusalOf(facts, act, service);
  if (refusal !== null) throw new Error(`${act} is refused: ${refusal}`);
  const changed = { ...facts, ...changeBy(facts, act, service) };
  return { ...changed, ended: changed.ended ?? endOf(changed) };
}

function changeBy(facts: ApplicationFacts, act: Act, service: Service | null): Partial<ApplicationFacts> {
  const decided = (decision: 'granted' | 'declined' | 'referred', of: Service | null): Partial<ApplicationFacts> =>
    of === null ? {} : { decisions: { ...facts.decisions, [of]: decision } };
  switch (act) {
    case 'verify':
      return { identity: 'verified' };
    case 'verifyAsker':
      return { isAskerVerified: true };
    case 'refuse':
      return { identity: 'refused', ended: 'refused' };
    case 'comeBack':
      return { identity: 'comeBack' };
    case 'keepForLater':
    case 'printSlip':
      return {};
    case 'recordProxy':
      // Consent was to what had been recorded then.
      return { isProxyRecorded: true, hasConsented: false };
    case 'confirmCompetence':
      return { isCompetent: true };
    case 'confirmConsent':
      return { hasConsented: true };
    case 'agree':
      return { hasAgreed: true, hasRelativeSpoken: false };
    case 'talk':
      return { isTalkWanted: false };
    case 'grant':
      return decided('granted', service);
    case 'decline':
      return decided('declined', service);
    case 'refer':
      return decided('referred', 'record');
    case 'reviewGrant':
      return decided('granted', 'record');
    case 'reviewDecline':
      return decided('declined', 'record');
    case 'confirmRecordOff':
      return { isRecordOff: true };
    case 'createAccount':
      return { isAccountCreated: true };
    case 'handOver':
      return { isHandedOver: true };
    case 'finishTask':
      return { isTaskDone: true };
    case 'withdraw':
      return { ended: 'withdrawn' };
    case 'expire':
      return { ended: 'expired' };
  }
}

/** Closed once nothing is open: a task done; or all decided and, where anything was granted, handed over. */
function endOf(facts: ApplicationFacts): Ended | null {
  if (isTask(facts)) return facts.isTaskDone ? 'closed' : null;
  const decisions = values(facts);
  const isOpen = decisions.some((decision) => decision === 'pending' || decision === 'referred');
  if (isOpen) return null;
  return facts.isHandedOver || !decisions.includes('granted') ? 'closed' : null;
}

/** What is to be done next; what somebody needs before anything else comes first. */
export function nextStep(facts: ApplicationFacts): NextStep {
  const decisions = values(facts);
  if (facts.ended !== null) return 'nothing';
  if (facts.isTalkWanted) return 'talk';
  if (isTask(facts)) return 'doTask';
  if (facts.identity !== 'verified') return 'verify';
  if (isProxy(facts) && !facts.isAskerVerified) return 'verifyAsker';
  if (isProxy(facts) && !facts.isProxyRecorded) return 'recordProxy';
  if (facts.band === 'young' && !facts.isCompetent) return 'confirmCompetence';
  if (hindrances.consentNotConfirmed(facts, null)) return 'confirmConsent';
  if (decisions.includes('pending')) return isAgreementMissing(facts) ? 'agree' : 'decide';
  if (decisions.includes('granted') && !facts.isHandedOver) {
    if (!facts.isAccountCreated) return 'createAccount';
    return hindrances.recordMustBeOff(facts, null) ? 'confirmRecordOff' : 'handOver';
  }
  return facts.decisions.record === 'referred' ? 'review' : 'nothing';
}

function isAgreementMissing(facts: ApplicationFacts): boolean {
  if (facts.decisions.record !== 'pending') return false;
  return !facts.hasAgreed || facts.hasRelativeSpoken;
}
