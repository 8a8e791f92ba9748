import type { NeedKind, Question, QuestionAnswer, ReadySnapshot } from '../../../preload/contract/kiosk';
import { isGood } from './screens';
import type { EndingScreen, FlowState, NeedsScreen } from './state';
import { show, showAnew } from './transitions';

/**
 * Questions after a check-in. They stand on the good ending, which they neither replace nor hold up: the patient is checked in whether
 * or not anything is answered.
 */

/** An answer to an open question of the ending. It is sent, the question is gone, and there is time anew to read on. */
export function answerQuestion(state: FlowState, screen: EndingScreen, answer: QuestionAnswer): FlowState {
  const { ending } = screen;
  const question = screen.questions.find((one) => isAnswerTo(one, answer));
  if (question === undefined || !isGood(ending)) return state;
  const requestId = state.lastRequestId + 1;
  const answered: EndingScreen = {
    ...screen,
    questions: screen.questions.filter((one) => one !== question),
    hasAnswered: screen.hasAnswered || answer.kind !== 'skipped',
    sending: { requestId, handle: ending.handle, answer },
  };
  return { ...showAnew(state, answered), lastRequestId: requestId };
}

function isAnswerTo(question: Question, answer: QuestionAnswer): boolean {
  switch (answer.kind) {
    case 'skipped':
      return question.kind === answer.question;
    case 'needs':
      return question.kind === 'needs';
    case 'own':
      return question.kind === 'own' && answer.choice < question.choices.length;
  }
}

/** Yes to "Do you need help with communication or information?": which? */
export function openNeeds(state: FlowState, screen: EndingScreen): FlowState {
  if (!screen.questions.some(({ kind }) => kind === 'needs')) return state;
  return show(state, { kind: 'needs', ending: screen, chosen: [], language: null });
}

/** Chooses `need`, or no longer; the language goes with the interpreter. */
export function toggleNeed(state: FlowState, screen: NeedsScreen, need: NeedKind): FlowState {
  const isChosen = screen.chosen.includes(need);
  const chosen = isChosen ? screen.chosen.filter((one) => one !== need) : [...screen.chosen, need];
  const language = chosen.includes('interpreter') ? screen.language : null;
  return show(state, { ...screen, chosen, language });
}

/** The interpreter's language: one of those the practice offers. */
export function chooseLanguage(
  state: FlowState,
  screen: NeedsScreen,
  { interpreterLanguages }: ReadySnapshot,
  language: string,
): FlowState {
  const isOffered = screen.chosen.includes('interpreter') && interpreterLanguages.includes(language);
  return isOffered ? show(state, { ...screen, language }) : state;
}

/** `Continue`: what was chosen is the answer; nothing chosen is an answer too. */
export function continueFromNeeds(state: FlowState, { ending, chosen, language }: NeedsScreen): FlowState {
  return answerQuestion(state, ending, { kind: 'needs', needs: [...chosen], language });
}

/** `Back`: the ending as it was, with time to read on. */
export function backFromNeeds(state: FlowState, { ending }: NeedsScreen): FlowState {
  return showAnew(state, ending);
}

/** `Speak to reception` instead of an answer: they are checked in and stay so. */
export function leaveNeedsForReception(state: FlowState, { ending }: NeedsScreen): FlowState {
  return showAnew(state, { ...ending, isReceptionNext: true });
}

/** An answer could not be kept: nobody is thanked for it, and who needs help is told to ask for it. */
export function takeUnsent(state: FlowState, requestId: number): FlowState {
  const { screen } = state;
  if (screen.kind !== 'ending' || screen.sending?.requestId !== requestId) return state;
  const { answer } = screen.sending;
  const hasNeed = answer.kind === 'needs' && answer.needs.length > 0;
  const isReceptionNext = screen.isReceptionNext || hasNeed;
  return { ...state, screen: { ...screen, hasAnswered: false, isReceptionNext } };
}
