import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorMessage } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { PostcodePad } from '../../ui/Pad';
import type { PostcodeScreen } from '../flow/state';
import { QuestionPage, UnknownWay } from './QuestionPage';
import type { Dispatch } from './screenProps';

interface PostcodeProps {
  screen: PostcodeScreen;
  dispatch: Dispatch;
}

/** The postcode: when the first two answers fit more than one patient, and instead of the letter after `Try again`. */
export function Postcode({ screen, dispatch }: PostcodeProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const { text, problem } = screen;
  const message = problem === null ? null : t(`postcode.problem.${problem.problem}`);
  const onGoToField = (): void => input.current?.focus();
  return (
    <QuestionPage
      heading={t('postcode.heading')}
      hints={[t('postcode.hint'), t('postcode.carer')]}
      problem={problem === null || message === null ? null : { found: problem, problems: [{ message, onGoToField }] }}
      dispatch={dispatch}
      look="wide"
      field={
        <div className="fields">
          {message === null ? null : <ErrorMessage id="message">{message}</ErrorMessage>}
          <Field
            id="postcode"
            className="field--postcode"
            value={text}
            maxLength={10}
            isActive
            isWrong={problem !== null}
            labelledBy="question"
            describedBy={message === null ? 'hint' : 'hint message'}
            inputRef={input}
            onType={(typed) => dispatch({ type: 'fieldTyped', text: typed })}
          />
        </div>
      }
      pad={
        <PostcodePad
          onKey={(key) => dispatch({ type: 'keyPressed', key })}
          onDelete={() => dispatch({ type: 'deletePressed' })}
        />
      }
      otherWay={<UnknownWay dispatch={dispatch} />}
    />
  );
}
