import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './Icon';

interface ButtonProps {
  /** `primary`: the one thing to do next; `help`: "I need help now"; `plain`: everything else. */
  look?: 'primary' | 'plain' | 'help';
  /** `large`: the ways on from Welcome; `choice`: one of a list. */
  size?: 'normal' | 'large' | 'choice';
  icon?: IconName;
  isPressed?: boolean;
  /** A row of its own. */
  isWide?: boolean;
  /** Does what it was pressed for: it stays where it is and keeps the focus, and takes no press. */
  isBusy?: boolean;
  /** The element that says more about it. */
  describedBy?: string | undefined;
  onPress: () => void;
  children: ReactNode;
}

/** A touch button. Acts when the finger is lifted, so a wrong touch can be slid off (WCAG 2.5.2); looks pressed at once. */
export function Button(props: ButtonProps) {
  const {
    look = 'plain',
    size = 'normal',
    icon,
    isPressed,
    isWide = false,
    isBusy,
    describedBy,
    onPress,
    children,
  } = props;
  return (
    <button
      type="button"
      className={`button button--${look} button--${size}${isWide ? ' button--wide' : ''}`}
      aria-pressed={isPressed}
      aria-disabled={isBusy}
      aria-describedby={describedBy}
      onClick={onPress}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className="button__words">{children}</span>
    </button>
  );
}
