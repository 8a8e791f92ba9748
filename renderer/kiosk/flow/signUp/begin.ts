import type { ReadySnapshot } from '../../../../preload/contract/kiosk';
import { isGood } from '../screens';
import type { FlowState } from '../state';
import { show } from '../transitions';
import { firstPage } from './draft';

/**
 * Begins an application, on Welcome or on a good ending that invites to it. There the check-in is over for main, which forgets its handles; the
 * same person goes on, and what they gave stays on the screen only.
 */
export function beginSignUp(state: FlowState, draftId: string, snapshot: ReadySnapshot): FlowState {
  const { screen } = state;
  if (snapshot.signUp.state !== 'open') return state;
  if (screen.kind === 'welcome') return show(state, firstPage(draftId, null));
  if (screen.kind !== 'ending' || !isGood(screen.ending) || !screen.ending.isInvited) return state;
  return { ...show(state, firstPage(draftId, screen.given)), visitNumber: state.visitNumber + 1 };
}
