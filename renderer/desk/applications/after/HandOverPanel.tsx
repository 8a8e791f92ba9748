import { decisionWords as words } from '../../../text/desk/applicationsDecision';
import { refusalSentences } from '../../../text/desk/applicationsRefusals';
import { Button } from '../../parts/Button';
import { Notice } from '../../parts/Notice';
import { ReferredNote } from '../decision/ReferredNote';
import { isPossible } from '../acting/mayDo';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';

/** The details of the account were given to the patient in person; while the guard forbids it, why. */
export function HandOverPanel(props: PanelProps) {
  const { application, client } = props;
  const { run, isBusy } = useAct(props);
  const { slipRefusal } = application;
  return (
    <>
      {slipRefusal === null ? null : <Notice kind="warning">{refusalSentences[slipRefusal]}</Notice>}
      <ReferredNote application={application} />
      {isPossible(application, 'handOver') ? (
        <>
          <p className="desk-application__note">{words.handOverLead}</p>
          <Button
            kind="primary"
            isDisabled={isBusy}
            onPress={() => void run((key) => client.applications.handOver({ ...key, isInPerson: true }))}
          >
            {words.handOverDo}
          </Button>
        </>
      ) : null}
    </>
  );
}
