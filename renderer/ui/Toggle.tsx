import type { ReactNode } from 'react';
import { Icon } from './Icon';

interface ToggleProps {
  isChosen: boolean;
  onPress: () => void;
  children: ReactNode;
}

/** One of several that may be chosen together: a ticked box beside its words, so that colour alone says nothing (WCAG 1.4.1). */
export function Toggle({ isChosen, onPress, children }: ToggleProps) {
  return (
    <button type="button" className="toggle" aria-pressed={isChosen} onClick={onPress}>
      <span className="toggle__box">{isChosen ? <Icon name="tick" /> : null}</span>
      <span className="toggle__words">{children}</span>
    </button>
  );
}
