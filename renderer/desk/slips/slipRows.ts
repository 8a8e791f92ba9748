import type { ApplicationRow, NextStep, Refusal } from '../../../preload/contract/desk/applications';

/** Why no slip may be printed at the step before it, as the table of transitions has it; null: one may. */
const refusalAt: Partial<Readonly<Record<NextStep, Refusal | null>>> = {
  createAccount: 'accountNotCreated',
  confirmRecordOff: 'recordMustBeOff',
  handOver: null,
};

/** An application that is at its slip, or one step before it. */
export interface SlipRow {
  row: ApplicationRow;
  refusal: Refusal | null;
}

/** Applications that a slip can be printed for, then those one step before it with why not; each in the order of the queue. */
export function slipRows(rows: readonly ApplicationRow[]): SlipRow[] {
  const found = rows.flatMap((row) => {
    const refusal = row.ended === null ? refusalAt[row.next] : undefined;
    return refusal === undefined ? [] : [{ row, refusal }];
  });
  return [...found.filter(({ refusal }) => refusal === null), ...found.filter(({ refusal }) => refusal !== null)];
}
