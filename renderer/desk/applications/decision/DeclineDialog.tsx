import type { Service } from '../../../../preload/contract/signUp';
import { decidedServices, decisionWords as words } from '../../../text/desk/applicationsDecision';
import { pageWords } from '../../../text/desk/applicationsPage';
import { Button } from '../../parts/Button';
import { Modal } from '../../parts/Modal';
import { Notice } from '../../parts/Notice';
import { Say } from '../acting/Say';

interface DeclineDialogProps {
  service: Service;
  isBusy: boolean;
  onDecline: () => Promise<void>;
  onClose: () => void;
}

/** Asks before a service is declined. Declining the record warns: the NHS App can be registered in without our slip. */
export function DeclineDialog({ service, isBusy, onDecline, onClose }: DeclineDialogProps) {
  return (
    <Modal
      title={words.declineTitle(decidedServices[service])}
      onClose={onClose}
      actions={
        <>
          <Button kind="warning" isDisabled={isBusy} onPress={() => void onDecline()}>
            {words.declineDo}
          </Button>
          <Button onPress={onClose}>{pageWords.cancel}</Button>
        </>
      }
    >
      <p>{words.declineLead}</p>
      {service === 'record' ? <Notice kind="warning">{words.declineRecord}</Notice> : null}
      <Say title={words.sayTitle} what={words.sayDeclined} />
    </Modal>
  );
}
