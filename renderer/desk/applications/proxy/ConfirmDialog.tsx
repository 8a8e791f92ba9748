import type { ReactNode } from 'react';
import { proxyWords } from '../../../text/desk/proxy';
import { Button } from '../../parts/Button';
import { Modal } from '../../parts/Modal';

interface ConfirmDialogProps {
  title: string;
  /** The button that does it. */
  action: string;
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** Asks once more before something that cannot be taken back. */
export function ConfirmDialog({ title, action, isBusy, onConfirm, onClose, children }: ConfirmDialogProps) {
  return (
    <Modal
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={isBusy} onPress={onConfirm}>
            {action}
          </Button>
          <Button onPress={onClose}>{proxyWords.cancel}</Button>
        </>
      }
    >
      {children}
    </Modal>
  );
}
