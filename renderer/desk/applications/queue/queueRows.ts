import type { ApplicationRow, NextStep } from '../../../../preload/contract/desk/applications';
import type { Role } from '../../../../preload/contract/desk/roles';
import { isForRoles } from '../acting/panels';

/** What a desk wants to see of the open applications. `mine`: where this person can do the next step. `step` null: every next step. */
export interface QueueView {
  filter: 'all' | 'mine';
  step: NextStep | null;
  text: string;
}

/**
 * Open ones: what is due today or overdue first, then the newest, as they stand at the desk; those with a place for later, or who come back,
 * after the others.
 * @param today the London day.
 */
export function orderOpen(rows: readonly ApplicationRow[], today: string): ApplicationRow[] {
  return rows
    .filter(({ ended }) => ended === null)
    .sort(
      (one, other) =>
        Number(isDue(other, today)) - Number(isDue(one, today)) ||
        (isDue(one, today) ? compare(one.dueOn ?? '', other.dueOn ?? '') : 0) ||
        Number(isAway(one)) - Number(isAway(other)) ||
        compare(other.sentAt, one.sentAt) ||
        compare(one.applicationId, other.applicationId),
    );
}

/** Those that ended in the last days, the latest first. */
export function orderEnded(rows: readonly ApplicationRow[]): ApplicationRow[] {
  return rows
    .filter(({ ended }) => ended !== null)
    .sort((one, other) => compare(other.endedAt ?? '', one.endedAt ?? ''));
}

/** The rows of a view, in the order they came in. */
export function viewQueue(
  rows: readonly ApplicationRow[],
  { filter, step, text }: QueueView,
  roles: readonly Role[],
): ApplicationRow[] {
  const words = foldedWords(text);
  return rows.filter(
    (row) =>
      (filter === 'all' || isForRoles(row.next, roles)) && (step === null || row.next === step) && fits(row, words),
  );
}

/** Whether its day has come. */
export function isDue({ dueOn }: Pick<ApplicationRow, 'dueOn'>, today: string): boolean {
  return dueOn !== null && String(dueOn) <= today;
}

/** Whether its day is over. */
export function isOverdue({ dueOn }: Pick<ApplicationRow, 'dueOn'>, today: string): boolean {
  return dueOn !== null && String(dueOn) < today;
}

/** Nobody waits at the desk for it now. */
function isAway({ next, isForLater, identity }: ApplicationRow): boolean {
  return next === 'verify' && (isForLater || identity === 'comeBack');
}

/** Every word that was typed begins a word of the name, or is part of the reference, with or without its dash. */
function fits({ firstName, lastName, reference }: ApplicationRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const names = foldedWords(`${firstName} ${lastName}`);
  const marks = [...foldedWords(reference), fold(reference).replaceAll('-', '')];
  return words.every((word) => [...names, ...marks].some((one) => one.startsWith(word)));
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
