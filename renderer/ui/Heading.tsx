import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** The heading of a screen. Takes the focus when its screen comes, so that speech reads it and Tab starts below it. */
export function Heading({ id, children }: { id?: string; children: ReactNode }) {
  const element = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    element.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 id={id} ref={element} tabIndex={-1} className="heading">
      {children}
    </h1>
  );
}
