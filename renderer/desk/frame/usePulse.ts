import { useCallback, useEffect, useRef, useState } from 'react';
import type { Pulse } from '../../../preload/contract/desk/session';
import type { DeskClient } from '../deskClient';
import { followStream } from '../live';
import type { Stream } from '../live';

interface PulseHeard {
  /** Null while nothing is heard. */
  pulse: Pulse | null;
  again: () => void;
}

/** What a locked desk is told so that it can sound: numbers, and nobody. */
export function usePulse(client: DeskClient, isWanted: boolean, onRefused: () => void): PulseHeard {
  const [pulse, setPulse] = useState<Pulse | null>(null);
  const stream = useRef<Stream | null>(null);
  useEffect(() => {
    if (!isWanted) return;
    const own = followStream((signal) => client.session.pulse(undefined, { signal }), {
      onItem: setPulse,
      onLost: () => setPulse(null),
      onRefused,
    });
    stream.current = own;
    return () => {
      own.stop();
      stream.current = null;
      setPulse(null);
    };
  }, [client, isWanted, onRefused]);
  const again = useCallback(() => stream.current?.again(), []);
  return { pulse, again };
}
