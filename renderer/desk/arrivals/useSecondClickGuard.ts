import { useCallback, useRef } from 'react';
import type { MouseEvent } from 'react';
import { isSecondTap } from '../../ui/secondTap';
import type { Tap } from '../../ui/secondTap';

/**
 * Swallows the second half of a double click where the first has changed what stands there: rows move up when one is done, and the next patient
 * must not be called or marked by it. For `onClickCapture`. Keys are never swallowed.
 */
export function useSecondClickGuard(): (event: MouseEvent) => void {
  const last = useRef<Tap | null>(null);
  return useCallback((event: MouseEvent) => {
    const isByKey = event.detail === 0;
    const button = event.target instanceof Element ? event.target.closest('button') : null;
    if (isByKey || button === null) return;
    const words = button.getAttribute('aria-label') ?? button.textContent;
    const tap = { target: button, words, isToggle: false, at: event.timeStamp, x: event.clientX, y: event.clientY };
    const before = last.current;
    last.current = tap;
    const isStillThere = before !== null && before.target === button && before.words === words;
    if (before === null || !isSecondTap(before, tap, isStillThere)) return;
    event.preventDefault();
    event.stopPropagation();
  }, []);
}
