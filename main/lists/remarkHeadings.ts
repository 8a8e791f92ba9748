import { foldWords } from './words';

/**
 * How the cells of a column that says more are read.
 * - `marking`: of the appointment; any word in it was put there for check-in
 * - `patientMarking`: of the patient, likewise
 * - `patientFlag`: flags of every kind about the patient, a bare "yes" among them; only those about privacy or reception are ours
 * - `patientWarning`: likewise, but a bare "yes" is about something else
 * - `need`: a need for help with communication or information
 */
export type RemarkKind = 'marking' | 'patientMarking' | 'patientFlag' | 'patientWarning' | 'need';

export interface RemarkColumn {
  kind: RemarkKind;
  /** Index of its cell in a row. */
  column: number;
}

/**
 * Headings as practices choose them in their reports. A bare "Check-in" or "Kiosk" is none of them: its yes and no may mean arrived, or
 * allowed at the kiosk. None of them is a heading of any field: such a column is never
 * taken from one.
 */
export const remarkHeadings: Record<RemarkKind, readonly string[]> = {
  marking: [
    'Check-in note',
    'Check-in notes',
    'Kiosk note',
    'Private',
    'Confidential',
    'Private appointment',
    'Confidential appointment',
  ],
  patientMarking: ['Private patient', 'Confidential patient', "Patient's confidential flag", 'Patient confidential'],
  patientFlag: ['Patient flag', 'Patient flags'],
  patientWarning: ['Patient warning', 'Patient warnings'],
  need: [
    'Communication needs',
    'Communication need',
    'Accessible information needs',
    'Accessible information',
    'Accessible Information Standard',
    'AIS',
    'AIS needs',
    'Information and communication needs',
    'Communication and information needs',
    'Interpreter',
    'Interpreter required',
    'Interpreter needed',
    'Interpreter language',
    'Language needs',
    'Main spoken language',
    'Main language',
  ],
};

const kinds = new Map<string, RemarkKind>();
for (const [kind, headings] of Object.entries(remarkHeadings)) {
  for (const heading of headings) kinds.set(foldWords(heading), kind as RemarkKind);
}

/**
 * The columns of a heading row that say more, all of them: one report may have a column for the interpreter and another for large print.
 * Found only after the heading row is known, so they make no file more or less recognised.
 * @param used columns that a field is read from.
 */
export function remarkColumns(headings: readonly string[], used: ReadonlySet<number>): RemarkColumn[] {
  return headings.slice(0, 500).flatMap((heading, column) => {
    const kind = kinds.get(foldWords(heading));
    return kind === undefined || used.has(column) ? [] : [{ kind, column }];
  });
}
