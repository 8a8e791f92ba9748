import type { ReactNode } from 'react';
import { arrivalsWords } from '../../text/desk/arrivals';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';
import type { AskFailure } from '../parts/useAsk';
import { Refusal } from './Refusal';

interface ActionDialogProps {
  title: string;
  confirm: string;
  isBusy: boolean;
  failure: AskFailure | null;
  onConfirm: () => void;
  onClose: () => void;
  children: ReactNode;
}

/** A question before something is done; Enter confirms. If it is refused, what was typed stays. */
export function ActionDialog(props: ActionDialogProps) {
  const { title, confirm, isBusy, failure, onConfirm, onClose, children } = props;
  return (
    <Modal title={title} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onConfirm();
        }}
      >
        <Refusal failure={failure} />
        {children}
        <div className="desk-modal__actions">
          <Button kind="primary" isSubmit isDisabled={isBusy}>
            {confirm}
          </Button>
          <Button onPress={onClose}>{arrivalsWords.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
