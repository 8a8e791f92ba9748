import type { DateOfBirth } from '../../../preload/contract/rules/dates';
import {
  slipFieldsOf,
  slipProblem,
  tidySlipValue,
  type SlipField,
  type SlipProblem,
  type SlipSystem,
  type SlipValues,
} from '../../../preload/contract/rules/slipValues';
import type { ApplicationForm } from '../../domain/application/types';

/** Which detail is wrong, and how. */
export interface WrongDetail {
  field: SlipField;
  problem: SlipProblem;
}

export type DetailsReading =
  { kind: 'details'; values: SlipValues | null } | { kind: 'wrong'; problems: WrongDetail[] };

/**
 * The details of a slip as somebody typed them: tidied, checked as the desk's page does, and never the patient's own number or birthday, which
 * no slip may hold (design §8). `values` null: this system has none.
 */
export function readDetails(
  system: SlipSystem,
  typed: SlipValues,
  form: Pick<ApplicationForm, 'nhsNumber' | 'dateOfBirth' | 'asker'>,
): DetailsReading {
  const fields = slipFieldsOf(system);
  if (fields.length === 0) return { kind: 'details', values: null };
  const values: SlipValues = { odsCode: '', accountId: '', secret: '' };
  const problems: WrongDetail[] = [];
  for (const field of fields) {
    values[field] = tidySlipValue(field, typed[field]);
    const problem = slipProblem(field, values[field]) ?? whoseOwn(values[field], form);
    if (problem !== null) problems.push({ field, problem });
  }
  return problems.length > 0 ? { kind: 'wrong', problems } : { kind: 'details', values };
}

function whoseOwn(
  value: string,
  { nhsNumber, dateOfBirth, asker }: Pick<ApplicationForm, 'nhsNumber' | 'dateOfBirth' | 'asker'>,
): SlipProblem | null {
  if (nhsNumber !== null && value.replace(/[^0-9]/g, '').includes(nhsNumber)) return 'isNhsNumber';
  const births = [dateOfBirth, ...(asker === null ? [] : [asker.dateOfBirth])];
  return births.some((birth) => isSpelling(value, birth)) ? 'isBirthDate' : null;
}

const months = 'january february march april may june july august september october november december'.split(' ');

/** Whether `value` is this date and nothing else: 13/07/1961, 13.7.61, 130761, 1961-07-13, 13Jul1961, 13-July-61. */
function isSpelling(value: string, birth: DateOfBirth): boolean {
  const [year = '', month = '', day = ''] = birth.split('-');
  const name = months[Number(month) - 1] ?? '';
  const parts = value
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .join('-');
  const years = [year, year.slice(2)];
  const named = [name, name.slice(0, 3)];
  const spelled = years.flatMap((inYear) =>
    [month, String(Number(month)), ...named].flatMap((inMonth) =>
      [day, String(Number(day))].flatMap((onDay) => [
        [onDay, inMonth, inYear],
        [inYear, inMonth, onDay],
      ]),
    ),
  );
  // Without anything in between only what can be read in one way: two digits each, or the name of the month.
  const isClear = (part: string): boolean => part.length > 1;
  return spelled.some((one) => one.join('-') === parts || (one.every(isClear) && one.join('') === parts));
}
