import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../../preload/contract/kiosk';
import { Button } from '../../ui/Button';
import type { EndingScreen } from '../flow/state';
import type { Dispatch } from './screenProps';

interface QuestionCardProps {
  /** All questions of this ending, answered ones too: the card keeps the height of the tallest, so that nothing jumps. */
  asked: readonly Question[];
  screen: EndingScreen;
  dispatch: Dispatch;
}

/**
 * One question at a time, in a place of its own; each is gone with one tap. After an answer the focus, and so speech, goes to what stands
 * there then: the next question, or the thanks.
 */
export function QuestionCard({ asked, screen, dispatch }: QuestionCardProps) {
  const current = askedNow(screen);
  const said = wordsAfter(screen);
  const isFollowing = screen.questions.length < asked.length;
  return (
    <section className={`card ask${current === null && said === null ? ' ask--over' : ''}`}>
      {asked.map((question) => {
        const isShown = question.kind === current?.kind;
        const takesFocus = isShown && isFollowing;
        return (
          // Drawn afresh when it is hidden: the second half of a double tap meets no button that it has pressed before.
          <div className={`ask__page${isShown ? '' : ' ask__page--other'}`} key={`${question.kind} ${String(isShown)}`}>
            {question.kind === 'needs' ? (
              <NeedsQuestion takesFocus={takesFocus} dispatch={dispatch} />
            ) : (
              <OwnQuestion question={question} takesFocus={takesFocus} dispatch={dispatch} />
            )}
          </div>
        );
      })}
      {said === null ? null : <Said words={said} key={said} />}
    </section>
  );
}

/** The question that is asked now, or null. */
export function askedNow({ questions, isReceptionNext }: EndingScreen): Question | null {
  return isReceptionNext ? null : (questions[0] ?? null);
}

/** What stands in the place of the questions when none is asked any more; null when all were skipped. */
export function wordsAfter(screen: EndingScreen) {
  if (screen.isReceptionNext) return 'afterwards.reception';
  return askedNow(screen) === null && screen.hasAnswered ? 'afterwards.thanks' : null;
}

/** The element takes the focus when it comes, to be read out. */
function useFocus<T extends HTMLElement>(takesFocus: boolean): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (takesFocus) element.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  return element;
}

function Said({ words }: { words: NonNullable<ReturnType<typeof wordsAfter>> }) {
  const { t } = useTranslation();
  return (
    <p className="ask__page ask__thanks" ref={useFocus<HTMLParagraphElement>(true)} tabIndex={-1}>
      {t(words)}
    </p>
  );
}

interface AskedProps {
  takesFocus: boolean;
  dispatch: Dispatch;
}

function NeedsQuestion({ takesFocus, dispatch }: AskedProps) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className="ask__text" id="askNeeds" ref={useFocus<HTMLHeadingElement>(takesFocus)} tabIndex={-1}>
        {t('afterwards.needs.text')}
      </h2>
      <p className="ask__example">{t('afterwards.needs.example')}</p>
      <div className="ask__choices" role="group" aria-labelledby="askNeeds">
        <Button onPress={() => dispatch({ type: 'needsTapped' })}>{t('afterwards.needs.yes')}</Button>
        <Button
          onPress={() => dispatch({ type: 'questionAnswered', answer: { kind: 'needs', needs: [], language: null } })}
        >
          {t('afterwards.needs.no')}
        </Button>
        <Button onPress={() => dispatch({ type: 'questionAnswered', answer: { kind: 'skipped', question: 'needs' } })}>
          {t('afterwards.skip')}
        </Button>
      </div>
    </>
  );
}

/** More than these stand in two rows of smaller buttons. */
const fewChoices = 3;

interface OwnQuestionProps extends AskedProps {
  question: Extract<Question, { kind: 'own' }>;
}

function OwnQuestion({ question: { text, choices }, takesFocus, dispatch }: OwnQuestionProps) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className="ask__text" id="askOwn" ref={useFocus<HTMLHeadingElement>(takesFocus)} tabIndex={-1}>
        {text}
      </h2>
      <div
        className={`ask__choices${choices.length > fewChoices ? ' ask__choices--many' : ''}`}
        role="group"
        aria-labelledby="askOwn"
      >
        {choices.map((words, choice) => (
          <Button
            key={`${String(choice)} ${words}`}
            onPress={() => dispatch({ type: 'questionAnswered', answer: { kind: 'own', choice } })}
          >
            {words}
          </Button>
        ))}
        <Button onPress={() => dispatch({ type: 'questionAnswered', answer: { kind: 'skipped', question: 'own' } })}>
          {t('afterwards.skip')}
        </Button>
      </div>
    </>
  );
}
