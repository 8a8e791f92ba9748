import { useState } from 'react';
import { ageBandOf, ageOn } from '../../../../preload/contract/rules/ages';
import { proxyWords as words } from '../../../text/desk/proxy';
import { Button } from '../../parts/Button';
import { CheckField } from '../../parts/CheckField';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { useToday } from '../acting/useToday';

/** The patient's own consent that somebody else sees their account, asked alone. */
export function ConsentForm(props: PanelProps) {
  const { application, client } = props;
  const { run, isBusy } = useAct(props);
  const band = ageBandOf(ageOn(application.dateOfBirth, useToday()));
  const [wasAskedAlone, setAskedAlone] = useState(false);
  const [isTried, setTried] = useState(false);
  const confirm = (): void => {
    setTried(true);
    if (wasAskedAlone) void run((key) => client.applications.confirmConsent(key));
  };
  return (
    <div className="desk-proxy__form">
      <p>{band === 'young' ? words.consentYoung : words.consentAdult}</p>
      <ol className="desk-proxy__how">
        {words.consentSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <div className={isTried && !wasAskedAlone ? 'desk-field--wrong' : undefined}>
        {isTried && !wasAskedAlone ? (
          <p className="desk-field__problem" role="alert">
            {words.consentMissing}
          </p>
        ) : null}
        <CheckField label={words.consentCheck} isChecked={wasAskedAlone} onChange={setAskedAlone} />
      </div>
      <Button kind="primary" isDisabled={isBusy} onPress={confirm}>
        {words.consentDo}
      </Button>
    </div>
  );
}
