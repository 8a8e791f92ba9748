import type { Day } from '../../preload/contract/rules/dates';
import type { RowProblem, StatusWords } from '../domain/list';
import type { ListedAppointment } from '../domain/types';
import { cleanCell } from './cells';
import { fingerprint } from './fingerprint';
import { groupable } from './grouping';
import type { Layout } from './layout';
import { memoize } from './memoize';
import { fields, type Field } from './fields';
import { createRowReading, type Cells } from './readRow';
import type { CsvRecord } from './records';
import { createRemarksReading } from './remarks';
import { createStatusReading, type StatusReading } from './statuses';
import { readMoment, readTime, type Moment } from './times';

const mostProblems = 1000;
const totalsWords =
  /^(?:grand |sub ?-?)?totals?\b|^(?:row |record |appointment )?counts?\b|^(?:number|no\.?) of |^end of (?:report|list)|^page \d|^records?:/i;
const patientFields = ['patientName', 'familyName', 'givenName', 'dateOfBirth', 'nhsNumber', 'patientId'] as const;

const blankCells = Object.fromEntries(fields.map((field) => [field, ''])) as Record<Field, string>;

/** What a file came to (see `ListEvent` "finished"), and what decides whether it is for the day at all. */
export interface Tally {
  rows: number;
  bad: number;
  otherDays: number;
  problems: RowProblem[];
  /** Rows that certainly belong to the day, good or bad. */
  ofTheDay: number;
  daysHeld: ReadonlySet<Day>;
  /** The last row is shorter than all others: with no line break after it the file was cut off there. */
  isLastRowShort: boolean;
}

/** Turns the records below the heading row into appointments of one day and keeps count of what could not be used. */
export class RowReader {
  private readonly carried: Partial<Record<Field, string>> = {};
  /** First line of each row of the day, to notice exact repeats. */
  private readonly seen = new Map<number, number>();
  private readonly days = new Set<Day>();
  private readonly problems: RowProblem[] = [];
  private readonly columns: readonly (readonly [Field, number])[];
  private readonly readRow;
  private readonly readRemarks;
  private readonly status: (text: string) => StatusReading;
  private readonly moment = memoize(readMoment);
  private readonly time = memoize(readTime);
  private rows = 0;
  private bad = 0;
  private otherDays = 0;
  private ofTheDay = 0;
  private shortRows = 0;
  private isLastRowShort = false;

  constructor(
    private readonly layout: Layout,
    private readonly day: Day,
    statusWords: StatusWords,
  ) {
    this.columns = fields.flatMap((field) => {
      const column = layout.columns[field];
      return column === undefined ? [] : [[field, column] as const];
    });
    this.status = memoize(createStatusReading(statusWords));
    this.readRow = createRowReading(day, this.status, (field) => this.nameOf(field));
    this.readRemarks = createRemarksReading(layout.remarks, (column) => this.headingAt(column));
  }

  /** The appointment of a record, or null when it is not one that can be used; then it is counted as what it is. */
  read(record: CsvRecord): ListedAppointment | null {
    if (record.line <= this.layout.headingLine) return null;
    const cells = this.cellsOf(record);
    if (!this.isRow(record, cells)) return null;
    const isShort = record.cells.length < this.layout.headings.length;
    this.isLastRowShort = isShort && this.shortRows === 0;
    if (isShort) this.shortRows += 1;

    const dateField: Field = cells.date === '' && cells.start !== '' ? 'start' : 'date';
    const moment = this.moment(cells[dateField]);
    if (moment === null) {
      const name = this.nameOf(dateField);
      return this.refuse(record, [cells[dateField] === '' ? `${name} is blank` : `${name} is not a date`]);
    }
    // A stray quotation mark swallows the rows after it: whatever the cells say then, they are not one appointment.
    if (record.lineBreaks > 0 && this.holdsOtherRows(record))
      return this.refuse(record, ['the row runs into the next one']);
    this.days.add(moment.day);
    if (moment.day !== this.day) {
      this.otherDays += 1;
      return null;
    }
    this.ofTheDay += 1;
    if (this.hasExtraCells(record)) return this.refuse(record, ['the row has more cells than there are headings']);
    const reading = this.readRow(withTimeOf(moment, cells), this.readRemarks(record.cells), record.line);
    if ('reasons' in reading) return this.refuse(record, reading.reasons);

    const firstLine = this.firstLineOf(record, cells);
    if (firstLine !== null) {
      this.note(record.line, `the same row as line ${firstLine}; counted once`);
      return null;
    }
    this.rows += 1;
    if (reading.note !== null) this.note(record.line, reading.note);
    return reading.appointment;
  }

