import { Temporal } from 'temporal-polyfill';
import type { Act, Method } from '../../../preload/contract/desk/applications';
import type { Step } from '../../../preload/contract/desk/figures';
import { services, type Service } from '../../../preload/contract/signUp';
import { minute } from '../time';
import type { StoredApplication } from './types';

/** The last of the classes of time: three months, after which an application expires, and whatever is longer. */
const longest = 131_400;

/** Classes of time in minutes, each up to and with its number: bare counts of them survive when applications are purged. */
export const minuteClasses = [5, 15, 30, 60, 120, 240, 480, 1440, 2880, 10_080, 20_160, 43_200, longest] as const;

/** The class of a time: the smallest that is not less; whatever is longer than all is in the last. */
export function minuteClassOf(minutes: number): number {
  return minuteClasses.find((upTo) => minutes <= upTo) ?? longest;
}

const stepByMethod: Readonly<Record<Method, Step>> = {
  documents: 'documents',
  vouching: 'vouching',
  vouchingWithRecord: 'recordQuestions',
};

/** The step whose time an act belongs to; null where its time is not measured. `method`: of a verification. */
export function stepOf(act: Act, method: Method | null): Step | null {
  switch (act) {
    case 'verify':
    case 'verifyAsker':
      return method === null ? null : stepByMethod[method];
    case 'grant':
    case 'decline':
    case 'refer':
    case 'reviewGrant':
    case 'reviewDecline':
    case 'confirmRecordOff':
      return 'decision';
    case 'createAccount':
    case 'handOver':
      return 'accountAndSlip';
    default:
      return null;
  }
}

/** Something that is counted by day; the name tells nothing about anybody. */
export interface Counted {
  name: string;
  count: number;
}

/** What an act was, for the figures. `at`: UTC instant; `handsOnSeconds`: without idle time. */
export interface CountedAct {
  act: Act;
  at: string;
  handsOnSeconds: number;
}

type Worked = Pick<StoredApplication, 'sentAt' | 'work'>;

/** What an act adds to the bare numbers of its day. @param before the application without it, `now` with it. */
export function countsOfAct(before: Worked, now: Worked, done: CountedAct): Counted[] {
  const since = (millisecondsOf(done.at) - millisecondsOf(before.sentAt)) / minute;
  return [
    ...identityCounts(before, now, since),
    ...decisionCounts(before, now, since),
    ...stepCounts(now, done),
    ...enabledCounts(before, now),
  ];
}

function identityCounts({ work: before }: Worked, { work }: Worked, minutes: number): Counted[] {
  if (before.verification !== null || work.verification === null) return [];
  return [one(`signUp.verified.${work.verification.method}`), one(`signUp.toVerified.${minuteClassOf(minutes)}`)];
}

function decisionCounts({ work: before }: Worked, { work }: Worked, minutes: number): Counted[] {
  const changed = services.flatMap((service) => {
    const decision = work.decisions[service]?.decision;
    const isNew = decision !== undefined && decision !== before.decisions[service]?.decision;
    return isNew ? [one(`signUp.decision.${service}.${decision}`)] : [];
  });
  // A referral is decided as far as staff go; how long the clinician takes is another matter.
  const isDecidedNow = hasPending(before) && !hasPending(work);
  return isDecidedNow ? [...changed, one(`signUp.toDecided.${minuteClassOf(minutes)}`)] : changed;
}

function hasPending({ decisions }: StoredApplication['work']): boolean {
  return Object.values(decisions).some(({ decision }) => decision === 'pending');
}

function stepCounts({ work }: Worked, { act, handsOnSeconds }: CountedAct): Counted[] {
  const verification = act === 'verifyAsker' ? work.askerVerification : work.verification;
  const step = stepOf(act, verification?.method ?? null);
  // All services granted at one go are several acts and one decision: its time comes with the first.
  if (step === null || (step === 'decision' && handsOnSeconds === 0)) return [];
  const seconds = handsOnSeconds > 0 ? [{ name: `signUp.seconds.${step}`, count: handsOnSeconds }] : [];
  // Account and slip are one step in two acts: it is complete with the second.
  return act === 'createAccount' ? seconds : [...seconds, one(`signUp.times.${step}`)];
}

/** Services become usable with the hand-over, or, decided after it, at once; `any` is counted with the first. */
function enabledCounts({ work: before }: Worked, { work }: Worked): Counted[] {
  const [had, has] = [enabledOf(before), enabledOf(work)];
  const added = has.filter((service) => !had.includes(service));
  const counts = added.map((service) => one(`signUp.enabled.${service}`));
  return had.length === 0 && added.length > 0 ? [one('signUp.enabled.any'), ...counts] : counts;
}

function enabledOf({ handedOver, decisions }: StoredApplication['work']): Service[] {
  return handedOver === null ? [] : services.filter((service) => decisions[service]?.decision === 'granted');
}

function one(name: string): Counted {
  return { name, count: 1 };
}

function millisecondsOf(instant: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}
