import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** The title of a step, which takes the focus when the step begins: what had it has gone with the step before. */
export function StepTitle({ children }: { children: ReactNode }) {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => element.current?.focus(), []);
  return (
    <h3 className="desk-slips__stepTitle" ref={element} tabIndex={-1}>
      {children}
    </h3>
  );
}
