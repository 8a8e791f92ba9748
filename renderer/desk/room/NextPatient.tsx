import { useRef, useState } from 'react';
import type { DeskHead, DeskRow } from '../../../preload/contract/desk/arrivals';
import { nameOf } from '../../text/desk/arrivals';
import { roomWords } from '../../text/desk/room';
import { startOf } from '../../text/desk/times';
import { CheckField } from '../parts/CheckField';
import { TextField } from '../parts/TextField';
import type { RoomAction } from './roomRows';
import { roomActions, startFor } from './roomRows';
import { useNextKey } from './useNextKey';

/** As long as the contract takes. */
const longestRoom = 60;

interface NextPatientProps {
  next: DeskRow | null;
  calling: DeskHead['calling'];
  clinician: string;
  room: string | null;
  otherRoom: string;
  onOtherRoom: (room: string) => void;
  isBusy: boolean;
  onAction: (row: DeskRow, action: RoomAction) => void;
}

/** The one large button, by mouse or by the key N, and where it calls to. */
export function NextPatient(props: NextPatientProps) {
  const { next, calling, clinician, room, isBusy, onAction } = props;
  const place = useRef<HTMLDivElement>(null);
  // One key without Ctrl is pressed by mistake, and by whoever speaks to their computer: it can be switched off (WCAG 2.1.4).
  const [isKeyOn, setKeyOn] = useState(true);
  const action = next === null ? undefined : roomActions(next, calling)[0];
  const callNext = (): void => {
    if (next !== null && action !== undefined && !isBusy) onAction(next, action);
  };
  useNextKey(isKeyOn && action !== undefined, () => place.current?.checkVisibility() ?? false, callNext);
  if (calling === 'clinicalSystem') return null;
  const start = next === null ? null : startFor(next, clinician);
  return (
    <div className="desk-room__next" ref={place}>
      <button
        type="button"
        className="desk-room__call"
        aria-disabled={action === undefined || isBusy || undefined}
        onClick={callNext}
      >
        <span className="desk-room__callWords">
          {roomWords.next[action === 'fetch' ? 'fetch' : 'call']}
          {isKeyOn ? <kbd className="desk-key desk-room__key">{roomWords.key}</kbd> : null}
        </span>
        <span className="desk-room__callWho">
          {next === null
            ? roomWords.nobodyWaits
            : roomWords.nextWho(start === null ? '' : startOf(start), nameOf(next)).trim()}
        </span>
      </button>
      <div className="desk-room__where">
        {calling === 'here' ? (
          <>
            <p className={room === null && props.otherRoom.trim() === '' ? 'desk-room__noRoom' : undefined}>
              {whereWords(room, props.otherRoom.trim())}
            </p>
            <TextField
              label={roomWords.otherRoom}
              value={props.otherRoom}
              onChange={props.onOtherRoom}
              width="medium"
              maxLength={longestRoom}
            />
          </>
        ) : null}
        <CheckField label={roomWords.keyHelp} isChecked={isKeyOn} onChange={setKeyOn} />
      </div>
    </div>
  );
}

function whereWords(room: string | null, otherRoom: string): string {
  const to = otherRoom === '' ? room : otherRoom;
  return to === null ? roomWords.noRoom : roomWords.callingTo(to);
}
