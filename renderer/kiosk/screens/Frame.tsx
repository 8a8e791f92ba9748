import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DisplayControls } from '../../ui/DisplayControls';
import { Button } from '../../ui/Button';
import { isQuestion, isTimed, isWaiting } from '../flow/screens';
import { lastSnapshot } from '../flow/snapshots';
import type { FlowState, Service } from '../flow/state';
import { Countdown } from './Countdown';
import { shutMode } from './kioskMode';
import type { Dispatch } from './screenProps';

interface FrameProps {
  state: FlowState;
  dispatch: Dispatch;
  children: ReactNode;
}

/** What stands around every screen: the practice's name, the fixed words of its mode, and the way to a human. */
export function Frame({ state, dispatch, children }: FrameProps) {
  const { screen, service, display } = state;
  const isReady = service.kind === 'ready';
  const isShut = shutMode(state) !== null;
  const isWelcome = screen.kind === 'welcome' && !isShut;
  // An answer that takes its time must not stand between the patient and a human; one that does not, must not flicker.
  const isWaitLong = isWaiting(screen) && screen.waitedMilliseconds >= 1_000;
  const isHumanOffered =
    isQuestion(screen) ||
    screen.kind === 'reception' ||
    screen.kind === 'needs' ||
    screen.kind === 'signUp' ||
    isWaitLong;
  const snapshot = lastSnapshot(service);
  return (
    <div
      className={`frame${display.isScreenLowered ? ' is-lowered' : ''}${isWelcome ? ' frame--welcome' : ''}`}
      // Behind the open dialog nothing can be reached, by touch or by speech.
      aria-hidden={state.warningMilliseconds === null ? undefined : true}
    >
      <header className="header">
        <TrialWords state={state} />
        <div className="header__bar">
          {snapshot === null ? null : <Logo practice={snapshot.practice} />}
          {snapshot === null || (isReady && isWelcome) ? null : (
            <span className="header__practice">{snapshot.practice}</span>
          )}
          <ModeWords service={service} />
        </div>
      </header>
      <main className="main">{children}</main>
      {isReady && !isShut ? (
        <footer className="footer">
          <DisplayControls {...display} onToggle={(setting) => dispatch({ type: 'displayToggled', setting })} />
          {isHumanOffered ? <HumanControls dispatch={dispatch} /> : null}
          {'remainingMilliseconds' in screen ? (
            <Countdown remainingMilliseconds={screen.remainingMilliseconds} dispatch={dispatch} />
          ) : null}
        </footer>
      ) : null}
    </div>
  );
}

/**
 * The practice's mark. Staff hold it for three seconds to open the desk (`logoHold.ts`); to everybody else it is a picture, so nothing
 * speaks of it.
 */
function Logo({ practice }: { practice: string }) {
  return (
    <span className="header__logo" data-logo="" aria-hidden="true">
      {[...practice.trim()].slice(0, 1).join('').toLocaleUpperCase('en-GB')}
    </span>
  );
}

/** On Welcome and every ending, until the practice has signed the kiosk off (design §11). */
function TrialWords({ state }: { state: FlowState }) {
  const { t } = useTranslation();
  const { screen, service } = state;
  const isTrial = service.kind === 'ready' && service.snapshot.mode === 'trial';
  const isShown = screen.kind === 'welcome' || screen.kind === 'needs' || isTimed(screen);
  return isTrial && isShown ? <p className="header__trial">{t('header.trial')}</p> : null;
}

/** DEMONSTRATION on every screen (design §11); a test build is named as one. */
function ModeWords({ service }: { service: Service }) {
  const { t } = useTranslation();
  const known = service.kind === 'fault' ? service : lastSnapshot(service);
  if (known === null) return null;
  const { mode, isTestBuild } = known;
  return (
    <>
      {mode === 'demonstration' ? <span className="tag">{t('header.demonstration')}</span> : null}
      {isTestBuild ? <span className="tag">{t('header.testBuild')}</span> : null}
    </>
  );
}

/** The kiosk never stands between a patient and a human (third promise, design §1). */
function HumanControls({ dispatch }: { dispatch: Dispatch }) {
  const { t } = useTranslation();
  return (
    <div className="humanControls">
      <Button onPress={() => dispatch({ type: 'receptionTapped' })}>{t('action.reception')}</Button>
      <Button look="help" onPress={() => dispatch({ type: 'helpTapped' })}>
        {t('action.help')}
      </Button>
    </div>
  );
}
