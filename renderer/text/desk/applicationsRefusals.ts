import type { Refusal } from '../../../preload/contract/desk/applications';
import { timeOf } from './times';

/** Why something cannot be done with an application as it stands: a sentence, and where there is one the way on. */
export const refusalSentences: Readonly<Record<Refusal, string>> = {
  ended: 'This application has ended. If they still want it, they can apply again at the kiosk.',
  isTask: 'This is a task for staff. There is nothing to verify or decide here.',
  isNoTask: 'This is an application, not a task. It is finished by deciding each service.',
  isNoProxy: 'This application is for the patient’s own account, not for somebody else’s.',
  notVerified: 'Identity has not been verified yet. Do that first.',
  alreadyVerified: 'Identity has been verified already.',
  askerNotVerified: 'The person who asks has not been verified yet. Both identities are checked.',
  proxyNotRecorded: 'Relationship, basis and scope have not been recorded yet. Do that first.',
  competenceNotConfirmed: 'A clinician has not confirmed yet that this young person understands what they ask for.',
  consentNotConfirmed: 'The patient has not been asked yet, or something was recorded anew since.',
  notYoung: 'This is only asked for patients aged 11 to 15.',
  notAgreed: 'The statements about record access have not been agreed yet. Read them together first.',
  alreadyAgreed: 'The statements have been agreed already.',
  talkFirst: 'They asked to talk to somebody first. Do that before anything is decided.',
  nobodyAskedToTalk: 'They did not ask to talk to somebody first, or somebody has talked with them already.',
  relativeInterpreted:
    'A relative or friend helped with the language. Read the statements again with another interpreter, then decide about the record.',
  notAsked: 'This service was not asked for.',
  alreadyDecided: 'This has been decided already.',
  notReferred: 'Record access has not been referred to a clinician.',
  onlyRecordIsReferred: 'Only record access is referred to a clinician.',
  nothingGranted: 'No service has been granted, so there is no account to create or hand over.',
  recordIsGranted: 'Record access is granted, so it does not have to be off.',
  recordMustBeOff:
    'Record access is not granted. An authoriser must first confirm that it is off for this account in the clinical system.',
  accountNotCreated: 'The account has not been created in the clinical system yet.',
  accountAlreadyCreated: 'The account has been created already.',
  alreadyHandedOver: 'The details have been handed over already.',
  notYetExpired: 'Its three months are not over yet.',
  tooYoung: 'A child under 11 cannot have an account of their own. A parent can ask at reception.',
};

/** Why nothing was done; null where the general words say it. `now`: the machine's instant is in the data. */
export function actRefusalOf(code: string, data: unknown): string | null {
  if (code === 'CHANGED') return changedBy(data);
  if (code === 'GONE') return 'This application is not there any more. Ended ones are cleared after a time.';
  if (code === 'NOT_COMPLETE') return 'Something is missing. Nothing was done. Look through the page, then try again.';
  if (code !== 'NOT_NOW') return null;
  const why = typeof data === 'object' && data !== null && 'why' in data ? data.why : null;
  return isRefusal(why) ? `${refusalSentences[why]} Nothing was done.` : 'As things stand this cannot be done.';
}

function changedBy(data: unknown): string {
  const told = typeof data === 'object' && data !== null ? data : {};
  const by = 'by' in told && typeof told.by === 'string' ? told.by : 'The kiosk, or a time-out,';
  const at = 'at' in told && typeof told.at === 'string' ? ` at ${timeOf(told.at)}` : '';
  return `${by} was quicker and changed this${at}. Nothing of yours was done. Look how it stands now, then choose again.`;
}

function isRefusal(why: unknown): why is Refusal {
  return typeof why === 'string' && Object.hasOwn(refusalSentences, why);
}
