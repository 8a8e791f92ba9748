import { Temporal } from 'temporal-polyfill';
import type { Decision } from '../../../preload/contract/desk/applications';
import { dateSchema, type Day } from '../../../preload/contract/rules/dates';
import type { Service } from '../../../preload/contract/signUp';
import type { ApplicationWork } from '../../domain/application/types';
import { statementsVersionOf } from '../../domain/signUpOffers';
import type { Writer } from '../../store/schema';
import type { ActionParts } from './actionsOnVisit';
import { actOnApplication, type ApplicationActed, type ApplicationKey, type ApplicationNow } from './applicationsAct';
import type { Caller } from './caller';
import { planReviews } from './proxyReviewsPlan';

type Do<Input = ApplicationKey> = (caller: Caller, input: Input) => Promise<ApplicationActed>;
type Verdict = Extract<Decision, 'granted' | 'declined'>;

/** What staff do once identity is verified, up to the hand-over. */
export interface DecisionActs {
  /** The statements were read and agreed at the desk, by the patient themselves. */
  agree: Do;
  /** `isCodeChecked`: for the record, the safeguarding codes were looked at; only the outcome is kept. */
  decide: Do<ApplicationKey & { service: Service; decision: Verdict; isCodeChecked: boolean }>;
  /** Record access to a clinician; `dueOn` null: the practice's usual time. */
  refer: Do<ApplicationKey & { dueOn: Day | null }>;
  review: Do<ApplicationKey & { decision: Verdict }>;
  confirmRecordOff: Do;
  createAccount: Do;
  handOver: Do;
}

export function createDecisionActs(parts: ActionParts): DecisionActs {
  return {
    agree: (caller, key) =>
      actOnApplication(parts, caller, key, {
        act: 'agree',
        change: ({ rules: { recordStatements }, done }) => ({
          agreedAtDesk: { ...done, version: statementsVersionOf(recordStatements), statements: [...recordStatements] },
        }),
      }),
    decide: (caller, { service, decision, isCodeChecked, ...key }) =>
      actOnApplication(parts, caller, key, {
        act: decision === 'granted' ? 'grant' : 'decline',
        service,
        isComplete: (now) =>
          (service !== 'record' || isCodeChecked) && (decision !== 'granted' || isInScope(service, now)),
        change: (now) => decided(now, service, decision),
        detail: { decision },
      }),
    refer: (caller, { dueOn, ...key }) =>
      actOnApplication(parts, caller, key, {
        act: 'refer',
        service: 'record',
        isComplete: ({ today }) => dueOn === null || dueOn >= today,
        change: (now) => ({
          ...decided(now, 'record', 'referred'),
          dueOn: dueOn ?? daysAfter(now.today, now.rules.referralDays),
        }),
        detail: { decision: 'referred' },
      }),
    review: (caller, { decision, ...key }) =>
      actOnApplication(parts, caller, key, {
        act: decision === 'granted' ? 'reviewGrant' : 'reviewDecline',
        service: 'record',
        isComplete: (now) => decision !== 'granted' || isInScope('record', now),
        change: (now) => ({ ...decided(now, 'record', decision), dueOn: null }),
        detail: { decision },
      }),
    confirmRecordOff: (caller, key) =>
      actOnApplication(parts, caller, key, { act: 'confirmRecordOff', change: ({ done }) => ({ recordOff: done }) }),
    createAccount: (caller, key) =>
      actOnApplication(parts, caller, key, { act: 'createAccount', change: ({ done }) => ({ account: done }) }),
    handOver: (caller, key) =>
      actOnApplication(parts, caller, key, {
        act: 'handOver',
        change: ({ done }) => ({ handedOver: done }),
        beside: planProxyReviews,
      }),
  };
}

function decided(
  { application, done }: ApplicationNow,
  service: Service,
  decision: Decision,
): Pick<ApplicationWork, 'decisions'> {
  return { decisions: { ...application.work.decisions, [service]: { decision, done } } };
}

/** Somebody who acts for another is granted nothing beyond what was recorded that they may do. */
function isInScope(service: Service, { application: { kind, work } }: ApplicationNow): boolean {
  return kind !== 'someoneElse' || work.proxy?.scope.includes(service) === true;
}

/** Access to a child's account counts from the hand-over: from then on it is reviewed. */
async function planProxyReviews(db: Writer, { application, rules, today, done }: ApplicationNow): Promise<void> {
  if (application.kind === 'someoneElse') await planReviews(db, application, { rules, at: done.at, today });
}

function daysAfter(day: Day, days: number): Day {
  return dateSchema.parse(Temporal.PlainDate.from(day).add({ days }).toString());
}
