import { useEffect, useImperativeHandle, useRef } from 'react';
import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import type { DateField } from '../../../preload/contract/rules/dates';
import { ErrorMessage } from '../../ui/ErrorSummary';
import { Field } from '../../ui/Field';
import { fieldLength } from '../flow/dateEntry';
import type { DateEntry } from '../flow/state';

const fields: readonly DateField[] = ['day', 'month', 'year'];

/** To bring the focus to one of the boxes, from the error summary. */
export interface DateBoxesHandle {
  focus(field: DateField): void;
}

interface DateBoxesProps {
  ref: Ref<DateBoxesHandle>;
  entry: DateEntry;
  /** Where the next key of the pad goes. */
  activeField: DateField;
  isFieldSelected: boolean;
  /** What is wrong, and with which boxes. */
  message: string | null;
  wrong: readonly DateField[];
  onType: (field: DateField, text: string) => void;
  onFocus: (field: DateField) => void;
}

/** Day, month and year (NHS pattern "date input"), named by the page's heading. */
export function DateBoxes(props: DateBoxesProps) {
  const { ref, entry, activeField, isFieldSelected, message, wrong, onType, onFocus } = props;
  const { t } = useTranslation();
  const inputs = useRef<Partial<Record<DateField, HTMLInputElement | null>>>({});
  useImperativeHandle(ref, () => ({ focus: (field) => inputs.current[field]?.focus() }), []);

  // The focus follows the pad only where it already is in one of the boxes: speech is not dragged away from the heading.
  useEffect(() => {
    const input = inputs.current[activeField];
    const isInBoxes = Object.values(inputs.current).some((box) => box === document.activeElement);
    if (isInBoxes && input !== document.activeElement) input?.focus({ preventScroll: true });
    if (isInBoxes && isFieldSelected) input?.select();
  }, [activeField, isFieldSelected]);

  return (
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
            isWrong={wrong.includes(field)}
            describedBy={message === null ? undefined : 'message'}
            inputRef={(input) => {
              inputs.current[field] = input;
            }}
            onType={(text) => onType(field, text)}
            onFocus={() => onFocus(field)}
          />
        </div>
      ))}
    </div>
  );
}
