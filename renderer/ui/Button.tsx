import type { ReactNode } from 'react';
import { Icon } from './Icon';
import type { IconName } from './Icon';

interface ButtonProps {
  /** `primary`: the one thing to do next; `help`: "I need help now"; `plain`: everything else. */
  look?: 'primary' | 'plain' | 'help';
  size?: 'normal' | 'large';
  icon?: IconName;
  isPressed?: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** A touch button. Acts when the finger is lifted, so a wrong touch can be slid off (WCAG 2.5.2); looks pressed at once. */
export function Button({ look = 'plain', size = 'normal', icon, isPressed, onPress, children }: ButtonProps) {
  return (
    <button
      type="button"
      className={`button button--${look} button--${size}`}
      aria-pressed={isPressed}
      onClick={onPress}
    >
      {icon === undefined ? null : <Icon name={icon} />}
      <span className="button__words">{children}</span>
    </button>
  );
}
