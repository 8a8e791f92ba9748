import type { ReadySnapshot } from '../../../../preload/contract/kiosk';
import type { FlowState } from '../state';
import { endVisit, show } from '../transitions';
import { buildApplication } from './build';
import { openPage, withoutAgreements } from './draft';
import { stopSignUp } from './ends';
import { isFilledDateField } from './fields';
import { firstOpenPage, isChangeable, nextPage, pageBefore } from './pages';
import type { Facts } from './pages';
import { problemsOn } from './problems';
import { send } from './sending';
import type { Draft, SignUpPage, SignUpScreen } from './state';

export function factsOf({ given }: SignUpScreen, { today, signUpOffers }: ReadySnapshot): Facts {
  const { statements, statementsVersion } = signUpOffers;
  return { today, hasGiven: given !== null, statements: statements.length, statementsVersion };
}

/** `Continue`: goes on, or stays with messages and what was typed (NHS pattern "There is a problem"). */
export function continueSignUp(state: FlowState, screen: SignUpScreen, snapshot: ReadySnapshot): FlowState {
  switch (screen.page) {
    case 'start':
      return goOn(state, { ...screen, draft: { ...screen.draft, who: whoAfterStart(screen) } }, snapshot);
    case 'recordTopics':
      return goOn(state, { ...screen, draft: withTopicsRead(screen.draft, snapshot) }, snapshot);
    case 'underEleven':
      return sendOrMend(state, screen, snapshot);
    case 'askerUnderSixteen':
      return stopSignUp(state, 'reception');
    // Agreeing and sending have buttons of their own: neither is done by going on.
    case 'statement':
    case 'check':
      return state;
    default:
      return continueFromForm(state, screen, snapshot);
  }
}

/** Who has gone back from "I have an account" applies after all. */
function whoAfterStart({ draft }: SignUpScreen): Draft['who'] {
  return draft.who === 'account' ? null : draft.who;
}

/** The statements that follow are agreed to in the words of now: no agreement to others counts. */
function withTopicsRead(draft: Draft, { signUpOffers: { statementsVersion } }: ReadySnapshot): Draft {
  const known = draft.statementsVersion === statementsVersion ? draft : withoutAgreements(draft);
  return { ...known, statementsVersion };
}

function continueFromForm(state: FlowState, screen: SignUpScreen, snapshot: ReadySnapshot): FlowState {
  const problems = problemsOn(screen.draft, screen.page, snapshot.today);
  const [first] = problems;
  if (first === undefined) return goOn(state, screen, snapshot);
  const opened = openPage(screen, screen.page);
  const activeField = first.field === 'choice' ? opened.activeField : first.field;
  return show(state, { ...opened, activeField, isFieldSelected: isSelected(screen, activeField), problems });
}

/** What is wrong in a box of a date is typed over. */
function isSelected(screen: SignUpScreen, field: SignUpScreen['activeField']): boolean {
  return isFilledDateField(screen.draft, screen.page, field);
}

/** The page after this one. From a change link: back to `check`, by way of what the change has made necessary. */
export function goOn(state: FlowState, screen: SignUpScreen, snapshot: ReadySnapshot): FlowState {
  const facts = factsOf(screen, snapshot);
  const { draft, page, change } = screen;
  // Whoever changes "I know my number" to yes, or leaves it at that, has come for the number.
  const isNumberNext = page === 'knowsNhsNumber' && draft.knowsNhsNumber === true;
  const next = change === null || isNumberNext ? nextPage(draft, page, facts) : firstOpenPage(draft, facts);
  return show(state, openPage(next === 'check' ? { ...screen, change: null } : screen, next));
}

