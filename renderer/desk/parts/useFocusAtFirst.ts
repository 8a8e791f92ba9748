import { useEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Gives the element the focus when it appears, if it should have it. After a dialog has opened, which would take it away again. */
export function useFocusAtFirst<Element extends HTMLElement>(isWanted: boolean): RefObject<Element | null> {
  const element = useRef<Element>(null);
  useEffect(() => {
    if (isWanted) element.current?.focus();
  }, [isWanted]);
  return element;
}
