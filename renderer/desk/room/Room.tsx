import { useContext, useState } from 'react';
import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import { nameOf } from '../../text/desk/arrivals';
import { roomWords, wallTimeOf } from '../../text/desk/room';
import { Refusal } from '../arrivals/Refusal';
import type { DeskClient } from '../deskClient';
import { DeskFeedContext } from '../frame/deskContext';
import { useMachineNow } from '../frame/useMachineNow';
import { Notice } from '../parts/Notice';
import { useAsk } from '../parts/useAsk';
import { NextPatient } from './NextPatient';
import { performRoomAction } from './performRoomAction';
import { RoomLists } from './RoomLists';
import type { RoomAction } from './roomRows';
import { nextOf } from './roomRows';
import { useRoom } from './useRoom';

/** Everything a clinician sees of their patients who are here, live. */
export function Room({ client, clinician }: { client: DeskClient; clinician: string }) {
  const { room, isLost } = useRoom(client, clinician);
  const { ask, isBusy, failure, clear } = useAsk();
  const now = useMachineNow(useContext(DeskFeedContext).clock);
  const [otherRoom, setOtherRoom] = useState('');
  const [done, setDone] = useState('');
  if (room === null) {
    return isLost ? <Notice kind="warning">{roomWords.lost}</Notice> : <p role="status">{roomWords.starting}</p>;
  }
  const wallTime = wallTimeOf(now);
  const next = room.calling === 'clinicalSystem' ? null : nextOf(room.rows, room.clinician, wallTime);

  async function act(row: DeskRow, action: RoomAction): Promise<void> {
    if (isBusy) return;
    clear();
    setDone('');
    const to = otherRoom.trim() === '' ? null : otherRoom.trim();
    const answer = await ask(() => performRoomAction(client, row, action, to));
    if (answer === null) return;
    if (action === 'call' || action === 'again') setDone(roomWords.isCalled(nameOf(row)));
    if (action === 'fetch') setDone(roomWords.isFetched(nameOf(row)));
  }

  const modeWords = roomWords.modes[room.calling];
  return (
    <>
      {isLost ? <Notice kind="warning">{roomWords.lost}</Notice> : null}
      {modeWords === null ? null : <Notice kind="info">{modeWords}</Notice>}
      <Refusal failure={failure} />
      <NextPatient
        next={next}
        calling={room.calling}
        clinician={room.clinician}
        room={room.room}
        otherRoom={otherRoom}
        onOtherRoom={setOtherRoom}
        isBusy={isBusy}
        onAction={(row, action) => void act(row, action)}
      />
      <p className="desk-hidden" role="status">
        {done}
      </p>
      <RoomLists
        room={room}
        now={now}
        wallTime={wallTime}
        isBusy={isBusy}
        onAction={(row, action) => void act(row, action)}
      />
    </>
  );
}
