import type { Act, ApplicationDetail, TaskOutcome } from '../../../preload/contract/desk/applications';
import type { NeedKind } from '../../../preload/contract/needs';
import type { Relationship } from '../../../preload/contract/signUp';
import { birthOf, dayOf, timeOf } from './times';

/** A UTC instant in a sentence: `Monday 23 November, 10:05am`. */
export function whenOf(instant: string): string {
  return `${dayOf(instant)}, ${timeOf(instant)}`;
}

const needNames: Readonly<Record<NeedKind, string>> = {
  interpreter: 'Interpreter',
  signLanguage: 'Sign language',
  lipReading: 'Lip reading',
  hearingLoop: 'Hearing loop',
  largePrint: 'Large print',
  easyRead: 'Easy read',
  braille: 'Braille',
  audio: 'Audio',
  guideToRoom: 'Guide to the room',
  moreTime: 'More time',
  supporter: 'With a supporter',
  somethingElse: 'Asks for other help',
};

/** What somebody said they need, the interpreter with the language. */
export function needsOf(needs: NonNullable<ApplicationDetail['needs']>): string[] {
  return needs.kinds.map((kind) =>
    kind === 'interpreter' && needs.language !== null ? `${needNames.interpreter}: ${needs.language}` : needNames[kind],
  );
}

/** What somebody who asks for another person is to that person. */
export const relationshipNames: Readonly<Record<Relationship, string>> = {
  parent: 'Parent',
  partner: 'Partner',
  child: 'Son or daughter',
  relative: 'Another relative',
  carer: 'Carer',
  attorney: 'Attorney or deputy',
  other: 'Somebody else',
};

/** How a task came out. */
export const taskOutcomeNames: Readonly<Record<TaskOutcome, string>> = {
  accessRestored: 'access restored',
  accessChanged: 'access changed',
  accessStopped: 'access stopped',
  talkedTo: 'talked with them',
  notNeeded: 'not needed any more',
};

/** Who does it, for whoever may not. */
export const whoMay: Readonly<Record<Exclude<Act, 'expire'>, string>> = {
  verify: 'A verifier checks this.',
  verifyAsker: 'A verifier checks this.',
  refuse: 'A verifier decides this.',
  comeBack: 'A verifier decides this.',
  keepForLater: 'Reception does this.',
  recordProxy: 'An authoriser records this.',
  confirmCompetence: 'A clinical reviewer confirms this.',
  confirmConsent: 'A verifier asks this.',
  agree: 'A verifier does this with the patient.',
  talk: 'Reception does this.',
  grant: 'An authoriser decides this.',
  decline: 'An authoriser decides this.',
  refer: 'An authoriser decides this.',
  reviewGrant: 'A clinical reviewer decides this.',
  reviewDecline: 'A clinical reviewer decides this.',
  confirmRecordOff: 'An authoriser confirms this.',
  createAccount: 'An account creator does this.',
  printSlip: 'An account creator prints the setup slip.',
  handOver: 'A receptionist or an account creator does this.',
  finishTask: 'Reception does this.',
  withdraw: 'Reception does this.',
};

/** Titles of the panels. */
export const panelTitles = {
  talk: 'Talk to them first',
  task: 'Task',
  identity: 'Check identity',
  proxy: 'Acting for someone else',
  competence: 'Understanding',
  agree: 'Agree the statements',
  decision: 'Decide',
  review: 'Clinician’s review of record access',
  account: 'Create the account',
  recordOff: 'Record access must be off',
  handOver: 'Hand over the details',
} as const;

