import type {
  Basis,
  ComeBack,
  Interpreter,
  Method,
  RefuseReason,
  TaskOutcome,
} from '../../../preload/contract/desk/applications';
import { ageOn } from '../../../preload/contract/rules/ages';
import { basesFor } from '../../../preload/contract/rules/proxyBases';
import type { Relationship, Service } from '../../../preload/contract/signUp';
import type { Verification } from '../../domain/application/types';
import type { ActionParts } from './actionsOnVisit';
import { actOnApplication, type ApplicationActed, type ApplicationKey, type ApplicationNow } from './applicationsAct';
import type { Caller } from './caller';

/** How somebody's identity was verified, as staff say it. That it is the person and the right record, the contract demands. */
export interface VerificationGiven extends ApplicationKey {
  method: Method;
  photoDocument: string | null;
  addressDocument: string | null;
  interpreter: Interpreter;
  /** They were asked without their companion whether somebody presses them. */
  wasAskedAlone: boolean;
}

type Do<Input = ApplicationKey> = (caller: Caller, input: Input) => Promise<ApplicationActed>;

/** What staff do until it is known who somebody is and for whom they may act. */
export interface IdentityActs {
  verify: Do<VerificationGiven>;
  /** Of who asks for another person. */
  verifyAsker: Do<VerificationGiven>;
  refuse: Do<ApplicationKey & { reason: RefuseReason }>;
  comeBack: Do<ApplicationKey & { missing: ComeBack[] }>;
  keepForLater: Do<ApplicationKey & { isForLater: boolean }>;
  recordProxy: Do<ApplicationKey & { relationship: Relationship; basis: Basis; scope: Service[] }>;
  confirmCompetence: Do;
  confirmConsent: Do;
  talk: Do;
  finishTask: Do<ApplicationKey & { outcome: TaskOutcome }>;
  withdraw: Do;
}

export function createIdentityActs(parts: ActionParts): IdentityActs {
  return {
    verify: (caller, input) =>
      actOnApplication(parts, caller, input, {
        act: 'verify',
        isComplete: (now) => isVerificationComplete(input, now),
        change: (now) => ({
          identity: 'verified',
          verification: verificationOf(input, now),
          comeBackWith: [],
          isForLater: false,
        }),
        detail: kindsOf(input),
      }),
    verifyAsker: (caller, input) =>
      actOnApplication(parts, caller, input, {
        act: 'verifyAsker',
        isComplete: (now) => isVerificationComplete(input, now),
        change: (now) => ({ askerVerification: verificationOf(input, now) }),
        detail: kindsOf(input),
      }),
    refuse: (caller, { reason, ...key }) =>
      actOnApplication(parts, caller, key, {
        act: 'refuse',
        change: () => ({ identity: 'refused', refusedFor: reason }),
        detail: { reason },
      }),
    comeBack: (caller, { missing, ...key }) => {
      const comeBackWith = [...new Set(missing)];
      return actOnApplication(parts, caller, key, {
        act: 'comeBack',
        change: () => ({ identity: 'comeBack', comeBackWith }),
        detail: { missing: comeBackWith },
      });
    },
    keepForLater: (caller, { isForLater, ...key }) =>
      actOnApplication(parts, caller, key, {
        act: 'keepForLater',
        change: () => ({ isForLater }),
        detail: { isForLater },
      }),
    recordProxy: (caller, { relationship, basis, scope: named, ...key }) => {
      const scope = [...new Set(named)];
      return actOnApplication(parts, caller, key, {
        act: 'recordProxy',
        isComplete: (now) => isScopeSound(scope, now) && isBasisSound(basis, now),
        // Whoever consented did so to what had been recorded then.
        change: ({ done }) => ({ proxy: { ...done, relationship, basis, scope }, consent: null }),
        detail: { relationship, basis, scope },
      });
    },
    confirmCompetence: (caller, key) =>
      actOnApplication(parts, caller, key, {
        act: 'confirmCompetence',
        change: ({ done }) => ({ competence: done }),
      }),
    confirmConsent: (caller, key) =>
      actOnApplication(parts, caller, key, { act: 'confirmConsent', change: ({ done }) => ({ consent: done }) }),
    talk: (caller, key) =>
      actOnApplication(parts, caller, key, { act: 'talk', change: ({ done }) => ({ talked: done }) }),
    finishTask: (caller, { outcome, ...key }) =>
      actOnApplication(parts, caller, key, {
        act: 'finishTask',
        isComplete: (now) => isOutcomeSound(outcome, now),
        change: ({ done }) => ({ task: { ...done, outcome } }),
        detail: { outcome },
      }),
    withdraw: (caller, key) => actOnApplication(parts, caller, key, { act: 'withdraw', change: () => ({}) }),
  };
}

/**
 * Documents are one with a photograph and one with the address, of the kinds that the practice takes; other methods have none. A relative never
 * answers questions out of the record. Whoever has somebody at their side, or at somebody's place, is asked alone whether they are pressed.
 */
function isVerificationComplete(given: VerificationGiven, { application, rules }: ApplicationNow): boolean {
  const { method, photoDocument, addressDocument, interpreter, wasAskedAlone } = given;
  const areDocumentsRight =
    method === 'documents'
      ? photoDocument !== null &&
        addressDocument !== null &&
        rules.photoDocuments.includes(photoDocument) &&
        rules.addressDocuments.includes(addressDocument)
      : photoDocument === null && addressDocument === null;
  const hasRelativeAnswered = method === 'vouchingWithRecord' && interpreter === 'relative';
  const isToBeAskedAlone = interpreter !== 'none' || application.kind === 'someoneElse';
  return areDocumentsRight && !hasRelativeAnswered && (wasAskedAlone || !isToBeAskedAlone);
}

function verificationOf(given: VerificationGiven, { done }: ApplicationNow): Verification {
  const { method, photoDocument, addressDocument, interpreter } = given;
  return { ...done, method, photoDocument, addressDocument, interpreter };
}

/** Kinds of document stand in the practice's settings; they say nothing about anybody. */
function kindsOf({ method, photoDocument, addressDocument, interpreter }: VerificationGiven) {
  const documents = method === 'documents' ? { photoDocument, addressDocument } : {};
  return { method, interpreter, ...documents };
}

/** A child's request touches no account, and what was to be stopped is not restored. */
function isOutcomeSound(outcome: TaskOutcome, { application: { kind, form } }: ApplicationNow): boolean {
  if (kind === 'underEleven') return outcome === 'talkedTo' || outcome === 'notNeeded';
  return form.account?.wish !== 'changeOrStop' || outcome !== 'accessRestored';
}

/** By the patient's age today: parental responsibility ends at 16, also between the request and the decision. */
function isBasisSound(basis: Basis, { application: { form }, today }: ApplicationNow): boolean {
  return basesFor(ageOn(form.dateOfBirth, today)).includes(basis);
}

/** Nobody is given more than was asked for, nor less than they have been granted already. */
function isScopeSound(scope: readonly Service[], { application: { work } }: ApplicationNow): boolean {
  const granted = Object.entries(work.decisions).filter(([, { decision }]) => decision === 'granted');
  const names: readonly string[] = scope;
  return (
    scope.every((service) => work.decisions[service] !== undefined) &&
    granted.every(([service]) => names.includes(service))
  );
}
