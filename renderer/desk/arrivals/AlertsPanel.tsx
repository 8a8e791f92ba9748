import type { DeskAlert } from '../../../preload/contract/desk/arrivals';
import { alertDetail, alertPerson, alertTitle, arrivalsWords } from '../../text/desk/arrivals';
import { timeOf } from '../../text/desk/times';
import { Icon } from '../../ui/Icon';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { useAsk } from '../parts/useAsk';
import { Panel } from './Panel';
import { Refusal } from './Refusal';

const { alerts: words } = arrivalsWords;

interface AlertsPanelProps {
  client: DeskClient;
  alerts: readonly DeskAlert[];
  /** Opens the row of somebody whom an alert is about. */
  onOpen: (visitId: string) => void;
}

/** What staff must look at, the most urgent first, each person once. Spoken when it comes; never takes the focus. */
export function AlertsPanel({ client, alerts, onOpen }: AlertsPanelProps) {
  const { ask, failure, isBusy } = useAsk();
  const isUrgent = alerts.some((alert) => alert.isUrgent);
  return (
    <Panel
      title={words.title}
      count={alerts.length}
      empty={words.empty}
      look={isUrgent ? 'urgent' : alerts.length > 0 ? 'amber' : 'plain'}
    >
      <Refusal failure={failure} />
      <ul className="desk-panel-box__list" aria-live={isUrgent ? 'assertive' : 'polite'}>
        {alerts.map((alert) => (
          <li
            key={`${alert.kind} ${alert.alertIds[0] ?? ''}`}
            className={`desk-alert${alert.isUrgent ? ' desk-alert--urgent' : ''}`}
          >
            <Icon name={alert.isUrgent ? 'warning' : 'person'} />
            <AlertWords alert={alert} onOpen={onOpen} />
            <p className="desk-alert__since">
              {timeOf(alert.since)}
              {alert.alertIds.length > 1 ? `, ${words.several(alert.alertIds.length)}` : ''}
            </p>
            <Button
              isSmall
              kind={alert.isUrgent ? 'warning' : 'secondary'}
              isDisabled={isBusy}
              label={words.acknowledgeOf([alertTitle(alert), ...alert.people.map(alertPerson)].join(', '))}
              onPress={() => void ask(() => client.arrivals.acknowledge({ alertIds: alert.alertIds }))}
            >
              {words.acknowledge}
            </Button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function AlertWords({ alert, onOpen }: { alert: DeskAlert; onOpen: (visitId: string) => void }) {
  const { visitId, people } = alert;
  const detail = alertDetail(alert);
  return (
    <div className="desk-alert__words">
      <p className="desk-alert__title">{alertTitle(alert)}</p>
      {people.map((person) =>
        visitId === null ? (
          <p key={alertPerson(person)}>{alertPerson(person)}</p>
        ) : (
          <button
            key={alertPerson(person)}
            type="button"
            className="desk-alert__person"
            onClick={() => onOpen(visitId)}
          >
            {alertPerson(person)}
          </button>
        ),
      )}
      {detail === null ? null : <p>{detail}</p>}
    </div>
  );
}
