import type { ReactNode } from 'react';
import type { ReadySnapshot } from '../../../preload/contract/kiosk';
import type { FlowState, Screen } from '../flow/state';
import { isCheckInOpen } from '../flow/service';
import { Asking } from './Asking';
import { Cleaning } from './Cleaning';
import { ClosedHours } from './ClosedHours';
import { DateOfBirth } from './DateOfBirth';
import { EndingView } from './EndingView';
import { Fault } from './Fault';
import { HelpCalled } from './HelpCalled';
import { shutMode } from './kioskMode';
import type { ShutMode } from './kioskMode';
import { Letter } from './Letter';
import { Needs } from './Needs';
import { OutOfService } from './OutOfService';
import { Postcode } from './Postcode';
import { Reception } from './Reception';
import { ReceptionEnding } from './ReceptionEnding';
import type { Dispatch } from './screenProps';
import { SignUpEnding } from './signUp/SignUpEnding';
import { SignUpStopped } from './signUp/SignUpStopped';
import { SignUpView } from './signUp/SignUpView';
import { WalkInEnding } from './WalkInEnding';
import { Welcome } from './Welcome';

interface ScreenViewProps {
  state: FlowState;
  dispatch: Dispatch;
}

/** The screen for a state. Each is drawn afresh when its kind changes, so nothing of one is left in the next. */
export function ScreenView({ state, dispatch }: ScreenViewProps): ReactNode {
  const { service, screen } = state;
  switch (service.kind) {
    case 'starting':
      return <Asking />;
    case 'lost':
      return <OutOfService />;
    case 'fault':
      return <Fault fault={service.fault} folder={service.folder} />;
    case 'ready': {
      const { snapshot } = service;
      const mode = shutMode(state);
      if (mode !== null) return <ShutView mode={mode} snapshot={snapshot} dispatch={dispatch} />;
      return <VisitView screen={screen} snapshot={snapshot} isCheckInOpen={isCheckInOpen(state)} dispatch={dispatch} />;
    }
  }
}

interface ShutViewProps {
  mode: ShutMode;
  snapshot: ReadySnapshot;
  dispatch: Dispatch;
}

function ShutView({ mode, snapshot, dispatch }: ShutViewProps): ReactNode {
  switch (mode.state) {
    case 'outOfService':
      return <OutOfService onHelp={() => dispatch({ type: 'helpTapped' })} />;
    case 'cleaning':
      return <Cleaning remainingMilliseconds={mode.milliseconds} />;
    case 'closedHours':
      return <ClosedHours opens={mode.opens} today={snapshot.today} />;
  }
}

interface VisitViewProps {
  screen: Screen;
  snapshot: ReadySnapshot;
  isCheckInOpen: boolean;
  dispatch: Dispatch;
}

function VisitView({ screen, snapshot, isCheckInOpen: isOpen, dispatch }: VisitViewProps): ReactNode {
  switch (screen.kind) {
    case 'welcome':
      return <Welcome snapshot={snapshot} dispatch={dispatch} />;
    case 'dateOfBirth':
      return <DateOfBirth screen={screen} dispatch={dispatch} />;
    case 'letter':
      return <Letter screen={screen} dispatch={dispatch} />;
    case 'postcode':
      return <Postcode screen={screen} dispatch={dispatch} />;
    case 'asking':
    case 'disputing':
    case 'comingIn':
    case 'choosing':
    case 'joining':
    case 'sendingApplication':
      return <Asking />;
    case 'helpCalled':
      return <HelpCalled screen={screen} dispatch={dispatch} />;
    case 'ending':
      return <EndingView screen={screen} snapshot={snapshot} isCheckInOpen={isOpen} dispatch={dispatch} />;
    case 'needs':
      return <Needs screen={screen} languages={snapshot.interpreterLanguages} dispatch={dispatch} />;
    case 'reception':
      return <Reception snapshot={snapshot} dispatch={dispatch} />;
    case 'receptionEnding':
      return (
        <ReceptionEnding screen={screen} choices={snapshot.reception} isCheckInOpen={isOpen} dispatch={dispatch} />
      );
    case 'walkInEnding':
      return <WalkInEnding screen={screen} isCheckInOpen={isOpen} dispatch={dispatch} />;
    case 'signUp':
      return <SignUpView screen={screen} snapshot={snapshot} dispatch={dispatch} />;
    case 'signUpEnding':
      return <SignUpEnding screen={screen} snapshot={snapshot} dispatch={dispatch} />;
    case 'signUpStopped':
      return <SignUpStopped screen={screen} snapshot={snapshot} dispatch={dispatch} />;
  }
}
