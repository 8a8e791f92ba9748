/** Asks the screen of a browser to stay on while the board is seen; one that does not know how keeps its own habits. The kiosk's own machine is set never to sleep. */
export function keepAwake({ protocol }: Location): void {
  if (protocol !== 'https:') return;
  async function ask(): Promise<void> {
    if (document.visibilityState !== 'visible' || !('wakeLock' in navigator)) return;
    await navigator.wakeLock.request('screen');
  }
  const tryIt = (): void => void ask().catch(() => undefined);
  // It is given back whenever the page is hidden.
  document.addEventListener('visibilitychange', tryIt);
  tryIt();
}
