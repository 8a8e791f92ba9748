import { isSecondTap } from './secondTap';
import type { Tap, Tapped } from './secondTap';

/**
 * Switches off what a browser does with long presses, drags, drops, pastes, selections and pinches (design §9), and drops
 * the second half of a double tap: it would press a button on a screen the patient has not seen yet, or undo the first half.
 */
export function guardGestures(): void {
  for (const type of [
    'contextmenu',
    'dragstart',
    'dragover',
    'drop',
    'paste',
    'copy',
    'cut',
    'gesturestart',
    'auxclick',
  ]) {
    document.addEventListener(type, (event) => event.preventDefault(), { capture: true });
  }
  document.addEventListener(
    'wheel',
    (event) => {
      if (event.ctrlKey) event.preventDefault();
    },
    { capture: true, passive: false },
  );
  document.addEventListener(
    'touchmove',
    (event) => {
      if (event.touches.length > 1) event.preventDefault();
    },
    { capture: true, passive: false },
  );
  dropSecondTaps();
}

/** A tap without a hold on what it met: a button of a page that has gone would keep the page in memory, and what was typed there with it. */
interface KeptTap extends Omit<Tap, 'target'> {
  target: WeakRef<object>;
}

function dropSecondTaps(): void {
  let last: KeptTap | null = null;
  let isDropping = false;
  // Only fingers double-tap by accident; a mouse or a keyboard means each click.
  function isSecond(event: PointerEvent): boolean {
    if (event.pointerType !== 'touch' || last === null) return false;
    // What has been collected has gone from the screen before.
    const target = last.target.deref() ?? {};
    return isSecondTap({ ...last, target }, tapOf(event), isStillThere(target, last.words));
  }
  function drop(event: Event): void {
    event.preventDefault();
    event.stopPropagation();
  }
  // Keys act as the finger lands, buttons as it leaves: both have to be looked at.
  function land(event: PointerEvent): void {
    isDropping = isSecond(event);
    if (isDropping) drop(event);
  }
  function leave(event: MouseEvent): void {
    if (!(event instanceof PointerEvent)) return;
    // The whole second tap is dropped, however long the finger stays.
    if (isSecond(event) || (isDropping && event.pointerType === 'touch')) drop(event);
    else last = kept(tapOf(event));
    isDropping = false;
  }
  document.addEventListener('pointerdown', land, { capture: true });
  document.addEventListener('click', leave, { capture: true });
}

function kept(tap: Tap): KeptTap {
  return { ...tap, target: new WeakRef(tap.target) };
}

function tapOf(event: PointerEvent): Tap {
  return { ...tapped(event.target), at: event.timeStamp, x: event.clientX, y: event.clientY };
}

function tapped(target: EventTarget | null): Tapped {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button === null) return { target: target ?? document, words: null, isToggle: false };
  const isToggle = button.hasAttribute('aria-pressed') && button.closest('.pad') === null;
  return { target: button, words: button.textContent, isToggle };
}

/** The same button with other words is another button: the page may keep the element and change what it says. */
function isStillThere(target: object, words: string | null): boolean {
  if (!(target instanceof Node) || !target.isConnected) return false;
  return words === null || target.textContent === words;
}
