import { useId } from 'react';

interface ChoiceFieldProps<Value extends string> {
  legend: string;
  hint?: string | undefined;
  choices: readonly { value: Value; label: string; explained?: string }[];
  value: Value | null;
  onChange: (value: Value) => void;
  /** `row`: beside each other; `column`: below each other. */
  layout: 'row' | 'column';
}

/** One of a few, each a click away. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { legend, hint, choices, value, onChange, layout } = props;
  const id = useId();
  return (
    <fieldset
      className={`desk-choice desk-choice--${layout}`}
      aria-describedby={hint === undefined ? undefined : `${id}-hint`}
    >
      <legend className="desk-choice__legend">{legend}</legend>
      {hint === undefined ? null : (
        <p className="desk-choice__hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      <div className="desk-choice__choices">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className={`desk-choice__choice${value === choice.value ? ' desk-choice__choice--chosen' : ''}`}
          >
            <input
              type="radio"
              name={id}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.explained === undefined ? null : (
                <span className="desk-choice__explained">{choice.explained}</span>
              )}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
