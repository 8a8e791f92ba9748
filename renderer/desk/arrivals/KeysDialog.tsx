import { arrivalsWords } from '../../text/desk/arrivals';
import { CheckField } from '../parts/CheckField';
import { DataTable } from '../parts/DataTable';
import { Modal } from '../parts/Modal';

interface KeysDialogProps {
  hasKeys: boolean;
  onSwitch: (hasKeys: boolean) => void;
  onClose: () => void;
}

const rows = arrivalsWords.keyHelp.map(([key, does]) => ({ key, does }));
const columns = [
  { key: 'key', heading: arrivalsWords.keyTable.key, cell: keyCell },
  { key: 'does', heading: arrivalsWords.keyTable.does, cell: (row: (typeof rows)[number]) => row.does },
];

function keyCell({ key }: { key: string }) {
  return <kbd className="desk-key">{key}</kbd>;
}

/** Which keys there are, and the switch for single letters (WCAG 2.1.4). */
export function KeysDialog({ hasKeys, onSwitch, onClose }: KeysDialogProps) {
  return (
    <Modal title={arrivalsWords.keysTitle} onClose={onClose}>
      <CheckField
        label={arrivalsWords.keysSwitch}
        hint={arrivalsWords.keysSwitchHint}
        isChecked={hasKeys}
        onChange={onSwitch}
      />
      <DataTable
        caption={arrivalsWords.keyTable.caption}
        isCaptionHidden
        columns={columns}
        rows={rows}
        keyOf={(row) => row.key}
        empty=""
      />
    </Modal>
  );
}
