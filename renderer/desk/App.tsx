import { useCallback, useEffect, useState } from 'react';
import type { SessionState } from '../../preload/contract/desk/session';
import { frameWords } from '../text/desk/frame';
import type { DeskClient } from './deskClient';
import { DeskSounds } from './frame/DeskSounds';
import { Frame } from './frame/Frame';
import type { MachineClock } from './frame/machineClock';
import { useAlive } from './frame/useAlive';
import { useArrivals } from './frame/useArrivals';
import { useIdleLock } from './frame/useIdleLock';
import { useMute } from './frame/useMute';
import { usePulse } from './frame/usePulse';
import { useSession } from './frame/useSession';
import { useSoundAllowed } from './frame/useSoundAllowed';
import { Notice } from './parts/Notice';
import { IsCovered, SessionRefused } from './parts/session';
import { LockScreen } from './signIn/LockScreen';
import { SignInPage } from './signIn/SignInPage';

/** The desk: who is signed in decides what is seen. The frame of whoever worked here last stays, out of sight, until somebody else signs in. */
export function App({ client, clock }: { client: DeskClient; clock: MachineClock }) {
  const { state, kept, isUnreachable, reload, set, drop, lock } = useSession(client);
  const [wasLockedInstead, setLockedInstead] = useState(false);
  const mute = useMute(clock);
  const isSoundAllowed = useSoundAllowed();

  const isOpen = state?.kind === 'open';
  const who = state?.kind === 'open' || state?.kind === 'locked' ? state.who : null;
  const isReceptionist = who?.roles.includes('receptionist') ?? false;
  const { live, isHeard, again } = useArrivals(client, clock, isOpen && isReceptionist, reload);
  const { pulse, again: pulseAgain } = usePulse(client, state?.kind === 'locked' && isReceptionist, reload);
  const isThere = isReceptionist ? isHeard || pulse !== null : isOpen;
  useAlive(client, clock, isThere, pulse === null ? again : pulseAgain, reload);
  useIdleLock(state?.kind === 'open' ? state.locksAfterSeconds : null, lock);

  useEffect(() => {
    const alerts = live.head === null ? (pulse?.alerts ?? 0) : live.alerts.length;
    const waiting =
      live.head === null ? (pulse?.waiting ?? null) : live.rows.filter((row) => row.stage === 'waiting').length;
    document.title = state === null ? frameWords.title : frameWords.pageTitle(state.practice, alerts, waiting);
  }, [state, live, pulse]);

  const signOut = useCallback(() => {
    void (async () => {
      try {
        await client.session.signOut({});
      } catch {
        // A page that only looks signed out would open again for the next person.
        setLockedInstead(true);
        lock();
        return;
      }
      drop();
    })();
  }, [client, lock, drop]);
  // Whoever signs out at a locked desk was told that what is not saved is lost.
  const leaveLock = (next: SessionState): void => {
    setLockedInstead(false);
    if (next.kind === 'open' || next.kind === 'locked') set(next);
    else drop();
  };

  if (state === null) {
    return (
      <p className="desk-starting" role="status">
        {isUnreachable ? frameWords.unreachable : frameWords.connecting}
      </p>
    );
  }
  const shown = state.kind === 'open' ? state.who : kept;
  return (
    <SessionRefused value={reload}>
      {isSoundAllowed ? (
        <DeskSounds live={live} pulse={pulse} clock={clock} isMuted={mute.mutedUntil !== null} />
      ) : null}
      {state.kind === 'locked' ? (
        <>
          {wasLockedInstead ? <Notice kind="warning">{frameWords.notSignedOut}</Notice> : null}
          <LockScreen state={state} client={client} onState={leaveLock} />
        </>
      ) : null}
      {state.kind === 'firstRun' || state.kind === 'signedOut' ? (
        <SignInPage state={state} client={client} onState={set} />
      ) : null}
      {shown === null ? null : (
        <IsCovered value={!isOpen}>
          <div className={`desk${isOpen ? '' : ' desk--covered'}`} inert={!isOpen} key={shown.staffId}>
            <Frame
              about={state}
              who={shown}
              client={client}
              clock={clock}
              live={live}
              mute={mute}
              isSoundAllowed={isSoundAllowed}
              onLock={lock}
              onSignOut={signOut}
            />
          </div>
        </IsCovered>
      )}
    </SessionRefused>
  );
}