/** Words of the page of one application. */
export const pageWords = {
  back: 'Back to the queue',
  loading: 'Opening the application',
  tryAgain: 'Try again',
  sent: (instant: string) => `sent ${whenOf(instant)}`,
  endsOn: (day: string) => `Ends by itself on ${dayOf(day)}`,
  form: 'Form for the clinical record',
  noForm: 'File nothing of this in the record: whoever reads the record online reads that too.',
  formSaved: 'Your browser has saved the form. File it in the clinical record, then delete the file.',
  formNeedsBrowser:
    'This window on the kiosk machine cannot save files. Open the desk in a browser on your own PC to get the form.',
  withdraw: 'Withdraw',
  refuse: 'Refuse identity',
  otherWays: 'Also possible now',
  toNext: (step: string) => `Back to the next step: ${step}`,
  nothingLeft: 'Nothing is left to do here.',

  person: 'Details as given',
  lastName: 'Last name',
  firstName: 'First name',
  born: 'Date of birth',
  bornOf: (dateOfBirth: string, age: number) => `${birthOf(dateOfBirth)} (${String(age)} years)`,
  nhsNumber: 'NHS number',
  address1: 'Address line 1',
  address2: 'Address line 2',
  town: 'Town or city',
  postcode: 'Postcode',
  email: 'Email address',
  mobile: 'Mobile number',
  copy: 'Copy',
  copyOf: (label: string) => `Copy ${label}`,
  copied: (label: string) => `${label} copied`,
  notCopied: (value: string) => `This browser does not let the page copy. Type it: ${value}`,
  notSafe: 'Do not use',
  notSafeLead: 'They said it is not safe to contact them this way.',
  contact: 'Contact',
  noContact: 'No email or mobile given',

  asker: 'Who asks',
  relationship: 'Is the patient’s',
  patient: 'Whose account it is',
  wishes: 'What they asked for',
  services: 'Services',
  needs: 'Needs help with',
  noNeeds: 'No help asked for',
  statements: (count: number) => `${String(count)} ${count === 1 ? 'statement' : 'statements'} agreed`,
  agreedAt: (instant: string) => `agreed ${timeOf(instant)}`,
  appointment: 'Appointment today',
  others: 'Other applications, perhaps of this person',
  otherOf: (instant: string, state: string) => `sent ${dayOf(instant)}, ${state}`,
  stillOpen: 'open',
  account: 'Account',
  whose: { mine: 'Their own account', someoneElse: 'Somebody else’s account' },

  warnings: {
    title: 'Before you begin',
    talk: 'Talk to them alone, somewhere private, before anything else.',
    under16: (age: number) =>
      `${String(age)} years old. Speak with the young person themselves. Nothing goes to a number or address that is on the record.`,
    child: (age: number) => `${String(age)} years old: a request for staff, and no account of their own.`,
    interpreter: (language: string | null) =>
      language === null
        ? 'Needs an interpreter. Use a professional one or a member of staff.'
        : `Needs an interpreter for ${language}. Use a professional one or a member of staff.`,
    turnedSixteen:
      'They have turned 16 since they applied. From 16 they decide for themselves; parental responsibility no longer counts.',
    turnedEleven: 'They have turned 11 since. Ask them themselves.',
    youngAsker: 'Who asks is under 16: talk to the safeguarding lead first.',
    statements:
      'They may not have understood the statements. Go through them with an interpreter before you grant the record.',
    duplicate:
      'There is another open application that may be of the same person. Compare number, name and date of birth with the record. Withdraw one only if both are the same request, and never a task. Do not mention it to anybody else who is here.',
    recordOn: 'Record access was confirmed off. Switch it on in the clinical system now.',
    accountExists: 'The account exists. Close it in the clinical system first.',
    detailsGiven: 'The patient already has the details.',
    relative: 'A relative or friend helped with the language: the statements must be agreed again without them.',
  },

  done: 'Done so far',
  doneBy: (by: string, instant: string) => `${by}, ${whenOf(instant)}`,
  nothingDone: 'Nothing yet.',
  withInterpreter: (who: string) => `with ${who}`,
  doneNames: {
    talked: 'Talked with them',
    verified: (how: string) => `Identity verified: ${how}`,
    askerVerified: (how: string) => `Who asks was verified: ${how}`,
    proxy: 'Relationship and basis recorded',
    competence: 'Understanding confirmed',
    consent: 'Patient’s consent confirmed',
    agreed: 'Statements agreed at the desk',
    decided: (service: string, decision: string) => `${service}: ${decision}`,
    account: 'Account created',
    recordOff: 'Record access confirmed off',
    slip: 'Setup slip last sent to a printer',
    handedOver: 'Details handed over in person',
    task: (outcome: string) => `Task done: ${outcome}`,
  },
  ended: (how: string, when: string) => `${how}, ${when}. Nothing more can be done with it.`,
  fileForm: 'File the form in the clinical record, if nobody has yet: this page is cleared after a time.',

  cancel: 'Cancel',
  withdrawTitle: 'Withdraw this application?',
  withdrawLead:
    'Do this when the patient does not want it any more, or has sent it twice. It ends the application. They can apply again at any time.',
  withdrawDo: 'Withdraw',
} as const;
