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
  document.addEventListener('click', dropSecondTap(), { capture: true });
}

function dropSecondTap(): (event: MouseEvent) => void {
  let last: { at: number; x: number; y: number; target: EventTarget | null } | null = null;
  return (event) => {
    // Only fingers double-tap by accident; a mouse or a keyboard means each click.
    if (!(event instanceof PointerEvent) || event.pointerType !== 'touch') return;
    const isNear =
      last !== null &&
      event.timeStamp - last.at < doubleTapMilliseconds &&
      Math.hypot(event.clientX - last.x, event.clientY - last.y) < doubleTapPixels;
    if (isNear && last !== null && last.target !== event.target) {
      event.preventDefault();
      event.stopPropagation();
    }
    last = { at: event.timeStamp, x: event.clientX, y: event.clientY, target: event.target };
  };
}
