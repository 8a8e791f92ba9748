import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { ageBandOf, ageOn } from '../../../../preload/contract/rules/ages';
import type { Day } from '../../../../preload/contract/rules/dates';
import { basesFor } from '../../../../preload/contract/rules/proxyBases';
import { proxyWords } from '../../../text/desk/proxy';
import { isPossible } from '../acting/mayDo';

/** What is done about the two people of a request, in the order it is done. */
const acts = ['verifyAsker', 'recordProxy', 'confirmConsent'] as const;
export type ProxyAct = (typeof acts)[number];

export interface ProxyStep {
  act: ProxyAct;
  /** `next`: the first that can be done now; `later`: waits for others, or for the end of the application's other steps. */
  state: 'done' | 'next' | 'later';
}

type Facts = Pick<ApplicationDetail, 'dateOfBirth' | 'askerVerification' | 'proxy' | 'consent' | 'next' | 'possible'>;

/** How far the part of a request about the two people has come, by the patient's age today. */
export function proxyStepsOf(application: Facts, today: Day): ProxyStep[] {
  const age = ageOn(application.dateOfBirth, today);
  const wanted = acts.filter((act) => act !== 'confirmConsent' || isConsentAsked(application, age));
  const next = wanted.find((act) => !isDone(application, act, age) && isPossible(application, act));
  return wanted.map((act) => {
    if (isDone(application, act, age)) return { act, state: 'done' };
    return { act, state: act === next ? 'next' : 'later' };
  });
}

/** A basis that no longer holds is recorded anew: parental responsibility ends at 16. */
function isDone({ askerVerification, proxy, consent }: Facts, act: ProxyAct, age: number): boolean {
  if (act === 'recordProxy') return proxy !== null && basesFor(age).includes(proxy.basis);
  return { verifyAsker: askerVerification, confirmConsent: consent }[act] !== null;
}

/** What was done in a step, by whom and when; empty while it is not done. */
export function doneOfStep(
  { askerVerification, proxy, consent }: Pick<Facts, 'askerVerification' | 'proxy' | 'consent'>,
  act: ProxyAct,
): string {
  if (act === 'verifyAsker') return askerVerification === null ? '' : proxyWords.verified(askerVerification);
  if (act === 'recordProxy') return proxy === null ? '' : proxyWords.recorded(proxy);
  return consent === null ? '' : proxyWords.consented(consent);
}

/** From 11 to 15 consent is always the patient's to give; of an adult it is asked where it is what the access rests on, and wherever the machine waits for it. */
function isConsentAsked({ proxy, consent, next }: Facts, age: number): boolean {
  return consent !== null || next === 'confirmConsent' || ageBandOf(age) === 'young' || proxy?.basis === 'consent';
}
