import type { Ref } from 'react';

interface FieldProps {
  id: string;
  className: string;
  value: string;
  maxLength: number;
  /** The next key of the pad goes here. */
  isActive: boolean;
  isWrong: boolean;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  onType: (text: string) => void;
  onFocus?: () => void;
}

/** One box to type in. The pads and a real keyboard both fill it; the browser keeps, corrects and suggests nothing. */
export function Field(props: FieldProps) {
  const { id, className, value, maxLength, isActive, isWrong, labelledBy, describedBy, inputRef, onType, onFocus } =
    props;
  return (
    <input
      id={id}
      ref={inputRef}
      className={`field ${className}${isActive ? ' is-active' : ''}${isWrong ? ' is-wrong' : ''}`}
      type="text"
      inputMode="none"
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      maxLength={maxLength}
      value={value}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      aria-invalid={isWrong || undefined}
      onChange={(event) => onType(event.target.value)}
      onFocus={onFocus}
    />
  );
}
