import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberPad } from '../../../ui/Pad';
import { entryOf, isDateField } from '../../flow/signUp/fields';
import { DateBoxes } from '../DateBoxes';
import type { DateBoxesHandle } from '../DateBoxes';
import { QuestionPage } from '../QuestionPage';
import { messagesOf } from './problemWords';
import type { SignUpPageProps } from './signUpProps';

/** The date of birth of whoever stands here, or of the person whose account it is, as at check-in. */
export function BirthDate({ screen, dispatch }: SignUpPageProps) {
  const { t } = useTranslation();
  const { page, draft, activeField, isFieldSelected } = screen;
  const isTheirs = page === 'theirDateOfBirth';
  const boxes = useRef<DateBoxesHandle>(null);
  const wrong = screen.problems
    .map(({ field }) => field)
    .filter((field) => field !== 'choice')
    .filter(isDateField);
  const [problem] = messagesOf(t, screen);
  const message = problem?.message ?? null;
  const onGoToField = (): void => boxes.current?.focus(wrong[0] ?? 'day');
  const example = t('dateOfBirth.hint');
  return (
    <QuestionPage
      heading={isTheirs ? t('signUp.dateOfBirth.theirHeading') : t('dateOfBirth.heading')}
      hints={isTheirs ? [example] : [example, t('signUp.dateOfBirth.own')]}
      problem={message === null ? null : { found: screen.problems, problems: [{ message, onGoToField }] }}
      dispatch={dispatch}
      field={
        <DateBoxes
          ref={boxes}
          entry={entryOf(draft, page)}
          activeField={activeField !== null && isDateField(activeField) ? activeField : 'day'}
          isFieldSelected={isFieldSelected}
          message={message}
          wrong={wrong}
          onType={(field, text) => dispatch({ type: 'formTyped', field, text })}
          onFocus={(field) => dispatch({ type: 'formFocused', field })}
        />
      }
      pad={
        <NumberPad
          onKey={(key) => dispatch({ type: 'keyPressed', key })}
          onDelete={() => dispatch({ type: 'deletePressed' })}
          onNext={() => dispatch({ type: 'nextPressed' })}
        />
      }
    />
  );
}
