import { useState } from 'react';
import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import type { Service } from '../../../../preload/contract/signUp';
import { decisionNames } from '../../../text/desk/applications';
import { decidedServices, decisionWords as words } from '../../../text/desk/applicationsDecision';
import { whenOf } from '../../../text/desk/applicationsPage';
import { Button } from '../../parts/Button';
import { isPossible } from '../acting/mayDo';
import type { Offers, PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { Codes } from './Codes';
import { DeclineDialog } from './DeclineDialog';
import { ReferDialog } from './ReferDialog';
import { ReferredNote } from './ReferredNote';
import { askedServices, canGrantAll, grantable, isGrantable, isInScope } from './decisions';

/** What is decided of each service. Record access is a decision of its own, after the safeguarding codes were looked for. */
export function DecisionPanel(props: PanelProps & { offers: Offers }) {
  const { application, client, offers } = props;
  const { run, isBusy } = useAct(props);
  const [isCodeChecked, setCodeChecked] = useState(false);
  const [isCodeMissed, setCodeMissed] = useState(false);
  const [open, setOpen] = useState<{ kind: 'decline'; service: Service } | { kind: 'refer' } | null>(null);
  const { decisions, decidedBy } = application;
  const isRecordLeft = isPossible(application, 'decline', 'record');
  const isAllAsked = Object.values(decisions).every((decision) => decision === 'pending');
  const canRefer = isPossible(application, 'refer');

  /** Neither granted nor declined before somebody has looked. */
  function isCodeDue(services: readonly Service[]): boolean {
    const isDue = services.includes('record') && !isCodeChecked;
    setCodeMissed(isDue);
    return isDue;
  }
  async function grant(services: readonly Service[]): Promise<void> {
    if (isCodeDue(services)) return;
    await run(async ({ version, handsOnSeconds, applicationId }) => {
      for (const [place, service] of services.entries()) {
        // One after the other, each on what the one before has made of it. The time at work is told once.
        // oxlint-disable-next-line no-await-in-loop
        await client.applications.decide({
          applicationId,
          version: version + place,
          handsOnSeconds: place === 0 ? handsOnSeconds : 0,
          service,
          decision: 'granted',
          isCodeChecked: service === 'record' && isCodeChecked,
        });
      }
    });
  }

  return (
    <>
      <ReferredNote application={application} />
      {isRecordLeft ? (
        <Codes isChecked={isCodeChecked} isMissed={isCodeMissed && !isCodeChecked} onChange={setCodeChecked} />
      ) : null}
      <ul className="desk-decision" aria-label={words.services}>
        {askedServices(application).map((service) => {
          const decision = decisions[service] ?? 'pending';
          const by = decidedBy[service];
          const canGrant = isGrantable(application, service);
          return (
            <li key={service} className="desk-decision__service">
              <span className="desk-decision__name">{decidedServices[service]}</span>
              <span className={`desk-decision__state desk-decision__state--${decision}`}>
                {decisionNames[decision]}
                {by === undefined ? null : (
                  <span className="desk-applications__small">{words.decidedBy(by.by, whenOf(by.at))}</span>
                )}
              </span>
              <span className="desk-decision__do">
                {decision === 'pending' && !canGrant ? (
                  <span className="desk-applications__small">{whyNot(application, service)}</span>
                ) : null}
                {canGrant ? (
                  <Button
                    isSmall
                    isDisabled={isBusy}
                    label={words.grantOneOf(decidedServices[service])}
                    onPress={() => void grant([service])}
                  >
                    {words.grantOne}
                  </Button>
                ) : null}
                {service === 'record' && canRefer ? (
                  <Button isSmall isDisabled={isBusy} onPress={() => setOpen({ kind: 'refer' })}>
                    {words.refer}
                  </Button>
                ) : null}
                {isPossible(application, 'decline', service) ? (
                  <Button
                    kind="quiet"
                    isSmall
                    isDisabled={isBusy}
                    label={words.declineOf(decidedServices[service])}
                    onPress={() => {
                      if (!isCodeDue([service])) setOpen({ kind: 'decline', service });
                    }}
                  >
                    {words.decline}
                  </Button>
                ) : null}
              </span>
            </li>
          );
        })}
      </ul>
      {canGrantAll(application) ? (
        <Button kind="primary" isDisabled={isBusy} onPress={() => void grant(grantable(application))}>
          {isAllAsked ? words.grantAll : words.grantRest}
        </Button>
      ) : null}
      {open?.kind === 'decline' ? (
        <DeclineDialog
          service={open.service}
          isBusy={isBusy}
          onDecline={async () => {
            const { service } = open;
            await run((key) =>
              client.applications.decide({
                ...key,
                service,
                decision: 'declined',
                isCodeChecked: service === 'record' && isCodeChecked,
              }),
            );
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open?.kind === 'refer' ? (
        <ReferDialog
          days={offers.referralDays}
          isBusy={isBusy}
          onRefer={async (dueOn) => {
            await run((key) => client.applications.refer({ ...key, dueOn }));
            setOpen(null);
          }}
          onClose={() => setOpen(null)}
        />
      ) : null}
    </>
  );
}

/** Why a service that is still to be decided cannot be granted now. */
function whyNot(application: ApplicationDetail, service: Service): string {
  if (!isInScope(application, service)) return words.notInScope;
  return service === 'record' && isPossible(application, 'agree') ? words.agreeFirst : words.notYet;
}
