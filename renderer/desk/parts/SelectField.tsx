import { useId } from 'react';
import { FieldFrame, describedBy } from './FieldFrame';
import type { FieldWords } from './FieldFrame';
import { useFocusAtFirst } from './useFocusAtFirst';

interface SelectFieldProps extends FieldWords {
  options: readonly { value: string; label: string }[];
  value: string;
  onChange: (value: string) => void;
  autoFocus?: boolean | undefined;
  isDisabled?: boolean | undefined;
}

/** One of a list. */
export function SelectField(props: SelectFieldProps) {
  const id = useId();
  const select = useFocusAtFirst<HTMLSelectElement>(props.autoFocus === true);
  return (
    <FieldFrame id={id} words={props}>
      <select
        id={id}
        ref={select}
        className="desk-input desk-select"
        value={props.value}
        disabled={props.isDisabled}
        aria-describedby={describedBy(id, props)}
        aria-invalid={props.problem ? true : undefined}
        onChange={(event) => props.onChange(event.target.value)}
      >
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
