import { fullNameOf } from '../../../text/desk/applications';
import { decisionWords as words } from '../../../text/desk/applicationsDecision';
import { refusalSentences } from '../../../text/desk/applicationsRefusals';
import { slipsWords } from '../../../text/desk/slips';
import { birthOf } from '../../../text/desk/times';
import { Button } from '../../parts/Button';
import { Notice } from '../../parts/Notice';
import { ReferredNote } from '../decision/ReferredNote';
import { canDo, isPossible } from '../acting/mayDo';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { ApplicationSlip } from '../../slips/ApplicationSlip';

/** The setup slip, and that the details of the account were given in person to the patient, or to whoever acts for them; while the guard forbids it, why. */
export function HandOverPanel(props: PanelProps) {
  const { application, client, who } = props;
  const { run, isBusy } = useAct(props);
  const { slipRefusal } = application;
  const isOther = application.kind === 'someoneElse';
  const isSlipFirst = application.slip === null && canDo(application, 'printSlip', who.roles);
  return (
    <>
      {slipRefusal === null ? null : <Notice kind="warning">{refusalSentences[slipRefusal]}</Notice>}
      <ReferredNote application={application} />
      <ApplicationSlip {...props} />
      {isPossible(application, 'handOver') ? (
        <>
          <p className="desk-application__note">{isOther ? words.handOverLeadOther : words.handOverLead}</p>
          <p className="desk-application__note">
            {(isOther ? slipsWords.handAskOther : slipsWords.handAsk)(
              fullNameOf(application),
              birthOf(application.dateOfBirth),
            )}{' '}
            {application.slip === null ? null : slipsWords.handReference(application.reference)}
          </p>
          <Button
            kind={isSlipFirst ? 'secondary' : 'primary'}
            isDisabled={isBusy}
            onPress={() => void run((key) => client.applications.handOver({ ...key, isInPerson: true }))}
          >
            {isOther ? words.handOverDoOther : words.handOverDo}
          </Button>
        </>
      ) : null}
    </>
  );
}
