import { useContext, useId, useLayoutEffect, useRef } from 'react';
import type { ReactNode } from 'react';
import { partsWords } from '../../text/desk/frame';
import { IsCovered } from './session';

interface ModalProps {
  title: string;
  /** Spoken with the title, before what has the focus: whose record it is, say. */
  lead?: string;
  onClose: () => void;
  children: ReactNode;
  /** Buttons at the end, the one to press first. */
  actions?: ReactNode;
  /** For tables and long forms. */
  isWide?: boolean | undefined;
}

/** A dialog over the page: the focus stays in it, Escape closes it, and afterwards the focus is where it was. */
export function Modal({ title, lead, onClose, children, actions, isWide = false }: ModalProps) {
  const id = useId();
  const element = useRef<HTMLDialogElement>(null);
  const before = useRef<Element | null>(null);
  const isCovered = useContext(IsCovered);
  // Before the page is painted, and undone before the dialog leaves it: only then can the focus be given back.
  useLayoutEffect(() => {
    const dialog = element.current;
    if (dialog === null || isCovered) return;
    before.current ??= document.activeElement;
    const giveBackTo = before.current;
    dialog.showModal();
    focusFirst(dialog);
    return () => {
      dialog.close();
      if (giveBackTo instanceof HTMLElement && giveBackTo.isConnected) giveBackTo.focus();
    };
  }, [isCovered]);
  return (
    <dialog
      ref={element}
      className={`desk-modal${isWide ? ' desk-modal--wide' : ''}`}
      aria-labelledby={id}
      aria-describedby={lead === undefined ? undefined : `${id}lead`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="desk-modal__head">
        <h2 className="desk-modal__title" id={id}>
          {title}
        </h2>
        <button type="button" className="desk-modal__close" onClick={onClose}>
          {partsWords.close}
        </button>
      </div>
      {lead === undefined ? null : (
        <p className="desk-modal__lead" id={`${id}lead`}>
          {lead}
        </p>
      )}
      <div className="desk-modal__body">{children}</div>
      {actions ? <div className="desk-modal__actions">{actions}</div> : null}
    </dialog>
  );
}

/** What is to be typed or chosen first; else the first button; closing comes last. */
function focusFirst(dialog: HTMLDialogElement): void {
  const first =
    dialog.querySelector<HTMLElement>('.desk-modal__body :is(input, select, textarea)') ??
    dialog.querySelector<HTMLElement>('.desk-modal__actions button') ??
    dialog.querySelector<HTMLElement>('.desk-modal__close');
  first?.focus();
}
