/** One step from a version of the file to the next. Once released it is never changed: practices' files have been through it. */
export interface Migration {
  /** The version the file has afterwards; versions count up from 1 without a gap. */
  version: number;
  /** SQL that runs in one transaction. Plain types only (text, integer): the same tables must later stand on PostgreSQL. */
  statements: string;
}
