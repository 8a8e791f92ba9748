import type { Day } from '../../preload/contract/rules/dates';
import type { AppointmentStatus, ListedAppointment } from './types';

/** A row that could not be used, with its line in the file and the reason in plain words that quote no patient data. */
export interface RowProblem {
  line: number;
  reason: string;
}

/** Headings that staff have named for our fields, under a name of their own: a file that has them all is read by them. */
export interface SavedMapping {
  name: string;
  /** Field (`main/lists/fields.ts`) to heading. */
  mapping: Readonly<Record<string, string>>;
}

/** What is seen of a file whose headings are not known, so that staff can say which column is what. */
export interface HeadingsSeen {
  headings: string[];
  /** The first rows, cell by cell under the headings. They hold patient data: for the eyes of staff, never for a log. */
  samples: string[][];
  /** Headings that look like those of a field, by field. */
  suggested: Record<string, string>;
}

/** Why a whole file cannot be used. `message` is one sentence for staff that names the file and says what to do. */
export class UnusableFile extends Error {
  override readonly name = 'UnusableFile';
  constructor(
    readonly file: string,
    message: string,
    readonly why: {
      /** All its appointments are of other days. */
      isOtherDay?: boolean;
      /** It has columns, but not the headings we know. */
      seen?: HeadingsSeen;
    } = {},
  ) {
    super(message);
  }
}

/** Status words of a practice and what each means, as `PracticeRules.statusWords` holds them. */
export type StatusWords = Readonly<Record<string, AppointmentStatus>>;

/** What reading one file tells while it goes on, in this order: one `opened`, then `rows` and `progress` in any order, then one `finished`. */
export type ListEvent =
  | { kind: 'opened'; file: string; profile: string; source: string }
  | { kind: 'rows'; rows: ListedAppointment[] }
  | { kind: 'progress'; bytesRead: number; bytesTotal: number }
  | {
      kind: 'finished';
      /** Data rows for the day asked for, good and bad; preamble, blank and totals rows are not rows. */
      rows: number;
      /** Rows of `rows` that could not be used. */
      bad: number;
      /** Rows of another day: left out, not an error of the list. */
      otherDays: number;
      /** At most 1,000, in line order. */
      problems: RowProblem[];
    };

/** Reads somebody else's appointment data into our shape; writes nothing (design §2 "List"). */
export interface List {
  /**
   * Reads `path` for `day`.
   * @param name how the file is called in messages (its base name).
   * @param statusWords the practice's own status words (`PracticeRules.statusWords`), over those of both systems; compared folded.
   * @param mappings headings named by staff; they go before those we know by ourselves.
   * @throws UnusableFile when the file as a whole cannot be used; nothing it yielded may be kept then.
   */
  read(
    path: string,
    name: string,
    day: Day,
    statusWords: StatusWords,
    mappings?: readonly SavedMapping[],
  ): AsyncIterable<ListEvent>;
}
