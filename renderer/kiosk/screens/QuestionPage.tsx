import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import type { Problem } from '../../ui/ErrorSummary';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import type { Dispatch } from './screenProps';

interface QuestionPageProps {
  heading: string;
  /** What helps to answer, a paragraph each. */
  hints?: readonly string[];
  /** What has been done already. */
  note?: string | null;
  /** `found`: a new object each time, so that it is said again. */
  problem?: { found: object; problems: readonly Problem[] } | null;
  field?: ReactNode;
  /** What answers: a pad, choices, or what there is to read. */
  pad: ReactNode;
  /**
   * `wide`: the pad takes the whole width of a landscape screen; `type`: boxes to type in; `choice`, `read`: something to choose or to read in
   * the pad's place; `whole`: that, and nothing beside it.
   */
  look?: 'wide' | 'type' | 'choice' | 'read' | 'whole' | undefined;
  /** The way on; null where every choice leads on by itself. */
  onward?: ReactNode;
  /** Another way, beside `Back` and `Start again`. */
  otherWay?: ReactNode;
  dispatch: Dispatch;
}

/** One thing per page (NHS pattern): a question, its field, its pad, and the ways on, back and out. */
export function QuestionPage(props: QuestionPageProps) {
  const { t } = useTranslation();
  const { heading, hints = [], note = null, problem = null, field, pad, look, onward, otherWay, dispatch } = props;
  return (
    <div className={`question${look === undefined ? '' : ` question--${look}`}`}>
      <div className="question__ask">
        {problem === null ? null : <ErrorSummary {...problem} />}
        <div className="question__words">
          <div className="question__text">
            {note === null ? null : (
              <p className="note" role="status">
                <Icon name="tick" />
                {note}
              </p>
            )}
            <Heading id="question">{heading}</Heading>
            {hints.length === 0 ? null : (
              <div className="hint" id="hint">
                {hints.map((hint) => (
                  <p key={hint}>{hint}</p>
                ))}
              </div>
            )}
          </div>
          {field}
        </div>
      </div>
      <div className="question__pad">{pad}</div>
      {onward === null ? null : (
        <div className="question__onward">
          {onward ?? (
            <Button look="primary" icon="arrow" onPress={() => dispatch({ type: 'continueTapped' })}>
              {t('action.continue')}
            </Button>
          )}
        </div>
      )}
      <div className="question__ways">
        <Button onPress={() => dispatch({ type: 'backTapped' })}>{t('action.back')}</Button>
        <Button onPress={() => dispatch({ type: 'startAgainTapped' })}>{t('action.startAgain')}</Button>
        {otherWay}
      </div>
    </div>
  );
}

/** `I do not know`: leads to reception without counting as a failure (design §6). */
export function UnknownWay({ dispatch }: { dispatch: Dispatch }) {
  const { t } = useTranslation();
  return <Button onPress={() => dispatch({ type: 'unknownTapped' })}>{t('action.unknown')}</Button>;
}
