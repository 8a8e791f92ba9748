import { useEffect } from 'react';
import { eventOfKey } from './flow/keyboard';
import type { PressedKey } from './flow/keyboard';
import type { FlowStore } from './store';

/** A real keyboard works without first touching a box: letters and digits go where the pad's keys go, Enter continues. */
export function useKeyboard(store: FlowStore): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      const flowEvent = eventOfKey(store.get(), { key: event.key, focus: focusOf(event.target) });
      if (flowEvent !== null) store.dispatch(flowEvent);
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store]);
}

function focusOf(target: EventTarget | null): PressedKey['focus'] {
  if (target instanceof HTMLInputElement) return 'field';
  return target instanceof HTMLButtonElement ? 'button' : 'page';
}
