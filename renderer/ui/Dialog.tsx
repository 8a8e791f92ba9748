import { useEffect, useRef } from 'react';
import type { ReactNode } from 'react';

/** A modal dialog: everything behind it is out of reach until one of its buttons is used. Escape does not close it. */
export function Dialog({ titleId, children }: { titleId: string; children: ReactNode }) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = element.current;
    if (dialog === null || dialog.open) return;
    dialog.showModal();
    return () => dialog.close();
  }, []);
  return (
    <dialog
      className="dialog"
      ref={element}
      aria-labelledby={titleId}
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault();
      }}
    >
      {children}
    </dialog>
  );
}