/** `Back`: the page before, with everything that was answered. From the first page, Welcome. */
export function backInSignUp(state: FlowState, screen: SignUpScreen, snapshot: ReadySnapshot): FlowState {
  const { draft, page, change } = screen;
  if (page === 'statement' && draft.agreed.length > 0) return show(state, takeAgreementBack(screen));
  if (change !== null && change.page === page) return show(state, asItStood(screen, change.answers));
  const before = pageBefore(draft, page, factsOf(screen, snapshot));
  if (before === null)
    return page === 'start' ? endVisit(state, state.display) : show(state, openPage(screen, 'start'));
  const opened = openPage(screen, before);
  return show(state, before === 'statement' ? takeAgreementBack(opened) : opened);
}

/** `check` without the change that somebody has thought better of. Time goes on all the same. */
function asItStood(screen: SignUpScreen, answers: Draft): SignUpScreen {
  const { elapsed } = screen.draft;
  return openPage({ ...screen, draft: { ...answers, elapsed }, change: null }, 'check');
}

function takeAgreementBack(screen: SignUpScreen): SignUpScreen {
  const { draft } = screen;
  return { ...screen, draft: { ...draft, agreed: draft.agreed.slice(0, -1) } };
}

/** A change link of `check`. */
export function openChange(
  state: FlowState,
  screen: SignUpScreen,
  page: SignUpPage,
  snapshot: ReadySnapshot,
): FlowState {
  if (screen.page !== 'check' || !isChangeable(screen.draft, page, factsOf(screen, snapshot))) return state;
  return show(state, openPage({ ...screen, change: { page, answers: screen.draft } }, page));
}

/** "I have an account": its questions begin. */
export function openAccount(state: FlowState, screen: SignUpScreen): FlowState {
  if (screen.page !== 'start') return state;
  return show(state, openPage({ ...screen, draft: { ...screen.draft, who: 'account' } }, 'accountWish'));
}

/** The statement on the screen is agreed to, now. */
export function agree(state: FlowState, screen: SignUpScreen, snapshot: ReadySnapshot): FlowState {
  const { draft } = screen;
  const { statements } = snapshot.signUpOffers;
  if (screen.page !== 'statement' || draft.agreed.length >= statements.length) return state;
  const agreed = { ...screen, draft: { ...draft, agreed: [...draft.agreed, draft.elapsed] } };
  const isLast = agreed.draft.agreed.length >= statements.length;
  return isLast ? goOn(state, agreed, snapshot) : show(state, agreed);
}

/** "I would rather talk to someone first": sent at once, and nothing on the screen tells it from any other. */
export function talkFirst(state: FlowState, screen: SignUpScreen, snapshot: ReadySnapshot): FlowState {
  const isOffered = screen.page === 'recordTopics' || screen.page === 'statement';
  return isOffered ? sendOrMend(state, screen, snapshot, true) : state;
}

/** "Send my application" */
export function sendTapped(state: FlowState, screen: SignUpScreen, snapshot: ReadySnapshot): FlowState {
  return screen.page === 'check' ? sendOrMend(state, screen, snapshot) : state;
}

/** Sends what is whole; else opens what is missing, as a change link would: answers can turn wrong while they wait (midnight, new rules). */
function sendOrMend(state: FlowState, screen: SignUpScreen, snapshot: ReadySnapshot, wantsToTalk = false): FlowState {
  const facts = factsOf(screen, snapshot);
  const { draft } = screen;
  const open = wantsToTalk ? firstOpenButStatements(draft, facts) : firstOpenPage(draft, facts);
  const isWhole = open === (wantsToTalk ? 'check' : screen.page);
  if (isWhole) return send(state, screen, buildApplication(draft, facts, wantsToTalk));
  const mending = openPage({ ...screen, change: { page: open, answers: draft } }, open);
  return show(state, { ...mending, problems: problemsOn(draft, open, snapshot.today) });
}

/** The first page that wants something where nothing has to be agreed to. */
function firstOpenButStatements(draft: Draft, facts: Facts): SignUpPage {
  const { statementsVersion } = facts;
  return firstOpenPage({ ...draft, statementsVersion }, { ...facts, statements: 0 });
}
