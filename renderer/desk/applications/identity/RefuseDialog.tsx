import { useState } from 'react';
import type { RefuseReason } from '../../../../preload/contract/desk/applications';
import { identityWords as words, refuseNames } from '../../../text/desk/applicationsIdentity';
import { pageWords } from '../../../text/desk/applicationsPage';
import { Button } from '../../parts/Button';
import { Modal } from '../../parts/Modal';
import { Notice } from '../../parts/Notice';
import { Say } from '../acting/Say';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { ChoiceField } from './ChoiceField';
import { refuseOrder } from './orders';

/** Refuses identity with a kind of reason; what the patient hears is the same whatever it is. */
export function RefuseDialog(props: PanelProps & { title: string; onClose: () => void }) {
  const { client, title, onClose } = props;
  const { run, isBusy } = useAct(props);
  const [reason, setReason] = useState<RefuseReason | null>(null);
  const [hasTried, setTried] = useState(false);
  async function refuse(): Promise<void> {
    setTried(true);
    if (reason === null) return;
    await run((key) => client.applications.refuse({ ...key, reason }));
    onClose();
  }
  return (
    <Modal
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button kind="warning" isDisabled={isBusy} onPress={() => void refuse()}>
            {words.refuseDo}
          </Button>
          <Button onPress={onClose}>{pageWords.cancel}</Button>
        </>
      }
    >
      <p>{words.refuseLead}</p>
      <ChoiceField
        legend={words.refuseWhy}
        layout="column"
        choices={refuseOrder.map((value) => ({ value, label: refuseNames[value] }))}
        value={reason}
        onChange={setReason}
      />
      {reason === 'underPressure' ? <Notice kind="warning">{words.underPressure}</Notice> : null}
      <Say title={words.sayTitle} what={words.say} />
      {hasTried && reason === null ? <Notice kind="warning">{words.chooseReason}</Notice> : null}
    </Modal>
  );
}
