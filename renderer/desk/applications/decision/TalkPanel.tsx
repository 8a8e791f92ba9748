import { decisionWords as words } from '../../../text/desk/applicationsDecision';
import { Button } from '../../parts/Button';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';

/** They asked to talk to someone first. Only that somebody did is kept. */
export function TalkPanel(props: PanelProps) {
  const { run, isBusy } = useAct(props);
  return (
    <>
      <ul className="desk-application__hints">
        {words.talkHints.map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
      <Button kind="primary" isDisabled={isBusy} onPress={() => void run((key) => props.client.applications.talk(key))}>
        {words.talkDo}
      </Button>
    </>
  );
}
