import { useEffect } from 'react';
import type { FlowStore } from './store';

/** A real keyboard works without first touching a box: letters and digits go where the pad's keys go, Enter continues. */
export function useKeyboard(store: FlowStore): void {
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.repeat || event.ctrlKey || event.altKey || event.metaKey) return;
      if (store.get().warningMilliseconds !== null) return;
      const isInField = event.target instanceof HTMLInputElement;
      const isOnButton = event.target instanceof HTMLButtonElement;
      if (event.key === 'Enter' && !isOnButton) store.dispatch({ type: 'continueTapped' });
      else if (isInField) return;
      else if (event.key === 'Backspace') store.dispatch({ type: 'deletePressed' });
      else if (event.key.length === 1 && !(event.key === ' ' && isOnButton))
        store.dispatch({ type: 'keyPressed', key: event.key });
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [store]);
}
