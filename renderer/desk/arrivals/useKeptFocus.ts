import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** What may hold the focus in place of something of it that has gone. */
const stops = '.desk-arrivals__row, .desk-panel-box__list > li, .desk-panel-box, .desk-arrivals__left';

/** An element that had the focus: itself and all around it up to the tab, each with its place among its siblings. */
type Trail = { element: Element; place: number }[];

/**
 * Keeps the focus near when what holds it goes: a row that is done, an alert that was acknowledged, a button that cannot be pressed any more.
 * Browsers would throw it to the top of the page. It goes to the row or entry that stands there now, never to a button: whoever holds Enter down
 * must not do the same to the next patient.
 */
export function useKeptFocus(tab: RefObject<HTMLElement | null>): void {
  const trail = useRef<Trail>([]);
  useEffect(() => {
    function note({ target }: FocusEvent): void {
      if (!(target instanceof Element) || target.closest('dialog') !== null) return;
      trail.current = tab.current?.contains(target) ? trailOf(target, tab.current) : [];
    }
    // A click beside everything gives the focus away on purpose.
    const forget = (): void => {
      trail.current = [];
    };
    document.addEventListener('focusin', note);
    document.addEventListener('pointerdown', forget);
    return () => {
      document.removeEventListener('focusin', note);
      document.removeEventListener('pointerdown', forget);
    };
  }, [tab]);
  // After every drawing: whatever has changed may have taken the focus with it.
  useLayoutEffect(() => {
    const [own] = trail.current;
    if (own === undefined || own.element.isConnected) return;
    if (document.activeElement !== null && document.activeElement !== document.body) return;
    const next = nearest(trail.current);
    if (!next?.hasAttribute('tabindex')) next?.setAttribute('tabindex', '-1');
    next?.focus();
  });
}

function trailOf(target: Element, tab: Element): Trail {
  const trail: Trail = [];
  for (let element: Element | null = target; element !== null && element !== tab; element = element.parentElement) {
    trail.push({ element, place: [...(element.parentElement?.children ?? [])].indexOf(element) });
  }
  return trail;
}

function nearest(trail: Trail): HTMLElement | null {
  const still = trail.findIndex(({ element }) => element.isConnected);
  const around = trail[still]?.element;
  if (around === undefined) return null;
  // What stands where the part that has gone stood, or before that.
  const gone = trail[still - 1];
  const place = (gone?.place ?? 0) - (gone?.element.matches('.desk-arrivals__opened') ? 1 : 0);
  const siblings = [...around.children].slice(0, place + 1).reverse();
  const beside = siblings.find((one) => one.matches(stops)) ?? [...around.children].find((one) => one.matches(stops));
  if (beside instanceof HTMLElement) return beside;
  // The buttons of an open row belong to the row above them.
  const row = around.closest('.desk-arrivals__opened')?.previousElementSibling;
  return row instanceof HTMLElement ? row : around.closest<HTMLElement>(stops);
}
