import type { Service } from '../../../preload/contract/signUp';
import { dayOf } from './times';

/** SNOMED codes that staff look for before record access (domain facts, "Levels, review, proxy"). */
export const safeguardingCodes = [
  { code: '1364731000000104', means: 'Enhanced review indicated', leadsTo: 'Refer to a clinician' },
  { code: '1364751000000106', means: 'Enhanced review not indicated', leadsTo: 'May be granted' },
  { code: '1290331000000103', means: 'Declined by the patient', leadsTo: 'Decline' },
] as const;

/** Words of talking first, agreeing and deciding. */
export const decisionWords = {
  talkHints: [
    'Ask whether anybody presses them to have this, or sees their phone.',
    'They may want fewer services, none, or help with something else.',
    'Keep no notes here. Follow the practice’s safeguarding protocol if they are not safe.',
  ],
  talkDo: 'I talked with them, alone',

  competenceLead:
    'At 11 to 15 a clinician assesses whether the young person understands what online services show, and what sharing them means.',
  competenceHint: 'Only that it was confirmed is kept, and by whom. Notes belong in the clinical record.',
  competenceProxy: 'If they do not understand, decline; their GP can arrange access in the clinical system.',
  competenceDo: 'They understand what they ask for',

  agreeLead: 'Read each statement to the patient, or let them read it. They agree to each one themselves.',
  agreeLeadOther: 'Read each statement to the person who asks, or let them read it. They agree to each one themselves.',
  agreeRelative: 'A relative or friend does not agree for them, and does not interpret this.',
  agreeDo: 'The patient agreed to every statement',
  agreeDoOther: 'The person who asks agreed to every statement',
  noStatements: 'No statements are set. A manager can add them in Settings.',

  codesTitle: 'Before record access: look for these codes in the clinical system',
  code: 'SNOMED code',
  means: 'It says',
  leadsTo: 'Then',
  codesKept: 'Only the outcome is kept, never what was found.',
  codesDone: 'I have looked for the safeguarding codes',
  codesMissing: 'Look for the safeguarding codes first, then tick the box.',
  notInScope: 'Not among what they may act for',
  duePast: 'Choose today or a later day',
  agreeFirst: 'The statements must be agreed first.',

  services: 'Services asked for',
  grantAll: 'Grant all that were asked',
  grantRest: 'Grant the others',
  notYet: 'Not yet',
  grantOne: 'Grant',
  grantOneOf: (service: string) => `Grant: ${service}`,
  decline: 'Decline',
  declineOf: (service: string) => `Decline: ${service}`,
  refer: 'Refer to a clinician',
  decidedBy: (by: string, when: string) => `${by}, ${when}`,

  declineTitle: (service: string) => `Decline: ${service}?`,
  declineLead: 'This cannot be taken back here. The patient can apply again.',
  declineRecord:
    'Whoever registers in the NHS App with photo ID goes past our slip. So record access must also be switched off for this patient in the clinical system.',
  sayTitle: 'What to say',
  sayDeclined: '“This will not be switched on for now. You can talk to us about it at any time.”',
  declineDo: 'Decline',

  referTitle: 'Refer record access to a clinician',
  referLead: 'The clinician decides about the record. Everything else can go on.',
  dueOn: 'To be decided by',
  dueHint: (days: number) => `Left empty: in ${String(days)} days`,
  referDo: 'Refer',
  sayReferredTitle: 'Tell the patient',
  sayReferred: '“A clinician will look at your request and the practice will contact you.”',
  dueBy: (day: string) => `With a clinician, due ${dayOf(day)}.`,

  reviewLead: (day: string | null) =>
    day === null
      ? 'Look through the record for information that could harm the patient, or that is about somebody else.'
      : `Due ${dayOf(day)}. Look through the record for information that could harm the patient, or that is about somebody else.`,
  reviewGrant: 'Grant record access',
  reviewDecline: 'Decline record access',

  accountLead: 'Create the account in the clinical system with exactly this:',
  switchOn: 'On',
  switchOff: 'Off',
  accountRecordOff:
    'Record access is on by default for new accounts. Switch it off for this one before you do anything else: the NHS App shows whatever the account may see.',
  accountDo: 'Account created',

  recordOffLead:
    'Record access is not granted. Before anything is handed over, look at this account in the clinical system and confirm both.',
  isOff: 'Record access is off for this account',
  isCodeSet: 'The safeguarding code is set as the practice’s protocol says',
  recordOffDo: 'Confirm',
  recordOffMissing: 'Tick both boxes first.',

  handOverLead: 'Give the details to the patient in person, never to a companion, and never by letter, text or call.',
  handOverLeadOther: 'Give the details to the person who acts for the patient, in person, and to nobody else.',
  handOverDo: 'Handed over to the patient in person',
  handOverDoOther: 'Handed over in person to the person who acts for the patient',
} as const;

/** What each service is called as it is decided. */
export const decidedServices: Readonly<Record<Service, string>> = {
  appointments: 'Book and cancel appointments',
  prescriptions: 'Order repeat prescriptions',
  record: 'View the health record',
};
