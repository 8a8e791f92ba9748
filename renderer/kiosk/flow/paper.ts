import type { TicketEnd } from '../../../preload/contract/kiosk';
import { lastSnapshot } from './snapshots';
import type { FlowState, PaperWay, Screen } from './state';
import { paperTimeoutMilliseconds } from './times';

/**
 * `Print this` on an ending that holds a reference or a ticket. It moves no screen and stops no time: whoever cannot wait goes, and the
 * reference stays on the screen whatever the printer does.
 */

/** An ending that may hold something to print. */
type PaperScreen = Extract<Screen, { paper: PaperWay }>;

/** The paper of an ending that holds something: only where a printer stands that is well. */
export function offerPaper({ service }: FlowState): PaperWay {
  return { state: lastSnapshot(service)?.canPrint === true ? 'offered' : 'none' };
}

/** `Print this`: once on each ending. */
export function printPaper(state: FlowState): FlowState {
  const { screen } = state;
  if (!('paper' in screen) || screen.paper.state !== 'offered') return state;
  const requestId = state.lastRequestId + 1;
  const paper: PaperWay = { state: 'printing', requestId, waitedMilliseconds: 0 };
  return { ...state, screen: { ...screen, paper }, lastRequestId: requestId };
}

/** How the paper ended; what belongs to another ending is nobody's any more. */
export function takePaper(state: FlowState, requestId: number, end: TicketEnd): FlowState {
  return change(state, (paper) =>
    paper.state === 'printing' && paper.requestId === requestId ? { state: end } : paper,
  );
}

/** The printer is no longer well: nothing is offered that it could not keep. */
export function withdrawPaper(state: FlowState): FlowState {
  return change(state, (paper) => (paper.state === 'offered' ? { state: 'none' } : paper));
}

/** Time goes by: who waits for a paper does not wait for ever. */
export function passPaper(state: FlowState, milliseconds: number): FlowState {
  return change(state, (paper) => {
    if (paper.state !== 'printing') return paper;
    const waitedMilliseconds = paper.waitedMilliseconds + milliseconds;
    return waitedMilliseconds < paperTimeoutMilliseconds ? { ...paper, waitedMilliseconds } : { state: 'failed' };
  });
}

/** The paper that main has been asked for; null: none. */
export function printingOf(screen: Screen): { requestId: number } | null {
  const paper = endingOf(screen)?.paper;
  return paper?.state === 'printing' ? { requestId: paper.requestId } : null;
}

/** The ending that is on the screen, or behind the question that was opened from it. */
function endingOf(screen: Screen): PaperScreen | null {
  if (screen.kind === 'needs') return screen.ending;
  return 'paper' in screen ? screen : null;
}

function change(state: FlowState, to: (paper: PaperWay) => PaperWay): FlowState {
  const { screen } = state;
  const ending = endingOf(screen);
  if (ending === null) return state;
  const paper = to(ending.paper);
  if (paper === ending.paper) return state;
  if (screen.kind === 'needs') return { ...state, screen: { ...screen, ending: { ...screen.ending, paper } } };
  return { ...state, screen: { ...ending, paper } };
}
