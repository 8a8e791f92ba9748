import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { DeskClient } from '../deskClient';
import { followSession, type SessionFollower, type SessionView } from './followSession';

export type Session = SessionView & Pick<SessionFollower, 'reload' | 'set' | 'drop' | 'lock'>;

/** How the session stands, for as long as the page shows it. */
export function useSession(client: DeskClient): Session {
  const { view, subscribe, reload, set, drop, lock, stop } = useMemo(() => followSession(client), [client]);
  const shown = useSyncExternalStore(subscribe, view);
  useEffect(() => {
    reload();
    return stop;
  }, [reload, stop]);
  return { ...shown, reload, set, drop, lock };
}
