import type { SessionState, Who } from '../../../preload/contract/desk/session';
import { frameWords } from '../../text/desk/frame';
import { Icon } from '../../ui/Icon';

interface HeadProps {
  about: Pick<SessionState, 'practice' | 'mode'>;
  who: Who;
  mutedUntil: string | null;
  isSoundAllowed: boolean;
  /** Whether this desk sounds at all: a receptionist's does. */
  doesSound: boolean;
  onMute: () => void;
  onOwnAccount: () => void;
  onLock: () => void;
  onSignOut: () => void;
}

/** The bar at the top: which practice, which mode, who, and the ways out. */
export function Head(props: HeadProps) {
  const { about, who, mutedUntil, isSoundAllowed, doesSound } = props;
  const mode = frameWords.modesShort[about.mode];
  return (
    <header className="desk-head">
      <h1 className="desk-head__practice">{about.practice}</h1>
      {mode === null ? null : (
        <span className="desk-head__mode" title={about.mode === 'trial' ? frameWords.trialExplained : undefined}>
          {mode}
        </span>
      )}
      <div className="desk-head__ways">
        {doesSound && !isSoundAllowed ? (
          <button type="button" className="desk-head__way desk-head__way--wait">
            {frameWords.soundWaits}
          </button>
        ) : null}
        {doesSound ? (
          <button
            type="button"
            className="desk-head__way"
            aria-pressed={mutedUntil !== null}
            title={frameWords.muteTitle}
            onClick={props.onMute}
          >
            <Icon name="call" />
            {mutedUntil === null ? frameWords.mute : frameWords.muted(mutedUntil)}
          </button>
        ) : null}
        <button
          type="button"
          className="desk-head__way"
          aria-label={frameWords.own(who.displayName)}
          onClick={props.onOwnAccount}
        >
          <Icon name="person" />
          <span className="desk-head__who">{who.displayName}</span>
        </button>
        <button type="button" className="desk-head__way" onClick={props.onLock}>
          {frameWords.lock}
        </button>
        <button type="button" className="desk-head__way" onClick={props.onSignOut}>
          {frameWords.signOut}
        </button>
      </div>
    </header>
  );
}
