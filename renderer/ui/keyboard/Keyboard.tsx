import { useLayoutEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { Key } from '../Key';
import { KeyFace } from './KeyFace';
import { keyboardPage, marksPage } from './layouts';
import type { KeyboardLayout, KeyCap } from './layouts';
import { capitalOf } from './markedLetters';
import type { PlainLetter } from './markedLetters';
import { isCapital, toggledShift } from './shift';
import type { ShiftChoice } from './shift';

interface KeyboardProps {
  layout: KeyboardLayout;
  /** The first letter of a name or of a line. */
  isCapitalNext: boolean;
  /** Keys that type the end of an address at once: `@example.com`. Only for `email`. */
  emailEndings?: readonly string[];
  /** "Clear" was the last key: it can be taken back. */
  canUndo: boolean;
  /** One character, or the whole of an email ending. */
  onKey: (key: string) => void;
  onDelete: () => void;
  onClear: () => void;
  onUndo: () => void;
  /** To the next box; without it there is no such key. */
  onNext?: (() => void) | undefined;
}

/**
 * The on-screen keyboard: our own, so that none of the operating system's comes up, with nothing behind a hold or a swipe. Letters with
 * marks have a page of their own, which goes back after one letter. Leaves the focus in the box.
 */
export function Keyboard(props: KeyboardProps) {
  const { t } = useTranslation();
  const { layout, isCapitalNext, emailEndings = [], canUndo, onKey, onDelete, onClear, onUndo, onNext } = props;
  const group = useRef<HTMLDivElement>(null);
  const [shift, setShift] = useState<ShiftChoice | null>(null);
  const [plain, setPlain] = useState<PlainLetter | null>(null);
  const hasMarks = layout === 'name' || layout === 'address';
  const open = hasMarks ? plain : null;
  const isShifted = isCapital(shift, isCapitalNext);
  const { columns, rows } = open === null ? keyboardPage(layout, onNext !== undefined) : marksPage(open);
  const keepFocus = useKeptFocus(group);

  function press(cap: KeyCap): void {
    keepFocus();
    switch (cap.kind) {
      case 'letter':
        onKey(isShifted ? capitalOf(cap.text) : cap.text);
        setShift(null);
        return setPlain(null);
      case 'fixed':
      case 'sign':
        return onKey(cap.text);
      case 'plain':
        return setPlain(cap.text);
      case 'space':
        return onKey(' ');
      case 'delete':
        return onDelete();
      case 'clear':
        return canUndo ? onUndo() : onClear();
      case 'shift':
        return setShift(toggledShift(shift, isCapitalNext));
      case 'next':
        setPlain(null);
        return onNext?.();
      case 'marks':
        return setPlain('a');
      case 'letters':
        return setPlain(null);
      case 'marksHint':
      case 'gap':
        return;
    }
  }

  return (
    <div
      ref={group}
      className={`keyboard keyboard--${layout} keyboard--columns${String(columns)}`}
      role="group"
      aria-label={t('signUpEnds.keyboard.group')}
    >
      {layout === 'email' && emailEndings.length > 0 ? (
        <div className="keyboard__endings">
          {emailEndings.map((ending) => (
            <Key key={ending} look="quiet" onPress={() => onKey(ending)}>
              <span className="key__ending">{ending}</span>
            </Key>
          ))}
        </div>
      ) : null}
      {rows.map((row, place) =>
        row.map((cap, column) => (
          <KeyFace
            key={reactKey(cap, open, place, column)}
            cap={cap}
            isShifted={isShifted}
            canUndo={canUndo}
            open={open}
            onPress={() => press(cap)}
          />
        )),
      )}
    </div>
  );
}

/** A key that is on both pages stays the same button, and with it its focus; the key that opened the page becomes the one that closes it. */
function reactKey(cap: KeyCap, open: PlainLetter | null, row: number, column: number): string {
  if (cap.kind === 'marks' || cap.kind === 'letters') return 'page';
  if (cap.kind === 'gap') return `gap ${String(row)} ${String(column)}`;
  if (cap.kind === 'letter') return `${open ?? ''} ${cap.text}`;
  return 'text' in cap ? `${cap.kind} ${cap.text}` : cap.kind;
}

/**
 * For a keyboard or a switch: a key that goes with its page hands its focus to the key that changes pages, so that it never falls to nothing.
 * @returns to be called at each key, before anything changes.
 */
function useKeptFocus(group: RefObject<HTMLDivElement | null>): () => void {
  const wasInside = useRef(false);
  useLayoutEffect(() => {
    if (wasInside.current && document.activeElement === document.body) {
      group.current?.querySelector<HTMLElement>('.key--page')?.focus();
    }
    wasInside.current = false;
  });
  return () => {
    wasInside.current = group.current?.contains(document.activeElement) ?? false;
  };
}
