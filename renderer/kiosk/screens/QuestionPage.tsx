import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/Button';
import { ErrorSummary } from '../../ui/ErrorSummary';
import { Heading } from '../../ui/Heading';
import { Icon } from '../../ui/Icon';
import type { Dispatch } from './screenProps';

interface QuestionPageProps {
  heading: string;
  headingId: string;
  hint: string;
  hintId: string;
  /** What somebody who is here with a child or a person they care for enters. */
  carer: string;
  /** What has been done already. */
  note?: string | null;
  problem: { found: object; message: string } | null;
  onGoToField: () => void;
  dispatch: Dispatch;
  field: ReactNode;
  pad: ReactNode;
  /** The pad takes the whole width of a landscape screen. */
  isPadWide?: boolean;
}

/** One thing per page (NHS pattern): a question, its field, its pad, and the ways on, back and out. */
export function QuestionPage(props: QuestionPageProps) {
  const { t } = useTranslation();
  const {
    heading,
    headingId,
    hint,
    hintId,
    carer,
    note = null,
    problem,
    onGoToField,
    dispatch,
    field,
    pad,
    isPadWide = false,
  } = props;
  return (
    <div className={`question${isPadWide ? ' question--wide' : ''}`}>
      <div className="question__ask">
        {problem === null ? null : (
          <ErrorSummary problem={problem.found} message={problem.message} onGoToField={onGoToField} />
        )}
        <div className="question__words">
          <div className="question__text">
            {note === null ? null : (
              <p className="note" role="status">
                <Icon name="tick" />
                {note}
              </p>
            )}
            <Heading id={headingId}>{heading}</Heading>
            <div className="hint" id={hintId}>
              <p>{hint}</p>
              <p>{carer}</p>
            </div>
          </div>
          {field}
        </div>
      </div>
      <div className="question__pad">{pad}</div>
      <div className="question__onward">
        <Button look="primary" icon="arrow" onPress={() => dispatch({ type: 'continueTapped' })}>
          {t('action.continue')}
        </Button>
      </div>
      <div className="question__ways">
        <Button onPress={() => dispatch({ type: 'backTapped' })}>{t('action.back')}</Button>
        <Button onPress={() => dispatch({ type: 'startAgainTapped' })}>{t('action.startAgain')}</Button>
        <Button onPress={() => dispatch({ type: 'unknownTapped' })}>{t('action.unknown')}</Button>
      </div>
    </div>
  );
}
