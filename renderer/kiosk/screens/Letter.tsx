import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorMessage } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { LetterPad } from '../../ui/Pad';
import type { LetterScreen } from '../flow/state';
import { QuestionPage, UnknownWay } from './QuestionPage';
import type { Dispatch } from './screenProps';

interface LetterProps {
  screen: LetterScreen;
  dispatch: Dispatch;
}

/** The first letter of the last name: one touch. Asked whether or not the date is known (design §6). */
export function Letter({ screen, dispatch }: LetterProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { text, problem } = screen;
  const message = problem === null ? null : t(`letter.problem.${problem.problem}`);
  const onGoToField = (): void => input.current?.focus();
  return (
    <QuestionPage
      heading={t('letter.heading')}
      hints={[t('letter.hint'), t('letter.carer')]}
      problem={problem === null || message === null ? null : { found: problem, problems: [{ message, onGoToField }] }}
      dispatch={dispatch}
      field={
        <div className="fields">
          {message === null ? null : <ErrorMessage id="message">{message}</ErrorMessage>}
          <Field
            id="letter"
            className="field--letter"
            value={text}
            maxLength={2}
            isActive
            isWrong={problem !== null}
            labelledBy="question"
            describedBy={message === null ? 'hint' : 'hint message'}
            inputRef={input}
            onType={(typed) => dispatch({ type: 'fieldTyped', text: typed })}
          />
        </div>
      }
      pad={<LetterPad chosen={text} onKey={(key) => dispatch({ type: 'keyPressed', key })} />}
      otherWay={<UnknownWay dispatch={dispatch} />}
    />
  );
}
