import { foldName } from '../../../preload/contract/rules/letter';
import { markingOf, patientMarkingOf } from '../marking';
import type { KnownPatient } from '../patients';
import { minute } from '../time';
import type { PracticeRules } from '../types';

/** A call stays on the boards this long after somebody last made it. */
export const callStandsMilliseconds = 5 * minute;
/** Until it is answered it repeats by itself. */
export const callRepeatsMilliseconds = 40_000;
/** Calls that a board shows. */
export const mostCallsShown = 12;

/** What a board shows of whom it calls: a ticket, or a name. */
export interface Shown {
  shown: string;
  isTicket: boolean;
}

/**
 * Whether a board may show a name: never of a patient or an appointment that is private or flagged, whether by a list or by staff, nor
 * where the list no longer says what it is.
 */
export function mayBeNamed(
  patient: KnownPatient,
  { isFlagged, rules }: { isFlagged: boolean; rules: PracticeRules },
): boolean {
  const listed = new Set(patient.appointments.map(({ id }) => id));
  const arrivals = patient.visits.flatMap((visit) => visit.arrivals);
  return (
    !isFlagged &&
    !patient.visits.some(({ hasPrivate, notCheckedIn }) => hasPrivate || notCheckedIn === 'private') &&
    patientMarkingOf(patient.appointments) === 'none' &&
    patient.appointments.every((appointment) => markingOf(appointment, rules) === 'none') &&
    arrivals.every(({ appointmentId }) => appointmentId !== null && listed.has(appointmentId))
  );
}

/** First name and initial of the last name; null where there is no first name, as a bare initial names nobody. */
export function boardName({ firstName, lastName }: { firstName: string; lastName: string }): string | null {
  const first = firstName.trim();
  const initial = [...lastName.trim().normalize('NFC')][0]?.toUpperCase();
  if (first === '') return null;
  return initial === undefined ? first : `${first} ${initial}`;
}

/**
 * Whether a name on a board calls one person only: of two who are shown alike, the wrong one would come and be taken for the other. Marks and
 * capitals are no difference, as nobody hears them.
 * @param others everybody else who may be sitting in the waiting room.
 */
export function isNameOfOne(name: string, others: readonly { firstName: string; lastName: string }[]): boolean {
  return others.every((other) => foldName(boardName(other) ?? '') !== foldName(name));
}

/** What is shown of somebody; null: nothing may be, so they are fetched. @param name null where none may be shown. */
export function shownOf({ ticket, name }: { ticket: string | null; name: string | null }): Shown | null {
  if (name !== null) return { shown: name, isTicket: false };
  return ticket === null ? null : { shown: ticket, isTicket: true };
}

/** A call as it is spoken; a ticket sign by sign, so that no voice makes a word of it. */
export function speechOf({
  shown,
  isTicket,
  room,
  direction,
}: Shown & { room: string | null; direction: string | null }): string {
  const who = isTicket ? `Ticket ${[...shown].join(', ')}.` : sentence(shown);
  const where = room === null ? null : sentence(`Please go to ${roomInWords(room)}`);
  return [who, where ?? 'Please come now.', direction === null ? null : sentence(direction)]
    .filter((part) => part !== null)
    .join(' ');
}

/** "4" and "Room 4" are both "room 4"; "Treatment room" stays what it is. */
function roomInWords(room: string): string {
  const name = room.trim();
  if (/^\p{L}?\d+\p{L}?$/u.test(name)) return `room ${name}`;
  return name.replace(/^Room\b/, 'room');
}

function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** Signs that nobody mistakes for each other, by eye or by ear (`ticket.ts` says which and why); no vowel, so no word can appear. */
const codeSigns = [...'DFJKMQRWXY2346789'];
const codeLength = 6;
/** A code that nobody has typed by then is replaced. */
export const codeStandsMilliseconds = 15 * minute;

/** A code by which staff pair a board. @param random gives [0, 1); asked once for each sign. */
export function makeCode(random: () => number): string {
  const sign = (): string => codeSigns[Math.floor(random() * codeSigns.length)] ?? '';
  return Array.from({ length: codeLength }, sign).join('');
}

/** A code as somebody typed it: small letters, spaces and hyphens make no other one. */
export function foldCode(typed: string): string {
  return typed.replace(/[\s-]/g, '').toUpperCase();
}
