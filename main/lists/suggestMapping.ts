import { fields, type Field } from './fields';
import { commonHeadings, emisHeadings, systmOneHeadings } from './profileHeadings';
import { foldWords } from './words';

/** Less alike than that is no suggestion: a wrong one that nobody notices is worse than none. */
const leastLikeness = 0.55;

/** Words that practices' own spreadsheets use, and no export of either system. */
const moreHeadings: Partial<Record<Field, readonly string[]>> = {
  clinician: ['Who with', 'Seeing whom', 'GP', 'Seeing', 'Appointment with', 'Consultant', 'Doctor or nurse'],
  familyName: ['Name last'],
  givenName: ['Name first'],
  dateOfBirth: ['Birthday', 'Birth'],
  status: ['State', 'Attendance', 'Booking status', 'Booked', 'Booked or not'],
  date: ['Day', 'Day of appointment', 'When'],
  time: ['At', 'At what time', 'From', 'Slot'],
  postcode: ['PCode', 'Post cd'],
};

/** Headings that look like those of a field, by field: each field and each heading once, the most alike first. */
export function suggestMapping(headings: readonly string[]): Record<string, string> {
  const pairs = fields
    .flatMap((field) => headings.map((heading) => ({ field, heading, score: likenessOf(field, heading) })))
    .filter(({ score }) => score >= leastLikeness)
    .sort((one, other) => other.score - one.score);
  const suggested: Record<string, string> = {};
  const used = new Set<string>();
  for (const { field, heading } of pairs) {
    if (suggested[field] !== undefined || used.has(heading)) continue;
    suggested[field] = heading;
    used.add(heading);
  }
  // One column with the whole moment would be read beside date and time, and a whole name beside its parts: the parts are surer.
  if (suggested['date'] !== undefined && suggested['time'] !== undefined) delete suggested['start'];
  return suggested;
}

function likenessOf(field: Field, heading: string): number {
  const folded = foldWords(heading);
  const known = [emisHeadings, systmOneHeadings, commonHeadings, moreHeadings].flatMap((some) => some[field] ?? []);
  return Math.max(0, ...known.map((one) => likeness(foldWords(one), folded)));
}

/** From 0 to 1: words in common (in whatever order), or pairs of letters in common (misspelt, run together). */
function likeness(one: string, other: string): number {
  if (one === other) return 1;
  return 0.95 * Math.max(shared(one.split(' '), other.split(' ')), shared(pairsOf(one), pairsOf(other)));
}

/** Twice what is in both by what is in each. */
function shared(one: readonly string[], other: readonly string[]): number {
  const left = [...other];
  const common = one.filter((part) => {
    const place = left.indexOf(part);
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
  return one.length + other.length === 0 ? 0 : (2 * common.length) / (one.length + other.length);
}

function pairsOf(text: string): string[] {
  const run = text.replaceAll(' ', '');
  return Array.from({ length: Math.max(0, run.length - 1) }, (_, index) => run.slice(index, index + 2));
}
