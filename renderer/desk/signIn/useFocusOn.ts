import { useEffect } from 'react';

/** Gives the field with this id the focus, when the form appears and whenever it is another: whoever locked the desk can type at once. */
export function useFocusOn(inputId: string): void {
  useEffect(() => {
    document.getElementById(inputId)?.focus();
  }, [inputId]);
}
