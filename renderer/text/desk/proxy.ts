import type { ApplicationDetail, Basis, ProxyReview, TaskOutcome } from '../../../preload/contract/desk/applications';
import type { Relationship } from '../../../preload/contract/signUp';
import { serviceNames } from './applications';
import { relationshipNames, whenOf } from './applicationsPage';
import { birthOf } from './times';

/** Who did something and when, in a line. */
export function doneWords({ by, at }: { by: string; at: string }): string {
  return `${by}, ${whenOf(at)}`;
}

/** Words of a request for access to another person’s account. */
export const proxyWords = {
  patient: 'Whose account it is',
  asker: 'Who asks for access',
  says: (relationship: Relationship) => `Says they are: ${relationshipNames[relationship].toLowerCase()}`,
  born: (dateOfBirth: string, age: number | null) =>
    `Born ${birthOf(dateOfBirth)}${age === null ? '' : `, ${String(age)} ${age === 1 ? 'year' : 'years'} old`}`,
  verified: (done: { by: string; at: string }) => `Verified by ${doneWords(done)}`,
  notVerified: 'Not verified yet',

  alone: 'Ask the patient without the companion',
  aloneLead:
    'Somebody who presses a patient often stands beside them. See the patient alone, as is usual here, and ask openly: “Do you want this? Does anybody press you?” If in doubt, do not go on: talk to the safeguarding lead, and tell the companion only that it takes longer.',

  steps: {
    verifyAsker: {
      title: 'Verify who asks',
      lead: 'Both identities are verified, each by itself. A companion’s word does not stand for either of them.',
      change: 'Verify again',
    },
    recordProxy: {
      title: 'Record on what they may act',
      lead: 'What you saw is not copied or kept: only the relationship, the basis and the services.',
      change: 'Change what is recorded',
    },
    confirmConsent: { title: 'Consent of the patient', lead: null, change: null },
  },
  states: { later: 'later', done: 'done' },
  notYet: 'What is left here waits until the patient’s own identity is verified.',

  relationship: 'Relationship to the patient',
  basis: 'On what they may act',
  scope: 'For which services',
  scopeHint: 'Choose no more than is needed. Each service is still decided by itself.',
  recordDo: 'Record it',
  cancel: 'Cancel',
  /** Everything that is kept of it, in a line. */
  recorded: ({ relationship, basis, scope, ...done }: NonNullable<ApplicationDetail['proxy']>) =>
    `${relationshipNames[relationship]}, on ${basisWords[basis].short}, for ${listOf(scope.map((service) => serviceNames[service].toLowerCase()))}. ${doneWords(done)}`,
  noBasis: 'Choose on what they may act',
  noScope: 'Choose at least one service',

  consentYoung: 'At 11 to 15 it is theirs to give, whoever has parental responsibility.',
  consentAdult: 'Their consent is the basis, so hear it from the patient themselves.',
  consentSteps: [
    'See the patient alone, without whoever asks.',
    'Say in plain words what the other person would see and do, and that they can say no now or later.',
    'Record it only if the patient themselves agrees. If they say no, decline the services; nobody else is told why.',
  ],
  consentCheck: 'I asked the patient alone, and they agree',
  consentDo: 'Record their consent',
  consentMissing: 'Tick this only after you asked the patient alone',
  consented: (done: { by: string; at: string }) => `Agreed, asked alone. ${doneWords(done)}`,
} as const;

/** On what somebody may act for another (domain facts, “Levels, review, proxy”), with what to see for it. */
export const basisWords: Readonly<Record<Basis, { name: string; short: string; see: string }>> = {
  parent: {
    name: 'Parental responsibility',
    short: 'parental responsibility',
    see: 'See the full birth certificate, or the court order or agreement that gives it. From 11 the child’s own consent is needed as well.',
  },
  consent: {
    name: 'The patient’s consent',
    short: 'the patient’s consent',
    see: 'Hear it from the patient themselves, alone, and make sure that they can take this decision. A letter is not enough.',
  },
  attorney: {
    name: 'Lasting power of attorney for health',
    short: 'a lasting power of attorney for health',
    see: 'See the registered one: stamped on every page or looked up with its online code. It must be for health and welfare, and the patient unable to decide.',
  },
  deputy: {
    name: 'Deputy appointed by the court',
    short: 'an order of the court',
    see: 'See the sealed order of the Court of Protection. It must be for personal welfare and still be in force.',
  },
  bestInterests: {
    name: 'Best-interests decision by a GP',
    short: 'a best-interests decision by a GP',
    see: 'See the GP’s decision in the clinical record: the patient cannot decide, and this access is in their best interests.',
  },
};

