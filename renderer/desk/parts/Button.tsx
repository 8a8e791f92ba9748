import type { ReactNode } from 'react';

interface ButtonProps {
  /** `primary`: the one thing to do next; `secondary`: everything else; `quiet`: looks like a link; `warning`: cannot easily be taken back. */
  kind?: 'primary' | 'secondary' | 'quiet' | 'warning';
  /** Left out where the button sends the form it stands in. */
  onPress?: (() => void) | undefined;
  isSubmit?: boolean;
  isDisabled?: boolean | undefined;
  isSmall?: boolean | undefined;
  /** Pressed or not, for a button that is switched on and off. */
  isPressed?: boolean | undefined;
  /** Passed over by the Tab key: only where the same can be done with the keyboard right beside it. */
  isPassedOver?: boolean | undefined;
  /** Says more on hovering; never the only place where something is said. */
  title?: string | undefined;
  /** What it is called where the words on it do not say enough by themselves; begins with those words (WCAG 2.5.3). */
  label?: string | undefined;
  children: ReactNode;
}

/** A button of the desk. While disabled it keeps the focus: whoever uses the keyboard is not thrown to the top of the page. */
export function Button(props: ButtonProps) {
  const { kind = 'secondary', onPress, isSubmit = false, isDisabled = false, isSmall = false, isPressed } = props;
  return (
    <button
      type={isSubmit ? 'submit' : 'button'}
      className={`desk-button desk-button--${kind}${isSmall ? ' desk-button--small' : ''}`}
      aria-disabled={isDisabled || undefined}
      aria-pressed={isPressed}
      aria-label={props.label}
      tabIndex={props.isPassedOver ? -1 : undefined}
      title={props.title}
      onClick={(event) => {
        if (isDisabled) event.preventDefault();
        else onPress?.();
      }}
    >
      {props.children}
    </button>
  );
}
