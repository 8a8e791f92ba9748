import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorMessage } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { NumberPad } from '../../ui/Pad';
import type { DateField } from '../../../preload/contract/rules/dates';
import { fieldLength } from '../flow/dateEntry';
import type { DateOfBirthScreen } from '../flow/state';
import { QuestionPage } from './QuestionPage';
import type { Dispatch } from './screenProps';

const fields: readonly DateField[] = ['day', 'month', 'year'];

interface DateOfBirthProps {
  screen: DateOfBirthScreen;
  dispatch: Dispatch;
}

/** Date of birth in three fields (NHS pattern). */
export function DateOfBirth({ screen, dispatch }: DateOfBirthProps) {
  const { t } = useTranslation();
  const { entry, activeField, isFieldSelected, problem, barcode } = screen;
  const inputs = useRef<Partial<Record<DateField, HTMLInputElement | null>>>({});
  const message = problem === null ? null : t(`dateOfBirth.problem.${problem.problem}`);

  // The focus follows the pad only where it already is in one of the boxes: speech is not dragged away from the heading.
  useEffect(() => {
    const input = inputs.current[activeField];
    const isInBoxes = Object.values(inputs.current).some((box) => box === document.activeElement);
    if (isInBoxes && input !== document.activeElement) input?.focus({ preventScroll: true });
    if (isInBoxes && isFieldSelected) input?.select();
  }, [activeField, isFieldSelected]);

  return (
    <QuestionPage
      heading={t('dateOfBirth.heading')}
      headingId="question"
      hint={t('dateOfBirth.hint')}
      hintId="hint"
      carer={t('dateOfBirth.carer')}
      note={barcode === null ? null : t('dateOfBirth.scanned')}
      problem={problem === null || message === null ? null : { found: problem, message }}
      onGoToField={() => inputs.current[problem?.fields[0] ?? 'day']?.focus()}
      dispatch={dispatch}
      field={
        <div className="fields" role="group" aria-labelledby="question" aria-describedby="hint">
          {message === null ? null : <ErrorMessage id="message">{message}</ErrorMessage>}
          {fields.map((field) => (
            <div className={`fields__field fields__field--${field}`} key={field}>
              <label className="label" htmlFor={field}>
                {t(`dateOfBirth.${field}`)}
              </label>
              <Field
                id={field}
                className={field === 'year' ? 'field--year' : 'field--twoDigits'}
                value={entry[field]}
                maxLength={fieldLength[field]}
                isActive={field === activeField}
                isWrong={problem?.fields.includes(field) ?? false}
                describedBy={message === null ? undefined : 'message'}
                inputRef={(input) => {
                  inputs.current[field] = input;
                }}
                onType={(text) => dispatch({ type: 'dateTyped', field, text })}
                onFocus={() => dispatch({ type: 'dateFieldFocused', field })}
              />
            </div>
          ))}
        </div>
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
