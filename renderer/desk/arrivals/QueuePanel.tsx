import { useState } from 'react';
import type { QueueEntry } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords } from '../../text/desk/arrivals';
import { minutesBetween, shortDurationOf } from '../../text/desk/times';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { SelectField } from '../parts/SelectField';
import { useAsk } from '../parts/useAsk';
import { Panel } from './Panel';
import { Refusal } from './Refusal';

const { queue: words, actions, states } = arrivalsWords;

interface QueuePanelProps {
  client: DeskClient;
  queue: readonly QueueEntry[];
  rooms: readonly string[];
  now: string;
}

/** Tickets of people without a check-in, the longest waiting first. Names nobody, because nobody has said a name. */
export function QueuePanel({ client, queue, rooms, now }: QueuePanelProps) {
  const { ask, failure, isBusy } = useAsk();
  const [room, setRoom] = useState<string>(words.reception);
  const { calling } = client;
  return (
    <Panel title={words.title} count={queue.length} empty={words.empty}>
      <Refusal failure={failure} />
      {queue.length > 0 && rooms.length > 0 ? (
        <div className="desk-arrivals__to">
          <SelectField
            label={words.callTo}
            value={room}
            onChange={setRoom}
            options={[words.reception, ...rooms.filter((one) => one !== words.reception)].map((one) => ({
              value: one,
              label: one,
            }))}
          />
        </div>
      ) : null}
      <ul className="desk-panel-box__list">
        {queue.map((entry) => {
          const call = entry.call?.outcome === 'open' ? entry.call : null;
          const since = shortDurationOf(minutesBetween(entry.issuedAt, now));
          return (
            <li key={entry.ticketId} className="desk-work">
              <div className="desk-work__words">
                <p className="desk-work__name">
                  <span className="desk-work__ticket">{entry.ticket}</span>{' '}
                  {entry.queue === 'walkIn' ? words.walkIn : (words.kinds[entry.kind] ?? entry.kind)}
                </p>
                <p className="desk-arrivals__small">
                  {call === null ? words.since(since) : states.called(call.lastAt, call.times)}
                </p>
              </div>
              <div className="desk-work__buttons">
                {call === null ? (
                  <Button
                    isSmall
                    isDisabled={isBusy}
                    label={words.callOf(entry.ticket)}
                    onPress={() => void ask(() => calling.callTicket({ ticketId: entry.ticketId, room }))}
                  >
                    {words.call}
                  </Button>
                ) : (
                  (['cameIn', 'again', 'didNotAnswer'] as const).map((action) => (
                    <Button
                      key={action}
                      isSmall
                      isDisabled={isBusy}
                      label={arrivalsWords.actionFor(actions[action], entry.ticket)}
                      onPress={() => void ask(() => calling[action]({ callId: call.callId }))}
                    >
                      {actions[action]}
                    </Button>
                  ))
                )}
              </div>
            </li>
          );
        })}
      </ul>
    </Panel>
  );
}
