import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import type { DeskClient } from '../deskClient';
import type { LiveState } from '../flow/live';
import { CheckInDialog } from './CheckInDialog';
import { KeysDialog } from './KeysDialog';
import { MoveDialog } from './MoveDialog';
import { NoteDialog } from './NoteDialog';
import { UndoDialog } from './UndoDialog';

/** Which dialog is open. `row`: as it was when it was opened; the live one is used for as long as it is there. */
export type OpenDialog = { kind: 'checkIn' } | { kind: 'keys' } | { kind: 'undo' | 'move' | 'note'; row: DeskRow };

interface ArrivalDialogsProps {
  client: DeskClient;
  dialog: OpenDialog | null;
  live: LiveState;
  hasKeys: boolean;
  onKeys: (hasKeys: boolean) => void;
  onClose: () => void;
  onCheckedIn: (visitId: string) => void;
}

/** The one dialog of the Arrivals tab that is open, if any. */
export function ArrivalDialogs({ client, dialog, live, hasKeys, onKeys, onClose, onCheckedIn }: ArrivalDialogsProps) {
  if (dialog === null) return null;
  if (dialog.kind === 'keys') return <KeysDialog hasKeys={hasKeys} onSwitch={onKeys} onClose={onClose} />;
  if (dialog.kind === 'checkIn') {
    return <CheckInDialog client={client} onClose={onClose} onDone={onCheckedIn} />;
  }
  const props = { client, onClose, row: live.rows.find(({ visitId }) => visitId === dialog.row.visitId) ?? dialog.row };
  if (dialog.kind === 'undo') return <UndoDialog {...props} />;
  if (dialog.kind === 'note') return <NoteDialog {...props} />;
  return <MoveDialog {...props} clinicians={live.head?.clinicians ?? []} />;
}
