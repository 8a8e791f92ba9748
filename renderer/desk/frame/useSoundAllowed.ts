import { useEffect, useState } from 'react';

/** Whether this page may sound: browsers keep a page silent until somebody has clicked or typed in it; the kiosk machine's own window does not. */
export function useSoundAllowed(): boolean {
  const [isAllowed, setAllowed] = useState(isActive);
  useEffect(() => {
    if (isAllowed) return;
    const look = (): void => setAllowed(isActive());
    window.addEventListener('pointerup', look);
    window.addEventListener('keyup', look);
    return () => {
      window.removeEventListener('pointerup', look);
      window.removeEventListener('keyup', look);
    };
  }, [isAllowed]);
  return isAllowed;
}

function isActive(): boolean {
  return navigator.userActivation.hasBeenActive || window.location.protocol === 'reception-kiosk:';
}
