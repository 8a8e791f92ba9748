import {
  asObject,
  checkFields,
  checkOneOf,
  checkTable,
  checkText,
  checkTextOrNone,
  checkTexts,
  checkWhole,
  checkYesOrNo,
  longest,
} from './checks';
import { callings } from './choices';
import { checkHours } from './hours';

const mostLanguages = 40;
const choicesOfQuestion = { least: 2, most: 6 };

/** What is wrong with what comes after the tick: calling, places, texts and sounds, and the questions. */
export function checkAfterwards(rules: Record<string, unknown>): string[] {
  const kept = rules['visitsKeptDays'];
  return [
    ...checkOneOf('Who calls patients in', rules['calling'], callings),
    ...checkTable('Waiting areas and rooms', rules['places'], checkPlace),
    ...checkTextOrNone('The waiting area', rules['waitingArea'], longest.label),
    ...checkTextOrNone('What the picture of the way shows', rules['mapWords'], longest.text),
    ...checkTextOrNone('The line about clean hands', rules['hygieneLine'], longest.text),
    ...checkYesOrNo('Whether a sound is heard after a check-in', rules['isSuccessSoundOn']),
    ...checkYesOrNo('Whether a sound is heard when somebody needs help', rules['isHelpSoundOn']),
    ...checkYesOrNo('Whether patients are asked for their needs', rules['isNeedsQuestionAsked']),
    // Longer than visits are kept nothing is remembered, so a larger number would promise what cannot be.
    ...checkWhole(
      'Days in which the question for needs is not asked again',
      rules['needsQuestionAgainDays'],
      0,
      typeof kept === 'number' && Number.isInteger(kept) ? kept : 3660,
    ),
    ...checkTexts('Languages of interpreters', rules['interpreterLanguages'], mostLanguages, longest.language),
    ...checkOwnQuestion(rules['ownQuestion']),
    ...checkHours("Hours without the practice's own question", rules['ownQuestionOff']),
  ];
}

function checkPlace(what: string, value: unknown): string[] {
  const place = asObject(value);
  if (place === null) return [`${what} must have a waiting area and a room, or null for either.`];
  return [
    ...checkFields(what, place, ['waitingArea', 'room']),
    ...checkTextOrNone(`${what}: the waiting area`, place['waitingArea'], longest.label),
    ...checkTextOrNone(`${what}: the room`, place['room'], longest.label),
  ];
}

function checkOwnQuestion(value: unknown): string[] {
  if (value === null) return [];
  const question = asObject(value);
  if (question === null) return ["The practice's own question must be null or have a text and choices."];
  const choices = question['choices'];
  const { least, most } = choicesOfQuestion;
  const what = "The choices of the practice's own question";
  const isRightNumber = Array.isArray(choices) && choices.length >= least && choices.length <= most;
  return [
    ...checkFields("The practice's own question", question, ['text', 'choices']),
    ...checkText("The practice's own question", question['text'], longest.text),
    ...(isRightNumber ? checkTexts(what, choices, most, longest.label) : [`${what} must be ${least} to ${most}.`]),
  ];
}
