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

/** One question at a time, in a place of its own; each is gone with one tap. */
export function QuestionCard({ asked, screen, dispatch }: QuestionCardProps) {
  const { t } = useTranslation();
  const { questions, hasAnswered, isReceptionNext } = screen;
  const current = isReceptionNext ? undefined : questions[0];
  const said = wordsAfter(current === undefined, isReceptionNext, hasAnswered);
  return (
    <section className={`card ask${current === undefined && said === null ? ' ask--over' : ''}`} aria-live="polite">
      {asked.map((question) => {
        const isShown = question.kind === current?.kind;
        return (
          // Drawn afresh when it is hidden: the second half of a double tap meets no button that it has pressed before.
          <div className={`ask__page${isShown ? '' : ' ask__page--other'}`} key={`${question.kind} ${String(isShown)}`}>
            {question.kind === 'needs' ? (
              <NeedsQuestion dispatch={dispatch} />
            ) : (
              <OwnQuestion text={question.text} choices={question.choices} dispatch={dispatch} />
            )}
          </div>
        );
      })}
      {said === null ? null : <p className="ask__page ask__thanks">{t(said)}</p>}
    </section>
  );
}

/** What stands in the place of the questions when none is asked any more; null when all were skipped. */
function wordsAfter(isOver: boolean, isReceptionNext: boolean, hasAnswered: boolean) {
  if (isReceptionNext) return 'afterwards.reception';
  return isOver && hasAnswered ? 'afterwards.thanks' : null;
}

function NeedsQuestion({ dispatch }: { dispatch: Dispatch }) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className="ask__text" id="askNeeds">
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

function OwnQuestion({ text, choices, dispatch }: { text: string; choices: readonly string[]; dispatch: Dispatch }) {
  const { t } = useTranslation();
  return (
    <>
      <h2 className="ask__text" id="askOwn">
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
