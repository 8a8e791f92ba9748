import { nhsAppAge } from '../../../preload/contract/rules/ages';

/** Whom and what the letters of a review are about. `when` is the day of the review, in words. */
export interface LetterFacts {
  patient: string;
  asker: string;
  when: string;
}

/** One letter: to whom, and its paragraphs. */
export interface LetterWords {
  heading: string;
  paragraphs: (facts: LetterFacts) => readonly string[];
}

/** Words common to all letters. Plain, so that a child can read them; nothing about anybody's health. */
export const lettersWords = {
  title: 'Letters about an online account',
  addressBlock: 'Address (staff: we keep none here)',
  dear: (name: string) => `Dear ${name},`,
  ask: (practice: string) =>
    `If you have questions, ask at the reception of ${practice}. You can ask to talk to somebody in private.`,
  never: 'We will never ask you for a password.',
  from: (practice: string) => `With kind regards, ${practice}`,
} as const;

/** Both sides are told beforehand (domain facts, "Levels, review, proxy"), each in a letter of their own. */
export const letters = {
  // True before the birthday and after it: letters may be late.
  atSixteen: {
    patient: {
      heading: 'Your online account from the day you are 16',
      paragraphs: ({ asker, when }) => [
        `Your 16th birthday is ${when}. Access of ${asker} to your online account at this practice ends with that day.`,
        'From 16 you decide for yourself who may use your account.',
        `If you would like ${asker} to go on using it, come and tell us. We will talk about it with you alone first.`,
        'You can have an account that only you use. Ask at reception how to get one, and bring something that shows who you are, if you have it.',
        'You can ask us to change or stop this access at any time. You do not have to say why.',
      ],
    },
    asker: {
      heading: 'Your access to another person’s online account',
      paragraphs: ({ patient, when }) => [
        `The 16th birthday of ${patient} is ${when}. Your access to their online account at this practice ends with that day.`,
        `We do this for everybody who turns 16: from then on they decide for themselves who may use their account. It says nothing about you or about ${patient}.`,
        `If ${patient} would like you to go on using it, they can tell us themselves. We talk about it with them alone first.`,
        `If ${patient} cannot take this decision, ask us what is needed.`,
        `We have written to ${patient} as well.`,
      ],
    },
  },
  beforeThirteen: {
    patient: {
      heading: 'Your online account as you get older',
      paragraphs: ({ asker, when }) => [
        `${asker} can use your online account at this practice for you.`,
        `Around ${when} we would like to ask you, alone, whether this is still right for you. We also talk to ${asker}.`,
        'As you get older, more of what you tell a doctor or nurse is just between you and them. So what others can see of it may change.',
        `From ${String(nhsAppAge)} you can use the NHS App yourself. We can tell you how.`,
        'You can ask us to change or stop this access at any time. You do not have to say why.',
      ],
    },
    asker: {
      heading: 'Your access to a child’s online account',
      paragraphs: ({ patient, when }) => [
        `You can use the online account of ${patient} at this practice.`,
        `Around ${when} we look, with you and with ${patient}, whether this access is still right. We do this for every child at this age: as children get older they may decide more for themselves.`,
        'We will talk with each of you alone. Until then your access stays as it is. Afterwards it may go on, change or stop.',
        'If nobody talks to us, access may be switched off until somebody does.',
        `We have written to ${patient} as well.`,
      ],
    },
  },
} as const satisfies Record<'atSixteen' | 'beforeThirteen', Record<'patient' | 'asker', LetterWords>>;
