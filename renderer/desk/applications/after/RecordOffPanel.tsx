import { useState } from 'react';
import { decisionWords as words } from '../../../text/desk/applicationsDecision';
import { Button } from '../../parts/Button';
import { CheckField } from '../../parts/CheckField';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';

/** The guard before every slip (design §7): without granted record access a named authoriser confirms that the account shows none. */
export function RecordOffPanel(props: PanelProps) {
  const { client } = props;
  const { run, isBusy } = useAct(props);
  const [isOff, setOff] = useState(false);
  const [isCodeSet, setCodeSet] = useState(false);
  const [hasTried, setTried] = useState(false);
  const isComplete = isOff && isCodeSet;
  function confirm(): void {
    setTried(true);
    if (isComplete) void run((key) => client.applications.confirmRecordOff({ ...key, isOff: true, isCodeSet: true }));
  }
  return (
    <>
      <p className="desk-application__note">{words.recordOffLead}</p>
      <CheckField label={words.isOff} isChecked={isOff} onChange={setOff} />
      <CheckField label={words.isCodeSet} isChecked={isCodeSet} onChange={setCodeSet} />
      {hasTried && !isComplete ? (
        <p className="desk-field__problem" role="alert">
          {words.recordOffMissing}
        </p>
      ) : null}
      <Button kind="primary" isDisabled={isBusy} onPress={confirm}>
        {words.recordOffDo}
      </Button>
    </>
  );
}
