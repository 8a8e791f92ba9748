import type { DeskHead, DeskRow, RowCall } from '../../../preload/contract/desk/arrivals';
import { nameOf } from '../../text/desk/arrivals';
import { roomWords } from '../../text/desk/room';
import { birthOf, durationOf, minutesBetween, startOf, timeOf } from '../../text/desk/times';
import { Flags } from '../arrivals/Flags';
import { Button } from '../parts/Button';
import type { RoomAction } from './roomRows';
import { roomActions, startFor } from './roomRows';

interface RoomPatientProps {
  row: DeskRow;
  clinician: string;
  calling: DeskHead['calling'];
  /** The machine's instant, and the same as London wall time. */
  now: string;
  wallTime: string;
  isBusy: boolean;
  onAction: (row: DeskRow, action: RoomAction) => void;
}

/** One patient: when, who, how long they wait or since when they are called, what to know, and what can be done now. */
export function RoomPatient({ row, clinician, calling, now, wallTime, isBusy, onAction }: RoomPatientProps) {
  const name = nameOf(row);
  const start = startFor(row, clinician);
  const isWaiting = row.stage === 'waiting';
  return (
    <li className={`desk-room__patient${isWaiting ? '' : ' desk-room__patient--called'}`}>
      <p className="desk-room__start">{start === null ? '' : startOf(start)}</p>
      <div className="desk-room__who">
        <p className="desk-room__name">{name}</p>
        <p className="desk-room__facts">
          {birthOf(row.dateOfBirth)}
          {row.ticket === null ? null : ` · ${roomWords.ticket(row.ticket)}`}
        </p>
      </div>
      <div className="desk-room__state">
        {isWaiting ? (
          <p>
            {roomWords.waits(durationOf(minutesBetween(row.since, now)))}
            {start !== null && start > wallTime ? `, ${roomWords.notYet}` : ''}
          </p>
        ) : (
          <p>{callState(row.call)}</p>
        )}
        {isWaiting && row.call?.outcome === 'didNotAnswer' ? (
          <p>{roomWords.didNotAnswer(timeOf(row.call.lastAt))}</p>
        ) : null}
        <LookWords row={row} />
        <Flags row={row} />
      </div>
      <div className="desk-room__actions">
        {roomActions(row, calling).map((action, place) => (
          <Button
            key={action}
            kind={place === 0 && !isWaiting ? 'primary' : 'secondary'}
            isSmall
            isDisabled={isBusy}
            label={roomWords.actionFor(roomWords.actions[action], name)}
            onPress={() => onAction(row, action)}
          >
            {roomWords.actions[action]}
          </Button>
        ))}
      </div>
    </li>
  );
}

function LookWords({ row: { stage, call } }: { row: DeskRow }) {
  if (stage !== 'called' || call?.outcome !== 'open' || !call.needsLook) return null;
  return (
    <p className="desk-room__look">
      {call.lookedAt === null ? roomWords.lookFirst : roomWords.looked(timeOf(call.lookedAt))}
    </p>
  );
}

function callState(call: RowCall | null): string {
  if (call?.outcome !== 'open') return roomWords.sentIn;
  const { kind, at, lastAt, times, room } = call;
  if (kind === 'fetch') return roomWords.fetchAt(timeOf(at));
  const words = kind === 'quiet' ? roomWords.quietAt(timeOf(lastAt)) : roomWords.calledAt(timeOf(lastAt), times);
  return room === null ? words : `${words}, ${roomWords.to(room)}`;
}
