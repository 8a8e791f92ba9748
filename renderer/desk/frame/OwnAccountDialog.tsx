import type { Who } from '../../../preload/contract/desk/session';
import { frameWords } from '../../text/desk/frame';
import type { DeskClient } from '../deskClient';
import { Modal } from '../parts/Modal';
import { OwnAccount } from '../staff/OwnAccount';

interface OwnAccountDialogProps {
  client: DeskClient;
  who: Who;
  onClose: () => void;
}

/** The account of whoever is signed in: passphrase and PIN. */
export function OwnAccountDialog({ client, who, onClose }: OwnAccountDialogProps) {
  return (
    <Modal title={frameWords.own(who.displayName)} onClose={onClose}>
      <OwnAccount client={client} who={who} />
    </Modal>
  );
}
