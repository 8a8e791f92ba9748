import type { ReactNode } from 'react';
import { Heading } from './Heading';
import { Icon } from './Icon';
import type { IconName } from './Icon';

interface PanelProps {
  /** `good`: checked in, and nothing else is ever green; `info`: everything else; `help`: call out. */
  look: 'good' | 'info' | 'help';
  icon: IconName;
  heading: string;
  /** Changes while it stands and is said at once. */
  isLive?: boolean;
  /** The heading takes the focus again whenever this changes: what had it is gone, and the focus never falls to nothing. */
  focusAgainOn?: boolean;
  children?: ReactNode;
}

/** The answer, at a glance from two metres: a sign, a heading, a sentence. */
export function Panel({ look, icon, heading, isLive = false, focusAgainOn, children }: PanelProps) {
  return (
    <div className={`panel panel--${look}`} aria-live={isLive ? 'assertive' : undefined}>
      <Icon name={icon} />
      <div className="panel__words">
        <Heading key={String(focusAgainOn)}>{heading}</Heading>
        {children}
      </div>
    </div>
  );
}
