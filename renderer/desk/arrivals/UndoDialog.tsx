import { useState } from 'react';
import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import { appointmentOf, arrivalsWords, nameOf } from '../../text/desk/arrivals';
import type { DeskClient } from '../deskClient';
import { undoable } from '../flow/actions';
import { SelectField } from '../parts/SelectField';
import { useAsk } from '../parts/useAsk';
import { ActionDialog } from './ActionDialog';
import { arrivalOptions } from './arrivalOptions';
import { useRowKey } from './useRowKey';

const { undo: words } = arrivalsWords;
const reasons = ['byMistake', 'wrongPatient', 'patientLeft'] as const;

interface UndoDialogProps {
  client: DeskClient;
  row: DeskRow;
  onClose: () => void;
}

/** Takes a check-in back, with why. */
export function UndoDialog({ client, row, onClose }: UndoDialogProps) {
  const { ask, failure, isBusy } = useAsk();
  const key = useRowKey(row, failure);
  const options = arrivalOptions(row, undoable(row));
  const [chosen, setArrivalId] = useState('');
  const [reason, setReason] = useState<(typeof reasons)[number]>('byMistake');
  const arrivalId = options.some(({ value }) => value === chosen) ? chosen : options[0]?.value;
  const confirm = async (): Promise<void> => {
    if (arrivalId === undefined) return;
    if ((await ask(() => client.arrivals.undo({ ...key, arrivalId, reason }))) !== null) onClose();
  };
  const only = row.appointments.find((one) => one.arrivalId === arrivalId);
  return (
    <ActionDialog
      title={words.title}
      confirm={words.confirm}
      isBusy={isBusy}
      failure={failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      <p>{words.lead(nameOf(row))}</p>
      {options.length > 1 ? (
        <SelectField label={words.which} options={options} value={arrivalId ?? ''} onChange={setArrivalId} />
      ) : (
        <p>{only === undefined ? '' : appointmentOf(only)}</p>
      )}
      <SelectField
        label={words.why}
        value={reason}
        onChange={(value) => setReason(reasons.find((one) => one === value) ?? 'byMistake')}
        options={reasons.map((value) => ({ value, label: words.reasons[value] }))}
      />
    </ActionDialog>
  );
}
