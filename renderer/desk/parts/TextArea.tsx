import { useId } from 'react';
import { FieldFrame, describedBy } from './FieldFrame';
import type { FieldWords } from './FieldFrame';
import { useFocusAtFirst } from './useFocusAtFirst';

interface TextAreaProps extends FieldWords {
  value: string;
  onChange: (value: string) => void;
  rows?: number | undefined;
  autoFocus?: boolean | undefined;
  maxLength?: number | undefined;
  isDisabled?: boolean | undefined;
}

/** Several lines to type in. */
export function TextArea(props: TextAreaProps) {
  const id = useId();
  const box = useFocusAtFirst<HTMLTextAreaElement>(props.autoFocus === true);
  return (
    <FieldFrame id={id} words={props}>
      <textarea
        id={id}
        ref={box}
        className="desk-input desk-input--full"
        rows={props.rows ?? 4}
        value={props.value}
        autoComplete="off"
        spellCheck={false}
        maxLength={props.maxLength}
        disabled={props.isDisabled}
        aria-describedby={describedBy(id, props)}
        aria-invalid={props.problem ? true : undefined}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </FieldFrame>
  );
}
