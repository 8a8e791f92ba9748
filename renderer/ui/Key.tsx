import type { MouseEvent, PointerEvent, ReactNode } from 'react';

interface KeyProps {
  onPress: () => void;
  isChosen?: boolean | undefined;
  /** How many columns of its pad the key covers. */
  span?: number;
  /** Its name, where what it shows cannot be spoken: a hyphen. */
  label?: string | undefined;
  /** `work`: does something to what was typed; `quiet`: stands back behind the letters; `page`: shows other keys. */
  look?: 'plain' | 'work' | 'quiet' | 'page';
  children: ReactNode;
}

/**
 * One key of a pad. Acts as the finger lands, as keys do (WCAG 2.5.2 excepts keypads), so that fast typing with two hands
 * loses nothing; holding it does not repeat. Leaves the focus where it is.
 */
export function Key({ onPress, isChosen, span = 1, label, look = 'plain', children }: KeyProps) {
  function handlePointerDown(event: PointerEvent): void {
    event.preventDefault();
    if (event.button === 0) onPress();
  }
  // A keyboard or a screen reader clicks without a pointer; a pointer has acted already. The click that follows a finger counts no clicks
  // either (`detail` is 0), as its `pointerdown` was taken: only its pointer tells.
  function handleClick({ nativeEvent }: MouseEvent): void {
    const isOfPointer = nativeEvent instanceof PointerEvent && nativeEvent.pointerType !== '';
    if (!isOfPointer) onPress();
  }
  return (
    <button
      type="button"
      className={`key key--span${String(span)}${look === 'plain' ? '' : ` key--${look}`}`}
      aria-label={label}
      aria-pressed={isChosen}
      onPointerDown={handlePointerDown}
      onMouseDown={(event) => event.preventDefault()}
      onClick={handleClick}
    >
      {children}
    </button>
  );
}
