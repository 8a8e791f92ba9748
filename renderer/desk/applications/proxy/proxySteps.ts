import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import { ageBandOf } from '../../../../preload/contract/rules/ages';
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

type Facts = Pick<ApplicationDetail, 'age' | 'askerVerification' | 'proxy' | 'consent' | 'possible'>;

/** How far the part of a request about the two people has come. */
export function proxyStepsOf(application: Facts): ProxyStep[] {
  const wanted = acts.filter((act) => act !== 'confirmConsent' || isConsentAsked(application));
  const next = wanted.find((act) => !isDone(application, act) && isPossible(application, act));
  return wanted.map((act) => {
    if (isDone(application, act)) return { act, state: 'done' };
    return { act, state: act === next ? 'next' : 'later' };
  });
}

function isDone({ askerVerification, proxy, consent }: Facts, act: ProxyAct): boolean {
  return { verifyAsker: askerVerification, recordProxy: proxy, confirmConsent: consent }[act] !== null;
}

/** What was done in a step, by whom and when; empty while it is not done. */
export function doneOfStep({ askerVerification, proxy, consent }: Facts, act: ProxyAct): string {
  if (act === 'verifyAsker') return askerVerification === null ? '' : proxyWords.verified(askerVerification);
  if (act === 'recordProxy') return proxy === null ? '' : proxyWords.recorded(proxy);
  return consent === null ? '' : proxyWords.consented(consent);
}

/** From 11 to 15 consent is always the patient's to give; of an adult it is asked where it is what the access rests on. */
function isConsentAsked({ age, proxy, consent }: Facts): boolean {
  return consent !== null || ageBandOf(age) === 'young' || proxy?.basis === 'consent';
}
