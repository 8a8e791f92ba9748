import { useState } from 'react';
import { decisionWords as words } from '../../../text/desk/applicationsDecision';
import { Button } from '../../parts/Button';
import { isPossible } from '../acting/mayDo';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { CodesTable } from './Codes';
import { DeclineDialog } from './DeclineDialog';

/** The clinician's own decision about record access that was referred to them. */
export function ReviewPanel(props: PanelProps) {
  const { application, client } = props;
  const { run, isBusy } = useAct(props);
  const [isDeclining, setDeclining] = useState(false);
  return (
    <>
      <p className="desk-application__note">{words.reviewLead(application.dueOn)}</p>
      <div className="desk-codes">
        <CodesTable />
      </div>
      <div className="desk-application__buttons">
        {isPossible(application, 'reviewGrant') ? (
          <Button
            kind="primary"
            isDisabled={isBusy}
            onPress={() => void run((key) => client.applications.review({ ...key, decision: 'granted' }))}
          >
            {words.reviewGrant}
          </Button>
        ) : (
          <span className="desk-applications__small">{words.agreeFirst}</span>
        )}
        <Button isDisabled={isBusy} onPress={() => setDeclining(true)}>
          {words.reviewDecline}
        </Button>
      </div>
      {isDeclining ? (
        <DeclineDialog
          service="record"
          isBusy={isBusy}
          onDecline={async () => {
            await run((key) => client.applications.review({ ...key, decision: 'declined' }));
            setDeclining(false);
          }}
          onClose={() => setDeclining(false)}
        />
      ) : null}
    </>
  );
}
