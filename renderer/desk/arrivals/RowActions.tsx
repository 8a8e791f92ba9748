import { useState } from 'react';
import type { DeskHead, DeskRow } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords, nameOf } from '../../text/desk/arrivals';
import type { RowAction, RowExtra } from '../flow/actions';
import { actionsOf, extrasOf } from '../flow/actions';
import { firstAppointment } from '../flow/rows';
import { Button } from '../parts/Button';
import type { AskFailure } from '../parts/useAsk';
import { SelectField } from '../parts/SelectField';
import { Refusal } from './Refusal';

interface RowActionsProps {
  row: DeskRow;
  head: DeskHead;
  isBusy: boolean;
  failure: AskFailure | null;
  onAction: (action: RowAction, room: string | null) => void;
  onExtra: (extra: RowExtra) => void;
}

const { actions } = arrivalsWords;

/** Everything that can be done with a row now, below it: one click for what is common, the rare after "More". */
export function RowActions({ row, head, isBusy, failure, onAction, onExtra }: RowActionsProps) {
  const [room, setRoom] = useState('');
  const possible = actionsOf(row, head.calling);
  const ownRoom = firstAppointment(row)?.room ?? null;
  const doesCall = possible.includes('call') || possible.includes('quiet');
  return (
    <div className="desk-arrivals__bar" role="group" aria-label={arrivalsWords.actionsFor(nameOf(row))}>
      <Refusal failure={failure} />
      <div className="desk-arrivals__buttons">
        {possible.map((action, place) => (
          <Button
            key={action}
            isSmall
            kind={place === 0 ? 'primary' : 'secondary'}
            isDisabled={isBusy}
            onPress={() => onAction(action, room === '' ? null : room)}
          >
            {actions[action]}
          </Button>
        ))}
        {doesCall && head.rooms.length > 0 ? (
          <div className="desk-arrivals__to">
            <SelectField
              label={arrivalsWords.callTo}
              value={room}
              onChange={setRoom}
              options={[
                { value: '', label: arrivalsWords.ownRoom(ownRoom) },
                ...head.rooms.filter((one) => one !== ownRoom).map((one) => ({ value: one, label: one })),
              ]}
            />
          </div>
        ) : null}
      </div>
      <div className="desk-arrivals__more">
        <span className="desk-arrivals__small">{arrivalsWords.more}</span>
        {extrasOf(row).map((extra) => (
          <Button key={extra} isSmall kind="quiet" isDisabled={isBusy} onPress={() => onExtra(extra)}>
            {actions[extra]}
          </Button>
        ))}
        <span className="desk-arrivals__facts">
          {[
            row.nhsNumber === null ? null : arrivalsWords.nhsNumber(row.nhsNumber),
            row.lastChange === null ? null : arrivalsWords.lastChange(row.lastChange.by, row.lastChange.at),
          ]
            .filter((fact) => fact !== null)
            .join(' · ')}
        </span>
      </div>
    </div>
  );
}
