/** A second tap within this time and distance of one that changed the screen was meant for the screen before. */
const doubleTapMilliseconds = 400;
const doubleTapPixels = 40;

/**
 * Switches off what a browser does with long presses, drags, drops, pastes, selections and pinches (design §9), and drops
 * the second half of a double tap: it would press a button on a screen the patient has not seen yet.
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

function dropSecondTaps(): void {
  let last: { at: number; x: number; y: number; target: Node; words: string | null } | null = null;
  // Only fingers double-tap by accident; a mouse or a keyboard means each click.
  function isSecond(event: PointerEvent): boolean {
    if (event.pointerType !== 'touch' || last === null) return false;
    // The same button with other words is another button: the page may keep the element and change what it says.
    if (last.target.isConnected && (last.words === null || last.target.textContent === last.words)) return false;
    const distance = Math.hypot(event.clientX - last.x, event.clientY - last.y);
    return event.timeStamp - last.at < doubleTapMilliseconds && distance < doubleTapPixels;
  }
  function guard(event: Event): void {
    if (!(event instanceof PointerEvent)) return;
    if (isSecond(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.type === 'click' && event.target instanceof Node) {
      const button = event.target instanceof Element ? event.target.closest('button') : null;
      const target = button ?? event.target;
      last = { at: event.timeStamp, x: event.clientX, y: event.clientY, target, words: button?.textContent ?? null };
    }
  }
  // Keys act as the finger lands, buttons as it leaves: both have to be looked at.
  document.addEventListener('pointerdown', guard, { capture: true });
  document.addEventListener('click', guard, { capture: true });
}
