import { clockTimeSchema, readDateOfBirth, type ClockTime, type Day } from '../../../preload/contract/rules/dates';
import { readPostcode, type FoldedPostcode } from '../../../preload/contract/rules/postcode';
import type { DateOfBirth } from '../../../preload/contract/rules/dates';

/** The form "Add to today's list", as typed. */
export interface TypedForm {
  start: string;
  clinician: string;
  lastName: string;
  dateOfBirth: string;
  firstName: string;
  postcode: string;
}

export const emptyForm: TypedForm = {
  start: '',
  clinician: '',
  lastName: '',
  dateOfBirth: '',
  firstName: '',
  postcode: '',
};

export type FormProblem = 'start' | 'clinician' | 'lastName' | 'dateOfBirth' | 'inFuture' | 'tooLongAgo' | 'postcode';

export interface ReadRow {
  start: ClockTime;
  clinician: string;
  lastName: string;
  firstName: string;
  dateOfBirth: DateOfBirth;
  postcode?: FoldedPostcode;
}

export type FormReading =
  { ok: true; row: ReadRow } | { ok: false; problems: Partial<Record<keyof TypedForm, FormProblem>> };

/**
 * Reads the form. All that is wrong is told at once, each at its field.
 * @param today the London day.
 */
export function readForm(form: TypedForm, today: Day): FormReading {
  const problems: Partial<Record<keyof TypedForm, FormProblem>> = {};
  const start = readStart(form.start);
  if (start === null) problems.start = 'start';
  const clinician = form.clinician.trim();
  if (clinician === '') problems.clinician = 'clinician';
  const lastName = form.lastName.trim();
  if (lastName === '') problems.lastName = 'lastName';
  const born = readBirth(form.dateOfBirth, today);
  if (typeof born === 'object') problems.dateOfBirth = born.problem;
  const postcode = readPostcode(form.postcode);
  if (!postcode.ok && postcode.problem !== 'empty') problems.postcode = 'postcode';
  if (start === null || typeof born === 'object' || Object.keys(problems).length > 0) return { ok: false, problems };
  const row: ReadRow = { start, clinician, lastName, firstName: form.firstName.trim(), dateOfBirth: born };
  if (postcode.ok) row.postcode = postcode.postcode;
  return { ok: true, row };
}

/** A time as people type it: 10:20, 10.20, 1020, 930, 9:30, 2:15pm, 2pm. Without am or pm, 1 to 6 o'clock is the afternoon: no surgery is open before. */
export function readStart(text: string): ClockTime | null {
  const typed = text.trim().toLowerCase().replaceAll(' ', '');
  const match = /^(\d{1,2})(?:[:.]?(\d{2}))?(am|pm)?$/.exec(typed);
  if (match === null) return null;
  const [, hourText = '', minuteText, half] = match;
  // A bare hour could be half of a time that is still being typed.
  if (minuteText === undefined && half === undefined) return null;
  const hour = wholeHour(Number(hourText), half, hourText.startsWith('0'));
  if (hour === null) return null;
  const reading = clockTimeSchema.safeParse(`${String(hour).padStart(2, '0')}:${minuteText ?? '00'}`);
  return reading.success ? reading.data : null;
}

function wholeHour(hour: number, half: string | undefined, isTwentyFour: boolean): number | null {
  if (half === undefined) return !isTwentyFour && hour >= 1 && hour <= 6 ? hour + 12 : hour;
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === 'pm' ? 12 : 0);
}

/** A date of birth in one field: day, month, year, parted by anything, or eight digits run together. */
export function readBirth(text: string, today: Day): DateOfBirth | { problem: FormProblem } {
  const runTogether = /^(\d{2})(\d{2})(\d{4})$/.exec(text.trim());
  const [day = '', month = '', year = '', ...more] = runTogether?.slice(1) ?? text.trim().split(/[\s/.,-]+/);
  if (more.length > 0) return { problem: 'dateOfBirth' };
  const reading = readDateOfBirth({ day, month, year }, today);
  if (reading.ok) return reading.dateOfBirth;
  const { problem } = reading;
  return { problem: problem === 'inFuture' || problem === 'tooLongAgo' ? problem : 'dateOfBirth' };
}
