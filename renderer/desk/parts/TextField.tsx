import { useId } from 'react';
import { FieldFrame, describedBy } from './FieldFrame';
import type { FieldWords } from './FieldFrame';
import { useFocusAtFirst } from './useFocusAtFirst';

interface TextFieldProps extends FieldWords {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'password' | 'date' | 'time' | 'search' | 'number' | undefined;
  autoFocus?: boolean | undefined;
  width?: 'short' | 'medium' | 'full' | undefined;
  /** `off` unless said: a shared PC must not suggest what was typed about a patient. */
  autoComplete?: string | undefined;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'search' | undefined;
  maxLength?: number | undefined;
  /** Never the only place where something is said: it goes with the first key. */
  placeholder?: string | undefined;
  isDisabled?: boolean | undefined;
  /** For a key of the page that leads to this field. */
  inputId?: string | undefined;
  onKeyDown?: ((key: string) => void) | undefined;
}

/** One line to type in. */
export function TextField(props: TextFieldProps) {
  const ownId = useId();
  const id = props.inputId ?? ownId;
  const input = useFocusAtFirst<HTMLInputElement>(props.autoFocus === true);
  const { onKeyDown } = props;
  return (
    <FieldFrame id={id} words={props}>
      <input
        id={id}
        ref={input}
        className={`desk-input desk-input--${props.width ?? 'full'}`}
        type={props.type ?? 'text'}
        value={props.value}
        autoComplete={props.autoComplete ?? 'off'}
        autoCorrect="off"
        spellCheck={false}
        inputMode={props.inputMode}
        maxLength={props.maxLength}
        placeholder={props.placeholder}
        disabled={props.isDisabled}
        aria-describedby={describedBy(id, props)}
        aria-invalid={props.problem ? true : undefined}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={onKeyDown === undefined ? undefined : (event) => onKeyDown(event.key)}
      />
    </FieldFrame>
  );
}
