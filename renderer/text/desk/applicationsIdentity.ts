import type { ComeBack, Interpreter, Method, RefuseReason } from '../../../preload/contract/desk/applications';

/** How identity can be shown (NHS England, "Identity verification"). */
export const methodNames: Readonly<Record<Method, { name: string; explained: string }>> = {
  documents: { name: 'Documents', explained: 'A photo and an address document' },
  vouching: { name: 'Vouching', explained: 'You know this patient yourself' },
  vouchingWithRecord: { name: 'Vouching with the record', explained: 'Open questions, checked against the record' },
};

export const interpreterNames: Readonly<Record<Interpreter, string>> = {
  none: 'Nobody',
  professional: 'Professional interpreter',
  staff: 'Member of staff',
  relative: 'Relative or friend',
};

export const refuseNames: Readonly<Record<RefuseReason, string>> = {
  documentsNotAccepted: 'The documents cannot be accepted',
  doesNotMatch: 'The person does not match the document or the record',
  couldNotAnswer: 'The questions could not be answered',
  underPressure: 'They seem to be under pressure',
  other: 'Something else',
};

export const missingNames: Readonly<Record<ComeBack, string>> = {
  photo: 'A document with a photo',
  address: 'A document with their address',
  interpreter: 'An interpreter, arranged by us',
  alone: 'Themselves alone',
  otherPerson: 'The other person',
  proofOfAuthority: 'Proof that they may act',
};

/** The same as the patient reads it on the paper they take home: no name, and never a reason. */
export function bringOf(
  missing: ComeBack,
  documents: { photo: readonly string[]; address: readonly string[]; months: number },
): string {
  const { photo, address, months } = documents;
  switch (missing) {
    case 'photo':
      return `One of these, with your photo: ${orOf(photo)}.`;
    case 'address':
      return `One of these, with your name and address, from the last ${String(months)} months: ${orOf(address)}.`;
    case 'interpreter':
      return 'Tell reception when you will come. We arrange an interpreter for you.';
    case 'alone':
      return 'We talk with each person by themselves, as we do with everybody.';
    case 'otherPerson':
      return 'Please come together with the other person, with an identity document for each of you.';
    case 'proofOfAuthority':
      return 'The paper that says you may act for the other person.';
  }
}

/** `a, b or c`. */
function orOf(kinds: readonly string[]): string {
  const last = kinds.at(-1) ?? '';
  return kinds.length < 2 ? last : `${kinds.slice(0, -1).join(', ')} or ${last}`;
}

/** Words of checking who somebody is. */
export const identityWords = {
  ofPatient: (name: string) => `This is about ${name}, whose account it is. Who asks is verified afterwards.`,
  method: 'How is identity shown?',
  photo: 'Photo document',
  address: (months: number) => `Address document, from the last ${String(months)} months`,
  noNumbers: 'Only the kind is kept. Do not copy documents or write down numbers.',
  noDocuments: 'No kinds of document are set. A manager can add them in Settings.',
  vouch: 'You know this patient well enough to say that they are who they say they are.',
  vouchPresent: 'Only with the patient in front of you, never by phone.',

  questionsLead:
    'Ask at least three open questions, quietly, where nobody else hears. Compare the answers with the record. Keep no answers.',
  good: 'Ask like this',
  goodQuestions: [
    'Can you tell me about a recent appointment you had here?',
    'Which medicines do you take regularly, if any?',
    'Where did you live before your present address?',
  ],
  bad: 'Never like this: the question gives the answer away',
  badQuestions: ['Did you see Dr Rao on Monday?', 'Is it still metformin that you take?'],

  interpreter: 'Who helps with the language?',
  relativeNote:
    'A relative or friend never answers identity questions or agrees to statements for the patient. The statements will be agreed again without them. A child never interprets.',
  companion: 'Somebody came with them',
  alone: 'I asked them, without the companion, whether anybody presses them to do this',
  confirm: 'I confirm',
  isThePerson: 'This is the person',
  isTheRecord: 'This is the right record',
  verified: 'Verified',
  missingTitle: 'Still missing',
  missing: {
    photo: 'Choose the photo document',
    address: 'Choose the address document',
    relative: 'A relative or friend cannot interpret questions from the record: choose another way',
    alone: 'Ask them alone whether anybody presses them',
    person: 'Confirm that this is the person',
    record: 'Confirm that this is the right record',
  },

  otherWays: 'If it cannot be done now',
  comeBack: 'Come back with …',
  later: 'Verify later',
  laterHint: 'Their place is kept.',
  notLater: 'Do not keep for later',
  isForLater: 'They have not been verified and asked to do it later. Their place is kept.',
  refuse: 'Refuse',

  refuseTitle: 'Refuse identity',
  refuseLead: 'This ends the application. Choose why; only the kind of reason is kept, and the patient is never told.',
  refuseWhy: 'Reason',
  sayTitle: 'What to say, whatever the reason',
  say: '“We cannot set up online services for you today. You are looked after here as before, and you can talk to us about it at any time.”',
  underPressure:
    'Their safety comes first: follow the practice’s safeguarding protocol, and say nothing in front of the companion.',
  refuseDo: 'Refuse identity',
  chooseReason: 'Choose a reason',

  comeBackTitle: 'Come back with …',
  comeBackLead: 'The application stays open. What you choose can be printed for them to take home.',
  comeBackWhat: 'What is missing?',
  comeBackDo: 'Keep open',
  chooseMissing: 'Choose at least one',

  bringTitle: 'What to bring',
  bringReference: 'Your reference',
  bringLead: 'Bring this paper, or the reference, to reception. You do not need to apply again.',
  bringCare: 'You do not need any of this to be seen by a doctor or nurse.',
  print: 'Print',
  cannotPrint: 'This window on the kiosk machine cannot print. Open the desk in a browser to print this.',
} as const;
