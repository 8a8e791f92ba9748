import type { ReadySnapshot } from '../../../../preload/contract/kiosk';
import type { FlowState } from '../state';
import { show } from '../transitions';
import { openPage, withoutAgreements } from './draft';
import { stopSignUp } from './ends';
import type { SignUpScreen } from './state';

/**
 * What main's news mean to somebody in the middle of an application. Staff who have too much to do stop it at once; closing by the hour lets
 * them finish. One that is being sent already is waited for.
 */
export function followSignUp(state: FlowState, snapshot: ReadySnapshot): FlowState {
  const { screen } = state;
  if (screen.kind !== 'signUp') return state;
  switch (snapshot.signUp.state) {
    case 'paused':
    case 'off':
      return stopSignUp(state, 'stopped');
    case 'open':
    case 'closed':
      return followWords(state, screen, snapshot.signUpOffers.statementsVersion);
  }
}

function followWords(state: FlowState, screen: SignUpScreen, version: string): FlowState {
  const { draft, change } = screen;
  const isStale = [draft, change?.answers].some((one) => isAboutOther(one?.statementsVersion ?? null, version));
  return isStale ? show(state, askStatementsAnew(screen)) : state;
}

function isAboutOther(agreedVersion: string | null, version: string): boolean {
  return agreedVersion !== null && agreedVersion !== version;
}

/**
 * Nothing is agreed to any more: the words have changed. Whoever has come past what there is to think of, reads it anew; whoever is on another
 * page will come by it, from a change link too.
 */
export function askStatementsAnew(screen: SignUpScreen): SignUpScreen {
  const { page, change } = screen;
  const draft = withoutAgreements(screen.draft);
  const dropped: SignUpScreen = {
    ...screen,
    draft,
    change: change === null ? null : { ...change, answers: withoutAgreements(change.answers) },
  };
  switch (page) {
    case 'statement':
      return openPage(dropped, 'recordTopics');
    case 'needs':
      return isRecordWanted(screen) && change === null ? openPage(dropped, 'recordTopics') : dropped;
    case 'check':
      if (!isRecordWanted(screen)) return dropped;
      return openPage({ ...dropped, change: { page: 'recordTopics', answers: draft } }, 'recordTopics');
    default:
      return dropped;
  }
}

/** Only who applies for themselves agrees to anything at the kiosk. */
function isRecordWanted({ draft }: SignUpScreen): boolean {
  return draft.who === 'me' && draft.services.includes('record');
}
