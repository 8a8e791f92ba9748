import { useEffect } from 'react';

const lookEvery = 2_000;
const tellEvery = 5_000;
const touches = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/**
 * Calls `lock` once nobody has touched a page of this desk for `seconds`; null: never. Counted by the wall clock, so a PC that slept wakes up
 * locked. Pages of the same browser share one session and tell each other of touches: one in the background does not lock the one in use.
 */
export function useIdleLock(seconds: number | null, lock: () => void): void {
  useEffect(() => {
    if (seconds === null) return;
    let touchedAt = Date.now();
    let toldAt = 0;
    const others = new BroadcastChannel('reception-kiosk:desk-touched');
    others.addEventListener('message', () => {
      touchedAt = Date.now();
    });
    function touched(): void {
      touchedAt = Date.now();
      if (touchedAt - toldAt < tellEvery) return;
      toldAt = touchedAt;
      others.postMessage('');
    }
    for (const touch of touches) window.addEventListener(touch, touched, { passive: true, capture: true });
    const timer = setInterval(() => {
      if (Date.now() - touchedAt >= seconds * 1_000) lock();
    }, lookEvery);
    return () => {
      clearInterval(timer);
      for (const touch of touches) window.removeEventListener(touch, touched, { capture: true });
      others.close();
    };
  }, [seconds, lock]);
}
