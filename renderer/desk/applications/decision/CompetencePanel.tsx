import { decisionWords as words } from '../../../text/desk/applicationsDecision';
import { Button } from '../../parts/Button';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';

/** At 11 to 15 a clinician has assessed that they understand what they ask for; no notes of it are kept here. */
export function CompetencePanel(props: PanelProps) {
  const { run, isBusy } = useAct(props);
  return (
    <>
      <ul className="desk-application__hints">
        <li>{words.competenceLead}</li>
        <li>{words.competenceHint}</li>
        {props.application.kind === 'someoneElse' ? <li>{words.competenceProxy}</li> : null}
      </ul>
      <Button
        kind="primary"
        isDisabled={isBusy}
        onPress={() => void run((key) => props.client.applications.confirmCompetence(key))}
      >
        {words.competenceDo}
      </Button>
    </>
  );
}
