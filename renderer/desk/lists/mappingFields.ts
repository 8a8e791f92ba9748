/** Fields that most files have, in the order they are asked for; all others come after them, folded away. */
const firstFields: readonly string[] = [
  'date',
  'time',
  'start',
  'clinician',
  'status',
  'familyName',
  'givenName',
  'patientName',
  'dateOfBirth',
  'postcode',
  'nhsNumber',
];

interface MappableField {
  field: string;
  isNeeded: boolean;
}

/** The fields in two groups: those to look at, and those that few files have. */
export function inGroups(fields: readonly MappableField[]): { first: MappableField[]; more: MappableField[] } {
  const place = ({ field }: MappableField): number => firstFields.indexOf(field);
  return {
    first: fields.filter((one) => place(one) >= 0).sort((one, other) => place(one) - place(other)),
    more: fields.filter((one) => place(one) < 0),
  };
}

/** The mapping with one field changed; an empty heading takes it out. A heading belongs to one field, so another field loses it. */
export function withHeading(
  mapping: Readonly<Record<string, string>>,
  field: string,
  heading: string,
): Record<string, string> {
  const others = Object.entries(mapping).filter(([one, chosen]) => one !== field && chosen !== heading);
  return Object.fromEntries(heading === '' ? others : [...others, [field, heading]]);
}

/** What the first rows hold in a column, without blanks and repeats. */
export function samplesOf(
  { headings, samples }: { headings: readonly string[]; samples: readonly (readonly string[])[] },
  heading: string,
): string[] {
  const column = headings.indexOf(heading);
  const cells = samples.map((cellsOfRow) => cellsOfRow[column] ?? '').filter((cell) => cell !== '');
  return column < 0 ? [] : [...new Set(cells)].slice(0, 3);
}
