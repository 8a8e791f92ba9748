import type { ReactNode } from 'react';
import type { FlowState, Screen } from '../flow/state';
import { isCheckInOpen } from '../flow/service';
import { Asking } from './Asking';
import { DateOfBirth } from './DateOfBirth';
import { EndingView } from './EndingView';
import { Fault } from './Fault';
import { HelpCalled } from './HelpCalled';
import { Letter } from './Letter';
import { OutOfService } from './OutOfService';
import { Postcode } from './Postcode';
import type { Dispatch } from './screenProps';
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
    case 'ready':
      return screen.kind === 'welcome' ? (
        <Welcome snapshot={service.snapshot} dispatch={dispatch} />
      ) : (
        <VisitView screen={screen} isCheckInOpen={isCheckInOpen(state)} dispatch={dispatch} />
      );
  }
}

interface VisitViewProps {
  screen: Exclude<Screen, { kind: 'welcome' }>;
  isCheckInOpen: boolean;
  dispatch: Dispatch;
}

function VisitView({ screen, isCheckInOpen: isOpen, dispatch }: VisitViewProps): ReactNode {
  switch (screen.kind) {
    case 'dateOfBirth':
      return <DateOfBirth screen={screen} dispatch={dispatch} />;
    case 'letter':
      return <Letter screen={screen} dispatch={dispatch} />;
    case 'postcode':
      return <Postcode screen={screen} dispatch={dispatch} />;
    case 'asking':
    case 'disputing':
      return <Asking />;
    case 'helpCalled':
      return <HelpCalled screen={screen} dispatch={dispatch} />;
    case 'ending':
      return <EndingView screen={screen} isCheckInOpen={isOpen} dispatch={dispatch} />;
  }
}
