import type { Barcode } from '../../preload/contract/rules/barcode';
import type { NameLetter } from '../../preload/contract/rules/letter';
import { writePostcode } from './postcodes';
import type { CaseKey, DemonstrationDay, EndingKind, PlantedCase } from './types';

/** One line of the card: what to type, and what it shows. */
export interface CardRow {
  case: string;
  shows: string;
  /** `d/m/yyyy`, as it is typed at the kiosk. */
  dateOfBirth: string;
  letter: NameLetter;
  /** With its space. Typed only when the kiosk asks for it: in `shows` it says so. */
  postcode: string;
  /** What the barcode of the appointment letter holds, where the card shows that too. */
  barcode: Barcode | null;
}

/** What the card calls each case; null: planted, but not on the card, because another line shows the same. */
const names: Record<CaseKey, string | null> = {
  soon: 'Appointment soon',
  twoAppointments: 'Two appointments',
  alreadyArrived: 'Arrived already',
  tooEarly: 'Appointment much later',
  tooLate: 'Appointment missed',
  byPhone: 'Phone call',
  byVideo: 'Video call',
  homeVisit: 'Home visit',
  otherSite: 'At the other site',
  cancelled: 'Cancelled',
  didNotAttend: null,
  sameBirthday: 'Same birthday as another',
  sameBirthdayAndLetter: 'Same birthday and letter',
  twins: 'Twins',
  leapDay: 'Born on 29 February',
  firstOfJanuary: 'Born on 1 January',
  firstOfJanuaryUnclear: '1 January, three share M',
  siblingOldest: 'Oldest of 3 siblings',
  siblingMiddle: 'Next, hyphenated name',
  siblingYoungest: 'Youngest, a baby',
  oneWordName: 'Name of one word',
  aged104: 'Aged 104',
  apostrophe: "O'Neil (letter O too)",
  diacritics: 'Accent, no online account',
  diacriticsStroke: null,
  longName: 'Name of 60 characters',
  privateAppointment: 'Private appointment',
  seeReception: 'Marked "see reception"',
  beingCalled: 'Being called in now',
  askedToComeIn: 'Phone call, asked to come',
  needListed: 'Needs help, on the list',
  left: 'Left without being seen',
};

/** Whose barcode stands under the table: one is enough to try a scanner, or the keys it would press. */
const scanned: CaseKey = 'soon';

/** The fixed headings of the kiosk (design §11), shortened where the card has no room. */
const endings: Record<EndingKind, string> = {
  checkedIn: 'You are checked in',
  alreadyCheckedIn: 'You are already checked in',
  tooEarly: 'You are too early to check in',
  byPhone: 'Your appointment today is by phone',
  byVideo: 'Your appointment today is by video',
  homeVisit: 'Your appointment today is a home visit',
  otherSite: 'Your appointment is at',
  tooLate: 'Please speak to reception',
  reception: 'Please speak to reception',
};

/** Who to try at the kiosk, in the order of the cases; at most 30 rows, no names. */
export function demonstrationCard(day: DemonstrationDay): CardRow[] {
  const otherSite = day.sites.find((site) => site !== day.site) ?? '';
  return day.cases.flatMap((planted) => {
    const name = names[planted.key];
    if (name === null) return [];
    const { letter, postcode, barcode } = planted;
    return [
      {
        case: name,
        shows: describe(planted, otherSite),
        dateOfBirth: writeDate(planted.dateOfBirth),
        letter,
        postcode: writePostcode(postcode),
        barcode: planted.key === scanned ? barcode : null,
      },
    ];
  });
}

function describe({ ending, isPostcodeAsked }: PlantedCase, otherSite: string): string {
  const heading = ending === 'otherSite' ? `${endings.otherSite} ${otherSite}` : endings[ending];
  return isPostcodeAsked ? `Postcode, then ${heading}` : heading;
}

function writeDate(date: string): string {
  return date.split('-').reverse().map(Number).join('/');
}

const columns: readonly { heading: string; of: (row: CardRow) => string }[] = [
  { heading: 'Who', of: (row) => row.case },
  { heading: 'Date of birth', of: (row) => row.dateOfBirth },
  { heading: 'Letter', of: (row) => row.letter },
  { heading: 'Postcode', of: (row) => row.postcode },
  { heading: 'What the kiosk shows', of: (row) => row.shows },
];

/**
 * The card as a table of fixed width for a terminal: a title, a line of headings, one line for each row, and under it the barcode to try;
 * at most 100 columns.
 */
export function formatCard(rows: readonly CardRow[]): string {
  const cells = [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ of }) => of(row)))];
  const widths = columns.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) =>
    `${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd(),
  );
  const rule = `${widths.map((width) => '-'.repeat(width)).join('  ')}`;
  const [headings = '', ...body] = lines;
  const scans = rows.flatMap((row) => (row.barcode === null ? [] : ['', scanLine(row, row.barcode)]));
  return ['Try these at the kiosk', '', headings, rule, ...body, ...scans].join('\n');
}

function scanLine(row: CardRow, barcode: Barcode): string {
  return `With a scanner: ${barcode} on Welcome, then ${row.dateOfBirth}: ${row.shows}`;
}
