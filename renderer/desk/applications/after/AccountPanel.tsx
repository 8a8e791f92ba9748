import { decidedServices, decisionWords as words } from '../../../text/desk/applicationsDecision';
import { services } from '../../../../preload/contract/signUp';
import { Icon } from '../../../ui/Icon';
import { Button } from '../../parts/Button';
import { Notice } from '../../parts/Notice';
import { ReferredNote } from '../decision/ReferredNote';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';

/** What the account in the clinical system is to have, and that it was made. */
export function AccountPanel(props: PanelProps) {
  const { application, client } = props;
  const { run, isBusy } = useAct(props);
  const isOn = (service: (typeof services)[number]): boolean => application.decisions[service] === 'granted';
  return (
    <>
      <p className="desk-application__note">{words.accountLead}</p>
      <ul className="desk-account">
        {services.map((service) => (
          <li key={service} className={`desk-account__service${isOn(service) ? ' desk-account__service--on' : ''}`}>
            <span className="desk-account__state">
              {isOn(service) ? <Icon name="tick" /> : null}
              {isOn(service) ? words.switchOn : words.switchOff}
            </span>
            {decidedServices[service]}
          </li>
        ))}
      </ul>
      {isOn('record') ? null : <Notice kind="warning">{words.accountRecordOff}</Notice>}
      <ReferredNote application={application} />
      <Button
        kind="primary"
        isDisabled={isBusy}
        onPress={() => void run((key) => client.applications.createAccount(key))}
      >
        {words.accountDo}
      </Button>
    </>
  );
}
