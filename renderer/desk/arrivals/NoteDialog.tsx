import { useState } from 'react';
import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords, nameOf } from '../../text/desk/arrivals';
import type { DeskClient } from '../deskClient';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';
import { ActionDialog } from './ActionDialog';
import { useRowKey } from './useRowKey';

const { note: words } = arrivalsWords;
/** The contract takes no longer line. */
const longest = 300;

interface NoteDialogProps {
  client: DeskClient;
  row: DeskRow;
  onClose: () => void;
}

/** A short line for the other desks. An empty one takes it away. */
export function NoteDialog({ client, row, onClose }: NoteDialogProps) {
  const { ask, failure, isBusy } = useAsk();
  const key = useRowKey(row, failure);
  const [before] = useState(row.note);
  const [text, setText] = useState(row.note ?? '');
  const note = text.trim() === '' ? null : text.trim();
  const confirm = async (): Promise<void> => {
    if ((await ask(() => client.arrivals.note({ ...key, note }))) !== null) onClose();
  };
  return (
    <ActionDialog
      title={`${words.title}: ${nameOf(row)}`}
      confirm={note === null && row.note !== null ? words.remove : words.confirm}
      isBusy={isBusy}
      failure={failure}
      onConfirm={() => void confirm()}
      onClose={onClose}
    >
      {row.note === before ? null : <p>{words.nowReads(row.note)}</p>}
      <TextField label={words.label} hint={words.hint} value={text} onChange={setText} maxLength={longest} />
    </ActionDialog>
  );
}
