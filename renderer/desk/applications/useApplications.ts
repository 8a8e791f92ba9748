import { useEffect, useState } from 'react';
import type { ApplicationsSnapshot } from '../../../preload/contract/desk/applications';
import type { DeskClient } from '../deskClient';
import type { MachineClock } from '../frame/machineClock';
import { followStream } from '../live';

interface Applications {
  /** Null before anything has been heard, and while the desk is locked. */
  snapshot: ApplicationsSnapshot | null;
  /** Machine instant since which nothing is heard; null while the stream is there. */
  lostSince: string | null;
}

const nothing: Applications = { snapshot: null, lostSince: null };

/** The live applications while `isWanted`. Otherwise nothing of them is held, so that a locked page has nobody's name in it. */
export function useApplications(
  client: DeskClient,
  clock: MachineClock,
  isWanted: boolean,
  onRefused: () => void,
): Applications {
  const [state, setState] = useState(nothing);
  useEffect(() => {
    if (!isWanted) return;
    const stream = followStream((signal) => client.applications.live(undefined, { signal }), {
      onItem(snapshot) {
        clock.set(snapshot.at);
        setState({ snapshot, lostSince: null });
      },
      onLost: () => setState((before) => ({ ...before, lostSince: before.lostSince ?? clock.now() })),
      onRefused,
    });
    return () => {
      stream.stop();
      setState(nothing);
    };
  }, [client, clock, isWanted, onRefused]);
  return state;
}
