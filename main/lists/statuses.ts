import type { StatusWords } from '../domain/list';
import type { AppointmentStatus } from '../domain/types';
import { foldWords } from './words';

/**
 * What a status cell says: one of our statuses, a slot nobody has booked, or a word we do not know. `unknown` is a word of which the
 * practice itself has said that reception must look at it.
 */
export type StatusReading = AppointmentStatus | 'emptySlot' | 'unknownWord';

/**
 * The status words of both clinical systems (domain.md "Day lists"), those practices were seen to add, and the FHIR words that integration
 * tools write. A word that is not here is never guessed: its row is reported.
 */
const wordsOf: Record<Exclude<StatusReading, 'unknown' | 'unknownWord'>, readonly string[]> = {
  // "Late" says that the patient was not there on time, not that they are here: whether they may still check in, the window decides.
  booked: [
    'Booked',
    'Slot booked',
    'Booked online',
    'Booked by patient',
    'Pre-booked',
    'Confirmed',
    'Late',
    'Running late',
    'Not arrived',
  ],
  arrived: [
    'Arrived',
    'Patient arrived',
    'Arrived late',
    'Checked in',
    'Checked-in',
    'Self arrived',
    'Waiting',
    'In waiting room',
  ],
  sentIn: [
    'Send in',
    'Sent in',
    'Quiet send in',
    'Quiet sent in',
    'Called',
    'Call in',
    'Started',
    'In progress',
    'With clinician',
    'In consultation',
    'Arrived/Started',
  ],
  seen: [
    'Seen',
    'Finished',
    'Completed',
    'Complete',
    'Fulfilled',
    'Attended',
    'Consultation finished',
    'Telephoned',
    'Visited',
  ],
  left: [
    'Left',
    'Patient left',
    'Walked out',
    'Patient walked out',
    'Did not wait',
    'Left without being seen',
    'Left - not seen',
  ],
  didNotAttend: [
    'DNA',
    "DNA'd",
    'DNAd',
    'Did not attend',
    'Failed to attend',
    'FTA',
    'No show',
    'Noshow',
    'Not attended',
  ],
  cancelled: [
    'Cancelled',
    'Canceled',
    'Cancelled by patient',
    'Cancelled by practice',
    'Cancelled by surgery',
    'Cancelled by unit',
    'Cancelled by clinician',
    'Cancelled by organisation',
    'Cancelled by other service',
    'Cancelled by carer',
    'Cancelled online',
    'Patient cancelled',
    'Practice cancelled',
    'Appointment cancelled',
    'Slot cancelled',
    'Could not attend',
    'Entered in error',
    'Entered-in-error',
  ],
  emptySlot: [
    'Available',
    'Slot available',
    'Free',
    'Free slot',
    'Unbooked',
    'Not booked',
    'Unused',
    'Blocked',
    'Slot blocked',
    'Embargoed',
    'Slot embargoed',
    'Reserved',
  ],
};

const builtIn = new Map<string, StatusReading>();
for (const [reading, words] of Object.entries(wordsOf)) {
  for (const word of words) builtIn.set(foldWords(word), reading as StatusReading);
}

/**
 * Makes the reader of status words: the practice's own (`statusWords`) over the table of both systems, whatever their case; a time or a
 * remark in brackets after the word (`Arrived (09:55)`) is left out.
 */
export function createStatusReading(statusWords: StatusWords): (text: string) => StatusReading {
  const readings = new Map(builtIn);
  for (const [word, status] of Object.entries(statusWords)) {
    const folded = foldWords(word);
    // A blank status stays a blank one, whatever the practice has written down.
    if (folded !== '') readings.set(folded, status);
  }
  return (text) => {
    const whole = readings.get(foldWords(text));
    if (whole !== undefined) return whole;
    const bare = text
      .slice(0, 200)
      .replace(/\([^)]*\)/g, ' ')
      .replace(/\b(?:at\s+)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?/g, ' ');
    return readings.get(foldWords(bare)) ?? 'unknownWord';
  };
}

/** Reads a status word of either system, without any practice's own words. */
export const readStatus = createStatusReading({});
