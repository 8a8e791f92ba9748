import { useEffect, useRef } from 'react';
import type { Ref } from 'react';
import { Field } from '../../../ui/Field';
import { ErrorMessage } from '../../../ui/ErrorSummary';
import { keptLengths } from '../../flow/signUp/fields';
import type { TextFieldName } from '../../flow/signUp/state';

interface FormBoxProps {
  ref?: Ref<HTMLInputElement>;
  name: TextFieldName;
  /** Null where the page's heading is the label. */
  label: string | null;
  hint?: string | undefined;
  value: string;
  isActive: boolean;
  message: string | null;
  onType: (text: string) => void;
  onFocus: () => void;
}

/** A box of an application with its label, its hint, and its message beside the label, where it moves nothing. */
export function FormBox({ ref, name, label, hint, value, isActive, message, onType, onFocus }: FormBoxProps) {
  const box = useRef<HTMLDivElement>(null);
  // What is typed last stays in sight, also while the on-screen keyboard types and the box has no focus.
  useEffect(() => {
    const input = box.current?.querySelector('input');
    if (isActive && value !== '' && input !== null && input !== undefined) input.scrollLeft = input.scrollWidth;
  }, [isActive, value]);
  const described = [
    label === null ? 'hint' : null,
    hint === undefined ? null : `${name}Hint`,
    message === null ? null : `${name}Message`,
  ].filter((id) => id !== null);
  return (
    <div className={`formBox formBox--${name}`} ref={box}>
      {label === null && message === null ? null : (
        <div className="formBox__words">
          {label === null ? null : (
            <label className="label" htmlFor={name}>
              {label}
            </label>
          )}
          {message === null ? null : <ErrorMessage id={`${name}Message`}>{message}</ErrorMessage>}
        </div>
      )}
      {hint === undefined ? null : (
        <p className="hint formBox__hint" id={`${name}Hint`}>
          {hint}
        </p>
      )}
      <Field
        id={name}
        className="field--text"
        value={value}
        maxLength={keptLengths[name]}
        isActive={isActive}
        isWrong={message !== null}
        labelledBy={label === null ? 'question' : undefined}
        describedBy={described.length === 0 ? undefined : described.join(' ')}
        {...(ref === undefined ? {} : { inputRef: ref })}
        onType={onType}
        onFocus={onFocus}
      />
    </div>
  );
}
