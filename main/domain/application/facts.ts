import type { Decision, Ended, Identity } from '../../../preload/contract/desk/applications';
import { ageBandOf, ageOn, type AgeBand } from '../../../preload/contract/rules/ages';
import type { Day } from '../../../preload/contract/rules/dates';
import { basesFor } from '../../../preload/contract/rules/proxyBases';
import type { ApplicationKind, Service } from '../../../preload/contract/signUp';
import { isOverdue } from './overdue';
import type { ApplicationWork, StoredApplication } from './types';

/** What the rules of sign-up go by: an application without anything that names anybody. */
export interface ApplicationFacts {
  kind: ApplicationKind;
  /** Of the patient, on the day of the application. */
  band: AgeBand;
  identity: Identity;
  /** A relative helped one of them with the language, and the statements have not been agreed at the desk without one since. */
  hasRelativeSpoken: boolean;
  isAskerVerified: boolean;
  /** On a basis that holds today: parental responsibility ends when the patient turns 16, whenever it was recorded. */
  isProxyRecorded: boolean;
  isCompetent: boolean;
  /** At 11 to 15 always; of an adult where the access rests on it. */
  isConsentNeeded: boolean;
  hasConsented: boolean;
  hasAgreed: boolean;
  /** They asked to talk to someone first, and nobody has yet. */
  isTalkWanted: boolean;
  decisions: Partial<Record<Service, Decision>>;
  isRecordOff: boolean;
  isAccountCreated: boolean;
  isHandedOver: boolean;
  isTaskDone: boolean;
  /** Three months have gone by since it was sent. */
  isOverdue: boolean;
  ended: Ended | null;
}

/** The facts as they stand on `today`. */
export function factsOf(
  { kind, day, form, work, ended }: Pick<StoredApplication, 'kind' | 'day' | 'form' | 'work' | 'ended'>,
  today: Day,
): ApplicationFacts {
  const band = ageBandOf(ageOn(form.dateOfBirth, day));
  return {
    kind,
    band,
    identity: work.identity,
    hasRelativeSpoken: hasRelativeSpoken(work),
    isAskerVerified: work.askerVerification !== null,
    isProxyRecorded: work.proxy !== null && basesFor(ageOn(form.dateOfBirth, today)).includes(work.proxy.basis),
    isCompetent: work.competence !== null,
    isConsentNeeded: band === 'young' || work.proxy?.basis === 'consent',
    hasConsented: work.consent !== null,
    hasAgreed: form.agreed !== null || work.agreedAtDesk !== null,
    isTalkWanted: form.wantsToTalk && work.talked === null,
    decisions: Object.fromEntries(
      Object.entries(work.decisions).map(([service, { decision }]) => [service, decision]),
    ) as ApplicationFacts['decisions'],
    isRecordOff: work.recordOff !== null,
    isAccountCreated: work.account !== null,
    isHandedOver: work.handedOver !== null,
    isTaskDone: work.task !== null,
    isOverdue: isOverdue(day, today),
    ended,
  };
}

function hasRelativeSpoken({
  verification,
  askerVerification,
  agreedAtDesk,
}: Pick<ApplicationWork, 'verification' | 'askerVerification' | 'agreedAtDesk'>): boolean {
  return [verification, askerVerification].some(
    (one) => one?.interpreter === 'relative' && (agreedAtDesk === null || agreedAtDesk.at < one.at),
  );
}
