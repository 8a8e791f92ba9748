import { decisionWords as words } from '../../../text/desk/applicationsDecision';
import { Button } from '../../parts/Button';
import { Notice } from '../../parts/Notice';
import type { Offers, PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';

/** The statements of record access, read and agreed at the desk by whoever asks themselves. */
export function AgreePanel(props: PanelProps & { offers: Offers }) {
  const { application, offers, client } = props;
  const { run, isBusy } = useAct(props);
  const isOther = application.kind === 'someoneElse';
  if (offers.statements.length === 0) return <Notice kind="warning">{words.noStatements}</Notice>;
  return (
    <>
      <p className="desk-application__note">
        {isOther ? words.agreeLeadOther : words.agreeLead} {words.agreeRelative}
      </p>
      <ol className="desk-application__toRead">
        {offers.statements.map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ol>
      <Button kind="primary" isDisabled={isBusy} onPress={() => void run((key) => client.applications.agree(key))}>
        {isOther ? words.agreeDoOther : words.agreeDo}
      </Button>
    </>
  );
}
