import { useCallback, useEffect, useRef, useState } from 'react';
import type { DeskClient } from '../deskClient';
import { emptyLive, loseConnection, takeSnapshot } from '../flow/live';
import type { LiveState } from '../flow/live';
import { followStream } from '../live';
import type { Stream } from '../live';
import type { MachineClock } from './machineClock';

interface Arrivals {
  live: LiveState;
  /** Whether the stream is there at this moment. */
  isHeard: boolean;
  /** Begins the stream anew. */
  again: () => void;
}

/**
 * The live arrivals while `isWanted`: a receptionist's desk that is open. Otherwise nothing of them is held, so that a locked page has nobody's
 * name in it.
 */
export function useArrivals(
  client: DeskClient,
  clock: MachineClock,
  isWanted: boolean,
  onRefused: () => void,
): Arrivals {
  const [live, setLive] = useState<LiveState>(emptyLive);
  const stream = useRef<Stream | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const own = followStream((signal) => client.arrivals.live(undefined, { signal }), {
      onItem(snapshot) {
        if (snapshot.head !== undefined) clock.set(snapshot.head.at);
        setLive((state) => takeSnapshot(state, snapshot));
      },
      onLost: () => setLive((state) => loseConnection(state, clock.now())),
      onRefused,
    });
    stream.current = own;
    return () => {
      own.stop();
      stream.current = null;
      setLive(emptyLive);
    };
  }, [client, clock, isWanted, onRefused]);
  const again = useCallback(() => stream.current?.again(), []);
  return { live, isHeard: live.head !== null && live.lostSince === null, again };
}
