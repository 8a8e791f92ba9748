import type { ReactNode } from 'react';

/** What every field says beside its box. */
export interface FieldWords {
  label: string;
  hint?: string | undefined;
  /** What is wrong with what was typed; what was typed stays. */
  problem?: string | null | undefined;
  /** The label is only spoken: where the place of the field says what it is. */
  isLabelHidden?: boolean | undefined;
}

/** Ids of the elements that describe the box, for `aria-describedby`. */
export function describedBy(id: string, { hint, problem }: FieldWords): string | undefined {
  const ids = [hint ? `${id}-hint` : '', problem ? `${id}-problem` : ''].filter((one) => one !== '');
  return ids.length === 0 ? undefined : ids.join(' ');
}

/** Label, hint and problem around a box, as the NHS design system has them. */
export function FieldFrame({ id, words, children }: { id: string; words: FieldWords; children: ReactNode }) {
  const { label, hint, problem, isLabelHidden = false } = words;
  return (
    <div className={`desk-field${problem ? ' desk-field--wrong' : ''}`}>
      <label className={isLabelHidden ? 'desk-hidden' : 'desk-field__label'} htmlFor={id}>
        {label}
      </label>
      {hint ? (
        <p className="desk-field__hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {problem ? (
        <p className="desk-field__problem" id={`${id}-problem`} role="alert">
          {problem}
        </p>
      ) : null}
      {children}
    </div>
  );
}
