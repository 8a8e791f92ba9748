import type { DeskRow, RowAppointment } from '../../../preload/contract/desk/arrivals';

export const rowFilters = ['all', 'waiting', 'called', 'notCheckedIn', 'done'] as const;
export type RowFilter = (typeof rowFilters)[number];

/** What a desk wants to see. `clinician` null: everybody's. */
export interface RowView {
  filter: RowFilter;
  clinician: string | null;
  text: string;
}

const stageOrder = { waiting: 0, called: 1, notCheckedIn: 2, done: 3 } as const;

/** Waiting ones first, by the start of their next appointment; then called, then not checked in, then done. */
export function orderRows(rows: readonly DeskRow[]): DeskRow[] {
  return [...rows].sort(
    (one, other) =>
      stageOrder[one.stage] - stageOrder[other.stage] ||
      compare(startOfRow(one), startOfRow(other)) ||
      compare(one.since, other.since) ||
      compare(one.visitId, other.visitId),
  );
}

/** The rows of a view, in order. */
export function viewRows(rows: readonly DeskRow[], view: RowView): DeskRow[] {
  const words = foldedWords(view.text);
  return orderRows(
    rows.filter(
      (row) =>
        (view.filter === 'all' || row.stage === view.filter) &&
        (view.clinician === null || row.appointments.some(({ clinician }) => clinician === view.clinician)) &&
        fits(row, words),
    ),
  );
}

/** How many there are of each stage, for the filters. */
export function countRows(rows: readonly DeskRow[]): Record<RowFilter, number> {
  const counts = { all: rows.length, waiting: 0, called: 0, notCheckedIn: 0, done: 0 };
  for (const row of rows) counts[row.stage] += 1;
  return counts;
}

/** The appointment a row stands in the order for: the first they are checked in to, else the first there is. */
export function firstAppointment(row: DeskRow): RowAppointment | undefined {
  const byStart = [...row.appointments].sort((one, other) => compare(one.start, other.start));
  return byStart.find(({ state }) => state === 'arrived') ?? byStart[0];
}

/** Whether any appointment of a row answers a question. */
export function hasAppointment(row: DeskRow, asks: (appointment: RowAppointment) => boolean): boolean {
  return row.appointments.some(asks);
}

function startOfRow(row: DeskRow): string {
  // Who has no appointment that is known comes by when they came, after everybody of that minute.
  return firstAppointment(row)?.start ?? `${row.since.slice(0, 16)}~`;
}

/** Every word that was typed begins a word of the name, or is part of ticket, NHS number or clinician. */
function fits(row: DeskRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const names = foldedWords(
    `${row.firstName} ${row.lastName} ${row.appointments.map((one) => one.clinician).join(' ')}`,
  );
  const marks = [
    row.ticket ?? '',
    row.nhsNumber ?? '',
    row.dateOfBirth,
    row.dateOfBirth.split('-').reverse().join('/'),
  ];
  return words.every(
    (word) => names.some((name) => name.startsWith(word)) || marks.some((mark) => fold(mark).startsWith(word)),
  );
}

function foldedWords(text: string): string[] {
  return fold(text)
    .split(/[\s,'’-]+/u)
    .filter((word) => word !== '');
}

/** Strokes and marks do not matter to whoever searches. */
function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/ł/giu, 'l').replace(/ø/giu, 'o').toLowerCase();
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
