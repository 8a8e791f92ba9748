import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import { roomWords } from '../../text/desk/room';
import { Section } from '../parts/Section';
import { RoomPatient } from './RoomPatient';
import type { RoomAction } from './roomRows';
import { calledOf, waitingOf } from './roomRows';
import type { RoomSnapshot } from './useRoom';

interface RoomListsProps {
  room: RoomSnapshot;
  now: string;
  wallTime: string;
  isBusy: boolean;
  onAction: (row: DeskRow, action: RoomAction) => void;
}

/** Who is called and who waits. */
export function RoomLists({ room, ...rest }: RoomListsProps) {
  const { clinician, calling, rows, toCome } = room;
  const called = calledOf(rows);
  const waiting = waitingOf(rows, clinician);
  const list = (some: readonly DeskRow[]) => (
    <ul className="desk-room__list">
      {some.map((row) => (
        <RoomPatient key={row.visitId} row={row} clinician={clinician} calling={calling} {...rest} />
      ))}
    </ul>
  );
  return (
    <>
      <Section title={roomWords.calledTitle}>
        {called.length === 0 ? <p className="desk-room__none">{roomWords.nobodyCalled}</p> : list(called)}
      </Section>
      <Section title={roomWords.waitingTitle(waiting.length)}>
        {waiting.length === 0 ? <p className="desk-room__none">{roomWords.nobodyWaits}.</p> : list(waiting)}
        <p className="desk-room__toCome">{roomWords.toCome(toCome)}</p>
      </Section>
    </>
  );
}
