import { useEffect, useRef } from 'react';
import type { Reference } from '../../../../preload/contract/rules/reference';
import { noKeys, takeKey } from './scanner';

/**
 * Hears a scanner that types what it reads, wherever the focus is, while `isOn` says that this tab is looked at. Its Enter does nothing else: the
 * button that has the focus is not pressed by it.
 */
export function useScanner(isOn: () => boolean, onScan: (reference: Reference) => void): void {
  const latest = useRef({ isOn, onScan });
  useEffect(() => {
    latest.current = { isOn, onScan };
  });
  useEffect(() => {
    let keys = noKeys;
    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (!latest.current.isOn() || document.querySelector('dialog[open]') !== null) {
        // What is typed elsewhere may be a passphrase or a detail of a slip: it is not even remembered.
        keys = noKeys;
        return;
      }
      const taken = takeKey(keys, event.key, event.timeStamp);
      keys = taken.keys;
      if (taken.scanned === null) return;
      event.preventDefault();
      event.stopPropagation();
      latest.current.onScan(taken.scanned);
    }
    window.addEventListener('keydown', press, { capture: true });
    return () => window.removeEventListener('keydown', press, { capture: true });
  }, []);
}
