import { useState } from 'react';
import type { DeskHead, DeskRow } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords, nameOf } from '../../text/desk/arrivals';
import type { DeskClient } from '../deskClient';
import { movable } from '../flow/actions';
import { SelectField } from '../parts/SelectField';
import { useAsk } from '../parts/useAsk';
import { ActionDialog } from './ActionDialog';
import { arrivalOptions } from './arrivalOptions';
import { useRowKey } from './useRowKey';

const { move: words } = arrivalsWords;

interface MoveDialogProps {
  client: DeskClient;
  row: DeskRow;
  clinicians: DeskHead['clinicians'];
  onClose: () => void;
}

/** Gives an arrival to another clinician, or back to the one who was booked. */
export function MoveDialog({ client, row, clinicians, onClose }: MoveDialogProps) {
  const { ask, failure, isBusy } = useAsk();
  const key = useRowKey(row, failure);
  const arrivals = arrivalOptions(row, movable(row));
  const [chosen, setArrivalId] = useState('');
  const arrivalId = arrivals.some(({ value }) => value === chosen) ? chosen : arrivals[0]?.value;
  const appointment = row.appointments.find((one) => one.arrivalId === arrivalId);
  const options = [
    ...(appointment?.movedFrom ? [{ value: '', label: words.back(appointment.movedFrom) }] : []),
    ...clinicians
      .filter(({ name }) => name !== appointment?.clinician && name !== appointment?.movedFrom)
      .map(({ name }) => ({ value: name, label: name })),
  ];
  const [to, setTo] = useState<string | null>(null);
  const target = options.find(({ value }) => value === to) ?? options[0];
  const confirm = async (): Promise<void> => {
    if (arrivalId === undefined || target === undefined) return;
    const clinician = target.value === '' ? null : target.value;
    if ((await ask(() => client.arrivals.move({ ...key, arrivalId, clinician }))) !== null) onClose();
  };
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
      {arrivals.length > 1 ? (
        <SelectField label={words.which} options={arrivals} value={arrivalId ?? ''} onChange={setArrivalId} />
      ) : null}
      <SelectField label={words.to} options={options} value={target?.value ?? ''} onChange={setTo} />
    </ActionDialog>
  );
}
