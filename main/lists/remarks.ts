import type { Marking } from '../domain/types';
import { cleanCell } from './cells';
import { isBareYes, readMarking, type MarkingReading } from './markings';
import { memoize } from './memoize';
import { saysNeed } from './needs';
import type { RemarkColumn, RemarkKind } from './remarkHeadings';

/** What the columns that say more come to in one row. Their words themselves are never kept. */
export interface Remarks {
  marking: Marking;
  patientMarking: Marking;
  hasNeed: boolean;
  /** For staff, where a word is not known; quotes nothing but the heading. */
  note: string | null;
}

const noRemarks: Remarks = { marking: 'none', patientMarking: 'none', hasNeed: false, note: null };
const weight: Record<Marking, number> = { none: 0, seeReception: 1, private: 2 };

/**
 * Makes the reader of `columns` in a row's cells. A word that is not known in a marking column sends the patient to reception, and staff are
 * told: somebody wrote it there for a reason. A walk to the desk that was not needed costs a minute and shows nothing; an appointment that
 * should have stayed private, or a patient whom staff wanted to see first, cannot be taken back. "See reception" and not "private", so that
 * the desk sees an ordinary row. The stronger of two columns counts.
 * @param headingAt a column's heading for messages.
 */
export function createRemarksReading(
  columns: readonly RemarkColumn[],
  headingAt: (column: number) => string,
): (cells: readonly string[]) => Remarks {
  if (columns.length === 0) return () => noRemarks;
  const marking = memoize(readMarking);
  const warning = memoize((text) => (isBareYes(text) ? 'none' : readMarking(text)));
  const need = memoize(saysNeed);

  return (cells) => {
    let remarks = noRemarks;
    for (const { kind, column } of columns) {
      const raw = cells[column];
      if (raw === undefined || raw === '') continue;
      const cell = cleanCell(raw);
      if (cell === '') continue;
      if (kind === 'need') {
        if (!remarks.hasNeed && need(cell)) remarks = { ...remarks, hasNeed: true };
        continue;
      }
      const reading = kind === 'patientWarning' ? warning(cell) : marking(cell);
      if (reading === 'none' || (reading === 'unknownWord' && isOfEveryKind(kind))) continue;
      remarks = withMarking(remarks, kind === 'marking' ? 'marking' : 'patientMarking', reading, headingAt(column));
    }
    return remarks;
  };
}

/** Most flags and warnings of a patient are none of ours. */
function isOfEveryKind(kind: RemarkKind): boolean {
  return kind === 'patientFlag' || kind === 'patientWarning';
}

function withMarking(
  remarks: Remarks,
  field: 'marking' | 'patientMarking',
  reading: MarkingReading,
  heading: string,
): Remarks {
  const said = reading === 'unknownWord' ? 'seeReception' : reading;
  const stronger = weight[said] > weight[remarks[field]] ? said : remarks[field];
  if (reading !== 'unknownWord') return { ...remarks, [field]: stronger };
  const note = `${heading} holds a word we do not know; at the kiosk the patient is asked to speak to reception`;
  return { ...remarks, [field]: stronger, note: remarks.note === null ? note : `${remarks.note}; ${note}` };
}