  tally(): Tally {
    const { rows, bad, otherDays, problems, ofTheDay, isLastRowShort } = this;
    return { rows, bad, otherDays, problems, ofTheDay, daysHeld: this.days, isLastRowShort };
  }

  private cellsOf(record: CsvRecord): Record<Field, string> {
    const cells = { ...blankCells };
    for (const [field, column] of this.columns) {
      const cell = record.cells[column];
      if (cell !== undefined && cell !== '') cells[field] = cleanCell(cell);
    }
    return cells;
  }

  /**
   * Is this record an appointment at all, and not a blank line, totals, a footer, headings repeated on a new page, a group heading or a slot
   * that nobody has booked? Fills the cells a grouped report leaves blank.
   */
  private isRow(record: CsvRecord, cells: Record<Field, string>): boolean {
    let filled = 0;
    let first = '';
    for (const cell of record.cells) {
      if (cell === '' || cell.trim() === '') continue;
      filled += 1;
      if (filled === 1) first = cell.trim();
      if (filled > 3) break;
    }
    if (filled === 0) return false;
    if (filled <= 3 && totalsWords.test(first)) return false;
    if (this.columns.every(([, column]) => (record.cells[column] ?? '').trim() === this.layout.headings[column]))
      return false;
    const hasTime = this.time(cells.time) !== null || this.time(cells.start) !== null;
    const isOfPatient = patientFields.some((field) => cells[field] !== '');
    const hasDate = this.moment(cells.date) !== null || this.moment(cells.start) !== null;
    if (isOfPatient && filled <= 2 && !hasTime && !hasDate) return false;
    // A footer in the first column ("Printed by …") is no date for the rows below it.
    if (!isOfPatient && !hasDate && (cells.date !== '' || cells.start !== '')) return false;
    this.fillRepeated(cells);
    if (isOfPatient) return true;
    return hasTime && cells.status !== '' && this.status(cells.status) !== 'emptySlot';
  }

  private fillRepeated(cells: Record<Field, string>): void {
    for (const field of groupable) {
      if (!this.layout.grouped.has(field)) continue;
      if (cells[field] === '') cells[field] = this.carried[field] ?? '';
      else this.carried[field] = cells[field];
    }
  }

  private hasExtraCells(record: CsvRecord): boolean {
    return record.cells.slice(this.layout.headings.length).some((cell) => cell.trim() !== '');
  }

  private firstLineOf(record: CsvRecord, cells: Cells): number | null {
    const key = fingerprint([record.cells, [cells.date, cells.start, cells.clinician, cells.location]]);
    const first = this.seen.get(key);
    if (first === undefined) this.seen.set(key, record.line);
    return first ?? null;
  }

  private refuse(record: CsvRecord, reasons: string[]): null {
    // A stray quotation mark runs rows together: each of its lines may have been an appointment.
    const lines = record.lineBreaks > 0 && this.holdsOtherRows(record) ? record.lineBreaks + 1 : 1;
    this.rows += lines;
    this.bad += lines;
    const span =
      lines === 1 ? '' : `; a quotation mark runs lines ${record.line} to ${record.line + record.lineBreaks} together`;
    this.note(record.line, reasons.join('; ') + span);
    return null;
  }

  private holdsOtherRows(record: CsvRecord): boolean {
    if (this.hasExtraCells(record)) return true;
    return record.cells.some(
      (cell) => cell.includes('\n') && cell.split(this.layout.delimiter).length >= this.layout.headings.length,
    );
  }

  private note(line: number, reason: string): void {
    if (this.problems.length < mostProblems) this.problems.push({ line, reason });
  }

  /** A heading as this file spells it, for messages. */
  private nameOf(field: Field): string {
    const column = this.layout.columns[field];
    return column === undefined ? `“${field}”` : this.headingAt(column);
  }

  private headingAt(column: number): string {
    return `“${(this.layout.headings[column] ?? '').replace(/\s+/g, ' ').slice(0, 60)}”`;
  }
}

/** A date cell that carries the time as well stands in for a blank time cell. */
function withTimeOf(moment: Moment, cells: Cells): Cells {
  return cells.time === '' && moment.time !== null ? { ...cells, time: moment.time } : cells;
}
