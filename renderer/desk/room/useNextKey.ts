import { useEffect, useRef } from 'react';

/** A second press within this time is one that slipped: nobody calls two patients in it. */
const slipMilliseconds = 2_000;

/** The key N calls the next patient: not while somebody types, a dialog is open or the tab is out of sight, and never by being held down. */
export function useNextKey(isOn: boolean, isInSight: () => boolean, callNext: () => void): void {
  const latest = useRef({ callNext, isInSight });
  useEffect(() => {
    latest.current = { callNext, isInSight };
  });
  useEffect(() => {
    if (!isOn) return;
    let lastAt = Number.NEGATIVE_INFINITY;
    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || event.defaultPrevented) return;
      if (event.key.toLowerCase() !== 'n' || isTyping(event.target)) return;
      if (document.querySelector('dialog[open]') !== null || !latest.current.isInSight()) return;
      event.preventDefault();
      if (event.timeStamp - lastAt < slipMilliseconds) return;
      lastAt = event.timeStamp;
      latest.current.callNext();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [isOn]);
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input:not([type="checkbox"]), textarea, select');
}
