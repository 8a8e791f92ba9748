import { receptionKindSchema } from '../../../preload/contract/kiosk';
import { asObject, checkFields, checkTextOrNone, checkYesOrNo, longest, shorten } from './checks';
import { receptionNames } from './choices';

/** Words that send somebody away for today, however they go on. */
const turningAway = [
  /\bcom(?:e|ing) (?:back|again)\b/,
  /\breturn (?:tomorrow|later|another|again|next|at|on|in)\b/,
  /\b(?:another|a different|some other) (?:day|time|date)\b/,
  /\btomorrow\b/,
  /\bnext (?:day|week|month|working day|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/,
  /\b(?:try|call|ring|phone|telephone)(?: us)?(?: the (?:practice|surgery))? (?:back|again|later|tomorrow)\b/,
  /\b(?:call|ring|phone|telephone)\b[^.;!?]{0,40}\b(?:at|from|after|before) (?:\d|seven|eight|nine|ten|midday|noon)/,
  /\b(?:call|ring|phone|telephone|book|come)(?: \w+){0,3} (?:in the morning|first thing)\b/,
  /\b(?:come|return|call|ring|phone|telephone)\b[^.;!?]{0,20}\bon (?:mon|tues|wednes|thurs|fri|satur|sun)day\b/,
];

/** What is wrong with the choices of "What do you need?": every kind once, at least one offered, and nobody sent away. */
export function checkReception(value: unknown): string[] {
  if (!Array.isArray(value)) return ['The choices of "What do you need?" must be a list.'];
  const choices = Array.from(value, asObject);
  const kinds = choices.map((choice) => receptionKindSchema.safeParse(choice?.['kind']).data);
  return [
    ...receptionKindSchema.options.flatMap((kind) => {
      const count = kinds.filter((one) => one === kind).length;
      if (count === 1) return [];
      const problem = count === 0 ? 'is missing' : 'is there twice';
      return [`The choices of "What do you need?" must name each kind once: "${kind}" ${problem}.`];
    }),
    ...choices.flatMap((choice, index) => {
      const kind = kinds[index];
      return choice === null || kind === undefined
        ? [
            `The choices of "What do you need?" have one of an unknown kind, "${shorten(choice?.['kind'] ?? value[index])}".`,
          ]
        : checkChoice(`The choice for ${receptionNames[kind]}`, choice);
    }),
    ...(choices.some((choice) => choice?.['isOffered'] === true)
      ? []
      : ['At least one choice of "What do you need?" must be offered.']),
  ];
}

const fieldsOfChoice = ['kind', 'isOffered', 'label', 'words', 'givesTicket', 'raisesAlert'];

function checkChoice(what: string, choice: Record<string, unknown>): string[] {
  return [
    ...checkFields(what, choice, fieldsOfChoice),
    ...checkYesOrNo(`${what}: whether it is offered`, choice['isOffered']),
    ...checkTextOrNone(`${what}: the label`, choice['label'], longest.label),
    ...checkTextOrNone(`${what}: the words`, choice['words'], longest.text),
    ...checkKindness(`${what}: the label`, choice['label']),
    ...checkKindness(`${what}: the words`, choice['words']),
    ...checkYesOrNo(`${what}: whether it gives a ticket`, choice['givesTicket']),
    ...checkYesOrNo(`${what}: whether it raises an alert`, choice['raisesAlert']),
  ];
}

/** GMS terms ask for an appropriate response to anyone who attends in person (domain facts, "Check-in"). */
function checkKindness(what: string, value: unknown): string[] {
  if (typeof value !== 'string') return [];
  const words = value.normalize('NFKC').replace(/\s+/g, ' ').toLowerCase();
  const found = turningAway.map((phrase) => phrase.exec(words)?.[0]).find((match) => match !== undefined);
  return found === undefined
    ? []
    : [
        `${what} must not say "${shorten(found)}": the GMS contract asks for an answer to everybody who comes in, so the kiosk tells nobody to come back another time.`,
      ];
}