/** What the discreet tasks are and how they are done. */
export interface TaskWords {
  title: string;
  /** What to do today, in order. */
  steps: readonly string[];
  /** Where somebody could come to harm. */
  warning: string | null;
}

export const taskWords = {
  today: 'What to do today',
  neverTitle: 'Never by letter, text or call',
  never:
    'Do not write to or call the number or address on record: somebody else may read or hear it. Talk only here, in person and in private. In the waiting room call them for “a question about your registration”, and nothing else.',
  neverChild:
    'A child asked at the kiosk. Do not write to or call the number on record about it: talk to the child here, in person.',
  finish: 'How did it end?',
  confirm: (outcome: TaskOutcome) => `Finish: ${taskOutcomeWords[outcome].name.toLowerCase()}?`,
  confirmDo: 'Finish',
} as const;

/** What a task can end in; `explained` is read before it is finished. */
export const taskOutcomeWords: Readonly<Record<TaskOutcome, { name: string; explained: string }>> = {
  accessRestored: {
    name: 'They can get in again',
    explained: 'Their account works again, and what they need for it was handed over in person.',
  },
  accessChanged: {
    name: 'Access is changed',
    explained: 'It is changed in the clinical system as they asked.',
  },
  accessStopped: {
    name: 'Access is switched off',
    explained: 'It is switched off in the clinical system, and you looked that it is.',
  },
  talkedTo: {
    name: 'Talked to them',
    explained: 'Somebody talked with them in private. What was said is not kept here.',
  },
  notNeeded: {
    name: 'Nothing needed',
    explained: 'They no longer want anything, or asked by mistake.',
  },
};

/** What is asked with a task, and what is done; `underEleven` for a child at the kiosk. */
export const taskStepWords = {
  cannotGetInMine: {
    title: 'Cannot get into their account',
    steps: [
      'Talk to them in private, and check who they are as for a new application.',
      'Ask openly whether somebody else has used or changed the account. If so, treat it as a request to stop access.',
      'Reset the account in the clinical system, and hand over what they need in person.',
    ],
    warning: null,
  },
  cannotGetInOther: {
    title: 'Cannot get into another person’s account',
    steps: [
      'Look in the clinical system whether their access is recorded, and who ended it.',
      'If the patient or the practice ended it, do not restore it, and do not say who did or why.',
      'If it is still in force, check who they are, and hand over what they need in person.',
    ],
    warning: 'The patient may have asked to end this access. Look before anything is restored.',
  },
  changeOrStopMine: {
    title: 'Wants their own access changed or switched off',
    steps: [
      'Talk to them alone, today, in a room where nobody listens. Ask a companion to wait outside, and give no reason.',
      'Check who they are, and do what they ask: switch access off in the clinical system while they are here, and look that it is off. They need give no reason.',
      'Ask whether somebody presses them or knows their sign-in. If so, bring in the safeguarding lead before they leave.',
      'Tell them how to have it switched on again: here, in person.',
    ],
    warning: 'Somebody under pressure asks in this way. Whoever presses them must not learn of it.',
  },
  changeOrStopOther: {
    title: 'Wants somebody’s access to another account changed or switched off',
    steps: [
      'Talk to them alone, today, in a room where nobody listens.',
      'Find out whose account it is and who sees it. If it is theirs, or they act for that patient, switch the access off in the clinical system and look that it is off.',
      'Bring in the safeguarding lead where somebody could be at risk, or where you are not sure who may decide.',
    ],
    warning: 'Do not tell the other side: neither that somebody asked, nor who, nor why.',
  },
  underEleven: {
    title: 'A child under 11 asked at the kiosk',
    steps: [
      'Ask the child kindly what they need. A child who is alone may need help now: tell a clinician if anything worries you.',
      'For online services somebody with parental responsibility asks for access as “Someone else” at the kiosk, or here.',
      'If the child does not want a parent to know, talk to the safeguarding lead before anybody is told.',
    ],
    warning: null,
  },
} satisfies Readonly<Record<string, TaskWords>>;

