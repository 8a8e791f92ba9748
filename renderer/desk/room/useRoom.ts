import type { InferContractRouterOutputs } from '@orpc/contract';
import { useContext, useEffect, useState } from 'react';
import type { roomContract } from '../../../preload/contract/desk/arrivals';
import type { DeskClient } from '../deskClient';
import { followStream } from '../live';
import { SessionRefused } from '../parts/session';

type RoomStream = InferContractRouterOutputs<typeof roomContract>['live'];
/** One clinician's patients, as the machine sent them last. */
export type RoomSnapshot = RoomStream extends AsyncIterator<infer Item> ? Item : never;

/** Follows the room of `clinician`, who stays the same for as long as the component stands: nobody sees another room's patients under this one's name. */
export function useRoom(client: DeskClient, clinician: string): { room: RoomSnapshot | null; isLost: boolean } {
  const onRefused = useContext(SessionRefused);
  const [room, setRoom] = useState<RoomSnapshot | null>(null);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    const stream = followStream((signal) => client.room.live({ clinician }, { signal }), {
      onItem(item) {
        setRoom(item);
        setLost(false);
      },
      onLost: () => setLost(true),
      onRefused,
    });
    return () => stream.stop();
  }, [client, clinician, onRefused]);
  return { room, isLost };
}
