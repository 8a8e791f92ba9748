import { useState } from 'react';
import { whoMay } from '../../../text/desk/applicationsPage';
import { proxyWords as words } from '../../../text/desk/proxy';
import { Icon } from '../../../ui/Icon';
import { Button } from '../../parts/Button';
import { Notice } from '../../parts/Notice';
import { VerificationForm } from '../identity/VerificationForm';
import { canDo, mayDo } from '../acting/mayDo';
import type { Offers, PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { useToday } from '../acting/useToday';
import { ConsentForm } from './ConsentForm';
import { People } from './People';
import { doneOfStep, proxyStepsOf } from './proxySteps';
import type { ProxyAct, ProxyStep } from './proxySteps';
import { RecordForm } from './RecordForm';

interface ProxyPanelProps extends PanelProps {
  offers: Offers;
}

/** The part of a request about its two people: who asks, on what they may act, and whether the patient agrees. */
export function ProxyPanel(props: ProxyPanelProps) {
  const { application } = props;
  const today = useToday();
  const [changed, setChanged] = useState<ProxyAct | null>(null);
  if (application.kind !== 'someoneElse') return null;
  const steps = proxyStepsOf(application, today);
  // What was done is folded up below; the next comes first.
  const order = ['next', 'later', 'done'] as const;
  return (
    <div className="desk-proxy">
      <People application={application} />
      <Notice kind="warning" title={words.alone}>
        {words.aloneLead}
      </Notice>
      {steps.some(({ state }) => state === 'next') || steps.every(({ state }) => state === 'done') ? null : (
        <p className="desk-proxy__waits">{words.notYet}</p>
      )}
      <ol className="desk-proxy__steps">
        {order.flatMap((state) =>
          steps
            .filter((step) => step.state === state)
            .map((step) => (
              <Step
                key={step.act}
                step={step}
                isChanging={changed === step.act}
                onChange={(isWanted) => setChanged(isWanted ? step.act : null)}
                panel={props}
              />
            )),
        )}
      </ol>
    </div>
  );
}

interface StepProps {
  step: ProxyStep;
  /** A step that is done is being done anew. */
  isChanging: boolean;
  onChange: (isWanted: boolean) => void;
  panel: ProxyPanelProps;
}

function Step({ step: { act, state }, isChanging, onChange, panel }: StepProps) {
  const { application, who } = panel;
  const { title, lead, change } = words.steps[act];
  const mayChange = state === 'done' && !isChanging && change !== null && canDo(application, act, who.roles);
  return (
    <li className={`desk-proxy__step desk-proxy__step--${state}`}>
      <div className="desk-proxy__stepHead">
        <h3 className="desk-proxy__stepTitle">
          {state === 'done' ? <Icon name="tick" /> : null}
          {title} {state === 'next' ? null : <span className="desk-proxy__state">{words.states[state]}</span>}
        </h3>
        {mayChange ? (
          <Button kind="quiet" isSmall onPress={() => onChange(true)}>
            {change}
          </Button>
        ) : null}
      </div>
      {state === 'done' ? <p>{doneOfStep(application, act)}</p> : null}
      {state === 'next' || isChanging ? (
        <>
          {lead === null ? null : <p className="desk-section__lead">{lead}</p>}
          {mayDo(act, who.roles) ? (
            <Form act={act} panel={panel} onClose={isChanging ? () => onChange(false) : null} />
          ) : (
            <p className="desk-proxy__waits">{whoMay[act]}</p>
          )}
        </>
      ) : null}
    </li>
  );
}

function Form({ act, panel, onClose }: { act: ProxyAct; panel: ProxyPanelProps; onClose: (() => void) | null }) {
  switch (act) {
    case 'verifyAsker':
      return <VerifyAsker {...panel} onClose={onClose} />;
    case 'recordProxy':
      return <RecordForm {...panel} onCancel={onClose} />;
    case 'confirmConsent':
      return <ConsentForm {...panel} />;
  }
}

function VerifyAsker({ onClose, ...panel }: ProxyPanelProps & { onClose: (() => void) | null }) {
  const { run, isBusy } = useAct(panel);
  return (
    <>
      <VerificationForm
        offers={panel.offers}
        isBusy={isBusy}
        onVerified={(verification) =>
          void run((key) => panel.client.applications.verifyAsker({ ...key, ...verification })).then((isDone) => {
            if (isDone) onClose?.();
          })
        }
      />
      {onClose === null ? null : <Button onPress={onClose}>{words.cancel}</Button>}
    </>
  );
}