/** Words of the reviews of access to another person’s account. */
export const reviewWords = {
  title: 'Reviews of access to a child’s account',
  lead: 'Before 13 the practice looks whether access is still right; at 16 it is suspended. Both sides are told beforehand, once a clinician says that writing is safe.',
  loading: 'Reading the reviews …',
  again: 'Look again',
  empty: 'No review is planned. They appear here when access to a child’s account is granted.',
  allDone: 'No review is open.',
  finished: (count: number) => `Finished (${String(count)})`,
  kinds: { beforeThirteen: 'Before 13', atSixteen: 'At 16' } satisfies Record<ProxyReview['kind'], string>,
  todo: {
    beforeThirteen:
      'Talk to both, each alone. Agree what goes on: from 13 the young person may use the NHS App themselves, and what a parent sees may no longer be right.',
    atSixteen:
      'Access is suspended: switch it off in the clinical system on the birthday. Talk to both, each alone. It goes on only as a new request, with the patient’s own consent.',
  } satisfies Record<ProxyReview['kind'], string>,
  due: {
    overdue: (days: number) => `Overdue by ${days === 1 ? '1 day' : `${String(days)} days`}`,
    today: () => 'Due today',
    soon: (days: number) => `Due in ${days === 1 ? '1 day' : `${String(days)} days`}`,
    later: (days: number) => `In ${distanceOf(days)}`,
  },
  born: (dateOfBirth: string) => `born ${birthOf(dateOfBirth)}`,
  access: (name: string, relationship: Relationship) =>
    `${name} has access: ${relationshipNames[relationship].toLowerCase()}`,
  ofReview: (action: string, name: string) => `${action}: ${name}`,

  safe: 'Safe to write to both',
  safeFirst: 'A clinical reviewer says first whether it is safe to write. Until then there are no letters.',
  safeDone: (done: { by: string; at: string }) => `Safe to write to both: ${doneWords(done)}. Counts for four weeks.`,
  safeTitle: (name: string) => `Is it safe to write to both about ${name}?`,
  safeLead:
    'Look in the record for safeguarding codes, separated parents, a change of address, and anything the young person has asked to keep to themselves. If in doubt, do not write: talk to them instead.',
  safeDo: 'Yes, it is safe to write',
  letters: 'Save letters as PDF',
  lettersSaved: 'The letters are saved. Print them, send them, and delete the file.',
  lettersOnlyInBrowser:
    'Files cannot be saved in this window. Open the desk in the browser of another PC for the letters.',
  finish: 'After you talked to both, finish:',
  finishFirst: 'An authoriser finishes the review.',
  outcomes: { continues: 'Continues', suspended: 'Suspended', ended: 'Ended' },
  finishTitle: (outcome: string, name: string) => `Finish the review of ${name}: ${outcome.toLowerCase()}?`,
  finishLead: {
    continues: 'Access goes on as it is. You talked to both, each alone, and the patient agrees.',
    suspended: 'Access is switched off in the clinical system for now, and you looked that it is.',
    ended: 'Access is over: taken away in the clinical system for good.',
  },
  finishDo: 'Finish the review',
  cancel: 'Cancel',
  columns: { patient: 'Patient', who: 'Who had access', review: 'Review', outcome: 'Outcome', done: 'Done' },

  failures: {
    GONE: 'This review is not there any more.',
    NOT_SAFE: 'A clinical reviewer must say first that it is safe to write.',
    CHANGED: 'Somebody else was quicker. You see now how it stands.',
  },
} as const;

/** Whole days, as far as it matters: `12 days`, `5 months`, `3 years`. */
function distanceOf(days: number): string {
  if (days < 60) return days === 1 ? '1 day' : `${String(days)} days`;
  const months = Math.floor(days / 30.44);
  return months < 24 ? `${String(months)} months` : `${String(Math.floor(months / 12))} years`;
}

/** `a`, `a and b`, `a, b and c`. */
function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
