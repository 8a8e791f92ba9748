import { useLayoutEffect, useRef, useState } from 'react';
import type { ComponentType } from 'react';
import { panelTitles, pageWords as words, whoMay } from '../../../text/desk/applicationsPage';
import { AccountPanel } from '../after/AccountPanel';
import { HandOverPanel } from '../after/HandOverPanel';
import { RecordOffPanel } from '../after/RecordOffPanel';
import { AgreePanel } from '../decision/AgreePanel';
import { CompetencePanel } from '../decision/CompetencePanel';
import { DecisionPanel } from '../decision/DecisionPanel';
import { ReviewPanel } from '../decision/ReviewPanel';
import { TalkPanel } from '../decision/TalkPanel';
import { IdentityPanel } from '../identity/IdentityPanel';
import { ProxyPanel } from '../proxy/ProxyPanel';
import { TaskPanel } from '../proxy/TaskPanel';
import { Button } from '../../parts/Button';
import { Section } from '../../parts/Section';
import { mayDo } from '../acting/mayDo';
import { actsOfPanel, otherPanels, panelOf } from '../acting/panels';
import type { PanelName } from '../acting/panels';
import type { Offers, PanelProps } from '../acting/panelProps';

/** A panel of the page that also goes by the practice's settings. */
export type StepPanelProps = PanelProps & { offers: Offers };

const bodies: Readonly<Record<PanelName, ComponentType<StepPanelProps>>> = {
  talk: TalkPanel,
  task: TaskPanel,
  identity: IdentityPanel,
  proxy: ProxyPanel,
  competence: CompetencePanel,
  agree: AgreePanel,
  decision: DecisionPanel,
  review: ReviewPanel,
  account: AccountPanel,
  recordOff: RecordOffPanel,
  handOver: HandOverPanel,
};

interface StepsProps {
  panel: PanelProps;
  offers: Offers;
}

/** The next step stands open; what else is possible is one quiet click away. */
export function Steps({ panel, offers }: StepsProps) {
  const { application, who } = panel;
  const own = panelOf(application.next);
  const others = otherPanels(application);
  /** Another panel than that of the next step, for as long as that step stands. */
  const [chosen, setChosen] = useState<{ panel: PanelName; instead: PanelName | null } | null>(null);
  const isChosen = chosen !== null && chosen.instead === own && others.includes(chosen.panel);
  const shown = isChosen ? chosen.panel : own;
  const element = useFocusOnChange(`${String(shown)} ${String(application.version)}`);
  const Body = shown === null ? null : bodies[shown];
  const acts = shown === null ? [] : actsOfPanel[shown];
  // These two say themselves who does which part of them.
  const mayDoIt = shown === 'task' || shown === 'proxy' || acts.some((act) => mayDo(act, who.roles));
  const [mainAct] = acts;
  return (
    <div className="desk-application__steps" ref={element}>
      {shown === null ? (
        <p className="desk-application__nothing">{words.nothingLeft}</p>
      ) : (
        <Section title={panelTitles[shown]}>
          {mayDoIt || mainAct === undefined ? null : <p className="desk-application__whoMay">{whoMay[mainAct]}</p>}
          {Body !== null && mayDoIt ? <Body key={shown} {...panel} offers={offers} /> : null}
        </Section>
      )}
      {others.length === 0 ? null : (
        <div className="desk-application__others" role="group" aria-label={words.otherWays}>
          <span className="desk-applications__small">{words.otherWays}</span>
          {isChosen && own !== null ? (
            <Button kind="quiet" isSmall onPress={() => setChosen(null)}>
              {words.toNext(panelTitles[own])}
            </Button>
          ) : null}
          {others
            .filter((name) => name !== shown)
            .map((name) => (
              <Button key={name} kind="quiet" isSmall onPress={() => setChosen({ panel: name, instead: own })}>
                {panelTitles[name]}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
}

/** Where a step was done the button that did it goes with its panel: the focus goes to the next panel's title, and not to the top of the page. */
function useFocusOnChange(key: string) {
  const element = useRef<HTMLDivElement>(null);
  const hadFocus = useRef(false);
  const last = useRef(key);
  useLayoutEffect(() => {
    const steps = element.current;
    const note = (event: FocusEvent): void => {
      hadFocus.current = event.target instanceof Node && steps !== null && steps.contains(event.target);
    };
    document.addEventListener('focusin', note);
    return () => document.removeEventListener('focusin', note);
  }, []);
  useLayoutEffect(() => {
    if (last.current === key) return;
    last.current = key;
    if (!hadFocus.current || (document.activeElement !== null && document.activeElement !== document.body)) return;
    const title = element.current?.querySelector<HTMLElement>('.desk-section__title');
    title?.setAttribute('tabindex', '-1');
    title?.focus();
  });
  return element;
}
