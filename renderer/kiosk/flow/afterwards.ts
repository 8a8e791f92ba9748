import type { NeedKind, Question, QuestionAnswer, ReadySnapshot } from '../../../preload/contract/kiosk';
import { goodEndingOf, isGood } from './screens';
import type { EndingScreen, FlowState, NeedsScreen, SendingAnswer } from './state';
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
    hasAnswered: !screen.isAnswerLost && (screen.hasAnswered || answer.kind !== 'skipped'),
    sending: [...screen.sending, { requestId, handle: ending.handle, answer }],
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

/** The interpreter's language: one of those the practice offers, or null for another one. */
export function chooseLanguage(
  state: FlowState,
  screen: NeedsScreen,
  { interpreterLanguages }: ReadySnapshot,
  language: string | null,
): FlowState {
  const isOffered = language === null || interpreterLanguages.includes(language);
  return screen.chosen.includes('interpreter') && isOffered ? show(state, { ...screen, language }) : state;
}

/** `Continue`: what was chosen is the answer. Nothing chosen is none, and above all no "no": the question stays open. */
export function continueFromNeeds(state: FlowState, screen: NeedsScreen): FlowState {
  const { ending, chosen, language } = screen;
  if (chosen.length === 0) return backFromNeeds(state, screen);
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

/** Main has kept an answer. */
export function takeKept(state: FlowState, requestId: number): FlowState {
  return settleSending(state, requestId, (ending) => ending);
}

/** An answer could not be kept: nobody is thanked for it, and who needs help is told to ask for it. */
export function takeUnsent(state: FlowState, requestId: number): FlowState {
  return settleSending(state, requestId, (ending, { answer }) => {
    const hasNeed = answer.kind === 'needs' && answer.needs.length > 0;
    return { ...ending, hasAnswered: false, isAnswerLost: true, isReceptionNext: ending.isReceptionNext || hasNeed };
  });
}

/** The answer with that id is no longer on its way, on the ending or behind the question that is open. */
function settleSending(
  state: FlowState,
  requestId: number,
  change: (ending: EndingScreen, sent: SendingAnswer) => EndingScreen,
): FlowState {
  const { screen } = state;
  const ending = goodEndingOf(screen);
  const sent = ending?.sending.find((one) => one.requestId === requestId);
  if (ending === null || sent === undefined) return state;
  const settled = change({ ...ending, sending: ending.sending.filter((one) => one !== sent) }, sent);
  return { ...state, screen: screen.kind === 'needs' ? { ...screen, ending: settled } : settled };
}
