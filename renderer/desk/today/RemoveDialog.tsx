import { downtimeWords as words } from '../../text/desk/downtime';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Modal } from '../parts/Modal';
import { useAsk } from '../parts/useAsk';

interface RemoveDialogProps {
  client: DeskClient;
  onDone: () => void;
  onClose: () => void;
}

/** Asks before the file is deleted. */
export function RemoveDialog({ client, onDone, onClose }: RemoveDialogProps) {
  const { ask, isBusy, failure } = useAsk();
  const remove = async (): Promise<void> => {
    if ((await ask(() => client.downtime.setPassphrase({ passphrase: null }))) !== null) onDone();
  };
  return (
    <Modal
      title={words.removeTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="warning" isDisabled={isBusy} onPress={() => void remove()}>
            {words.remove}
          </Button>
          <Button onPress={onClose}>{words.cancel}</Button>
        </>
      }
    >
      <FailureNotice failure={failure} />
      <p>{words.removeQuestion}</p>
    </Modal>
  );
}
