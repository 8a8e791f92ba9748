import type { Mode } from '../domain/types';
import { foldWords } from './words';

/**
 * Words that say how patient and clinician meet, tried in this order on slot type, rota type and flags.
 * "Visit" alone is not enough (health visitor, visit room), and neither is a slot that is merely booked by telephone.
 */
const words: readonly (readonly [Mode, RegExp])[] = [
  ['inPerson', /\b(?:face to face|f2f|ftf|in person|at the surgery|in surgery)\b/],
  [
    'homeVisit',
    /\b(?:home visits?|house visits?|house calls?|acute visits?|visit requests?|home consultations?|domiciliary|care home|nursing home|residential home)\b|^visits?$/,
  ],
  ['video', /\b(?:video|videocall|skype|facetime|attend anywhere)\b/],
  [
    'phone',
    /\b(?:telephone|telephoned|telephones|phone|phones|phonecall|tel|telecon|teleconsultation|call ?backs?|tele ?triage|ring back|t c)\b/,
  ],
];
const bookedByPhone =
  /\b(?:book(?:ed|able|ing|ings)?|request(?:ed)?|cancel(?:led)?)(?: only)? (?:by|on|via|over) (?:the )?(?:tele)?phone\b|\b(?:tele)?phone booking\b/g;
const explicit: readonly (readonly [Mode, RegExp])[] = [
  ['inPerson', /\b(?:clinic|surgery|practice|physical|ambulatory)\b/],
  ['homeVisit', /\b(?:home|visit|visits)\b/],
];

/**
 * How the appointment is held.
 * @param mode what the export's own column for it says; it alone decides when it says anything we know.
 * @param hints flags, slot type and rota type.
 */
export function readMode(mode: string, hints: readonly string[]): Mode {
  const said = firstOf(words, foldWords(mode)) ?? firstOf(explicit, foldWords(mode));
  if (said !== null) return said;
  const readings = hints.map((hint) => firstOf(words, foldWords(hint).replace(bookedByPhone, ' ')));
  // One column that says "face to face" outweighs another that says "telephone": sending a patient away is the worse mistake.
  if (readings.includes('inPerson')) return 'inPerson';
  return readings.find((reading) => reading !== null) ?? 'inPerson';
}

function firstOf(table: readonly (readonly [Mode, RegExp])[], text: string): Mode | null {
  return table.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}
