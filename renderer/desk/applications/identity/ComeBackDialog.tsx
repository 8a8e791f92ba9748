import { useState } from 'react';
import type { ComeBack } from '../../../../preload/contract/desk/applications';
import { identityWords as words, missingNames } from '../../../text/desk/applicationsIdentity';
import { pageWords } from '../../../text/desk/applicationsPage';
import { Button } from '../../parts/Button';
import { CheckField } from '../../parts/CheckField';
import { Modal } from '../../parts/Modal';
import { Notice } from '../../parts/Notice';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { missingOrder } from './orders';

/** Chooses what somebody has to come back with; the application stays open. */
export function ComeBackDialog(props: PanelProps & { onClose: () => void }) {
  const { application, client, onClose } = props;
  const { run, isBusy } = useAct(props);
  const [missing, setMissing] = useState<readonly ComeBack[]>(application.comeBackWith);
  const [hasTried, setTried] = useState(false);
  const offered = missingOrder.filter((one) => application.asker !== null || !isOfTwo(one));
  async function comeBack(): Promise<void> {
    setTried(true);
    if (missing.length === 0) return;
    await run((key) => client.applications.comeBack({ ...key, missing: [...missing] }));
    onClose();
  }
  return (
    <Modal
      title={words.comeBackTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="primary" isDisabled={isBusy} onPress={() => void comeBack()}>
            {words.comeBackDo}
          </Button>
          <Button onPress={onClose}>{pageWords.cancel}</Button>
        </>
      }
    >
      <p>{words.comeBackLead}</p>
      <fieldset className="desk-choice">
        <legend className="desk-choice__legend">{words.comeBackWhat}</legend>
        {offered.map((one) => (
          <CheckField
            key={one}
            label={missingNames[one]}
            isChecked={missing.includes(one)}
            onChange={(isChecked) =>
              setMissing(missingOrder.filter((other) => (other === one ? isChecked : missing.includes(other))))
            }
          />
        ))}
      </fieldset>
      {hasTried && missing.length === 0 ? <Notice kind="warning">{words.chooseMissing}</Notice> : null}
    </Modal>
  );
}

/** What is only missing where somebody asks for somebody else. */
function isOfTwo(missing: ComeBack): boolean {
  return missing === 'otherPerson' || missing === 'proofOfAuthority';
}
