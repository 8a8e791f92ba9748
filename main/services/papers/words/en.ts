import type { Spelled } from '../../../../preload/contract/rules/slipValues';
import { dayOnPaper } from '../../desk/paperTimes';
import type { PaperWords } from './words';

const signs: Readonly<Record<string, string>> = {
  '-': 'hyphen',
  _: 'underscore',
  '~': 'wavy line',
  '|': 'upright line',
  "'": 'straight quote',
  '`': 'slanted quote',
  '.': 'full stop',
  ',': 'comma',
  ':': 'colon',
  ';': 'semicolon',
};
const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;

const noPhotoId =
  'If it asks for photo ID, choose “No, I do not have photo ID”, “Yes – I use online services”, then “Yes – I have all 3 details”.';
const open = 'Scan the code with your phone. It opens the app or website to set up your account.';
const theThree = 'Type the 3 details from this paper. Then type your name and date of birth as this practice has them.';
const practiceCode = {
  label: 'Practice code (ODS code)',
  where: 'Also called organisation code or practice ID',
};
const accountId = { label: 'Account ID', where: 'Type it where it says account ID' };

/** Plain words for people of nine years' reading age; what the NHS App calls its buttons and fields stands in its own words. */
export const en: PaperWords = {
  language: 'en-GB',
  direction: 'ltr',
  day: dayOnPaper,
  for: 'For',
  issued: 'Given out on',
  needHelp: 'Need help?',
  ring: 'Ring',
  askReception: 'Ask at reception.',
  scan: 'Scan with your phone’s camera',
  opens: 'It opens',

  setup: {
    heading: 'Your online account',
    sample: 'SAMPLE: these details open nothing',
    details: 'Your 3 details',
    typing: 'Type them just as they are here. Leave out the gaps. Capital and small letters matter.',
    fields: {
      emis: {
        odsCode: practiceCode,
        accountId,
        secret: { label: 'Linkage key', where: 'Also called passphrase' },
      },
      systmOne: {
        odsCode: practiceCode,
        accountId,
        secret: { label: 'Passphrase', where: 'Also called linkage key' },
      },
    },
    key: 'Look closely',
    called: nameOf,
    whatToDo: 'What to do',
    steps: {
      emis: [open, noPhotoId, theThree],
      systmOne: [open, noPhotoId, theThree],
      nhsApp: [
        'Scan the code with your phone and get the NHS App.',
        'Set up an account with your email address and phone number.',
        'Prove who you are. The app takes a picture of your photo ID, such as a passport, and of your face.',
      ],
    },
    noDetails: 'You do not need any details from us. Your photo ID and your phone are enough.',
    secret: {
      heading: 'Treat this like a password',
      lines: [
        'Anyone who has it could open your account.',
        'Keep it safe. Do not show, share or photograph it.',
        'Tear it up once your account works.',
      ],
      lost: 'Lost it, or has someone seen it? Tell us at once. We will give you new details.',
    },
    reference: 'Our reference (not to be typed)',
    system: 'Account held in',
    systems: { emis: 'EMIS', systmOne: 'SystmOne', nhsApp: 'NHS App' },
    expires: 'Use it by',
  },
  invitation: {
    heading: 'Use our practice online',
    dear: 'Dear',
    lead: 'You can do more with your phone, tablet or computer. With a free online account you can:',
    can: ['book and cancel appointments', 'order repeat prescriptions', 'see your health record'],
    how: 'How to start',
    steps: [
      'Scan the code with your phone.',
      'Follow the steps on the screen.',
      'Prove who you are with photo ID, such as a passport or driving licence.',
    ],
    noPhotoId: 'No photo ID, or no smartphone? Come to reception. We can help you in another way.',
    choice: 'It is your choice. You can still ring us or come in, and your care stays the same.',
    nothingOfYou: 'The code is the same for everybody. It holds nothing about you.',
  },
  ticket: {
    reference: 'Your reference',
    ticket: 'Your ticket',
    referenceNext: 'Take your ID to reception. Show this paper there.',
    ticketNext: 'Please keep this until you have been seen.',
    worse: 'If you feel worse, tell reception',
  },
  bring: {
    heading: 'What to bring',
    lead: 'Please come back with what is on this list. Then we can go on with your online account.',
    items: {
      photo: { heading: 'Something with your photo', text: 'It must be yours, and not a copy.' },
      address: { heading: 'Something that shows your address', text: 'It must have your name on it.' },
      interpreter: {
        heading: 'Someone to help with language',
        text: 'Tell us which language you speak. We can find an interpreter for you. It costs you nothing.',
      },
      alone: {
        heading: 'A few minutes of your own',
        text: 'We like to talk to everybody in private for a moment.',
      },
      otherPerson: {
        heading: 'The other person',
        text: 'Both of you need to talk to us: the one whose record it is, and the one who asks for access to it.',
      },
      proofOfAuthority: {
        heading: 'Proof that you may act for the other person',
        text: 'For example a lasting power of attorney, a court order, or papers that show you are the parent.',
      },
    },
    oneOf: 'Bring one of these:',
    dated: (months) =>
      months === 1 ? 'It must be from the last month.' : `It must be from the last ${String(months)} months.`,
    when: 'When to come',
    care: 'You never need ID to see a doctor or a nurse.',
  },
  calibration: {
    heading: 'Check your printer',
    lead: 'Put a ruler to this page. If the lengths are wrong, turn off “fit to page” or “scale” in the printer.',
    printer: 'Printer',
    noPrinter: 'not chosen yet',
    rulers: 'Millimetres across and down',
    edge: 'The thin frame must be whole on all sides, this far from the edge of the paper:',
    sizes: 'Sizes of text',
    sample: 'Can you read this?',
    greys: 'Steps from white to black: you must see each',
    lookAlikes: 'Can you tell these apart?',
    codes: 'Scan: it opens the same page',
  },
};

function nameOf({ character, kind }: Spelled): string {
  switch (kind) {
    case 'digit':
      return `number ${digits[Number(character)] ?? character}`;
    case 'capital':
      return `capital ${character}`;
    case 'small':
      return `small ${character.toUpperCase()}`;
    case 'sign':
      return signs[character] ?? 'sign';
  }
}
