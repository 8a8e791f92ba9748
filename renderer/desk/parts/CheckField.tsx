import { useId } from 'react';

interface CheckFieldProps {
  label: string;
  hint?: string | undefined;
  isChecked: boolean;
  onChange: (isChecked: boolean) => void;
  isDisabled?: boolean | undefined;
}

/** Yes or no. */
export function CheckField({ label, hint, isChecked, onChange, isDisabled }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="desk-check">
      <input
        id={id}
        className="desk-check__box"
        type="checkbox"
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <label className="desk-check__label" htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className="desk-check__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
