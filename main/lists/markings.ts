import type { Marking } from '../domain/types';
import { foldWords } from './words';

/** What a cell of a marking column says; `unknownWord`: something, but nothing we know. */
export type MarkingReading = Marking | 'unknownWord';

const noWords = new Set(
  ['no', 'none', 'n', '0', 'false', 'nil', 'na', 'n/a', 'not applicable', 'not private', 'not confidential'].map(
    foldWords,
  ),
);
const yesWords = new Set(['yes', 'y', 'true', '1']);
const ticks = /^[✓✔☑]\uFE0F?$/u;
const timeOfDay = /^\d{1,2}[:.]\d{2}(?:[:.]\d{2})?$/;

const privateWords = /\b(?:private|confidential|do not announce|dont announce)\b/;
const receptionWords = /^reception$|\b(?:see|speak (?:to|with)|talk to|go to|report to|ask at) (?:the )?reception\b/;
/** "No longer confidential", "need not see reception": what such a phrase means is for a human to read. */
const negated =
  /\b(?:not|non|never|no longer|no need|isnt)(?: \w+)? (?:private|confidential|see|speak|talk|go|report|ask)\b/;

/** "Yes", or a tick: what it says is in the heading. */
export function isBareYes(text: string): boolean {
  return ticks.test(text) || yesWords.has(foldWords(text));
}

/**
 * Reads what a column that marks appointments or patients for check-in says, whatever its case and punctuation: a bare "yes" as "private",
 * which shows least.
 */
export function readMarking(text: string): MarkingReading {
  if (isBareYes(text)) return 'private';
  // "Check-in" is also what some reports call the column that says when the patient arrived.
  if (timeOfDay.test(text)) return 'none';
  const folded = foldWords(text);
  // Dashes and dots stand for an empty cell; a sign we do not know stands for something.
  if (folded === '') return /^[\s\-–—._/]*$/.test(text) ? 'none' : 'unknownWord';
  if (noWords.has(folded)) return 'none';
  if (negated.test(folded)) return 'unknownWord';
  if (privateWords.test(folded)) return 'private';
  return receptionWords.test(folded) ? 'seeReception' : 'unknownWord';
}
