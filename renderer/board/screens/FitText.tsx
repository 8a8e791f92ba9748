import { useLayoutEffect, useRef } from 'react';

/** Below this share of its size, a word is rather broken than made smaller still. */
const smallestUnbroken = 0.45;
const smallest = 0.08;
const steps = 9;

interface FitTextProps {
  /** Its style gives the place there is, and the font size that it has at most. */
  className: string;
  tag?: 'p' | 'h1';
  /** A ticket: made as small as it must be, and never broken. */
  isWhole?: boolean;
  children: string;
}

/** Words that wrap, and shrink as far as they must, so that all of them stand in their place: nothing is ever cut. */
export function FitText({ className, tag: Tag = 'p', isWhole = false, children }: FitTextProps) {
  const place = useRef<HTMLParagraphElement & HTMLHeadingElement>(null);
  // With every drawing: whatever has changed may need another size.
  useLayoutEffect(() => {
    const element = place.current;
    const words = element?.firstElementChild;
    if (element === null || !(words instanceof HTMLElement)) return;
    const refit = (): void => fit(element, words, isWhole);
    refit();
    const watcher = new ResizeObserver(refit);
    watcher.observe(element);
    // In its stand-in font it was as wide as it is not.
    void document.fonts.ready.then(refit);
    return () => watcher.disconnect();
  });
  return (
    <Tag className={`fit ${className}`} ref={place}>
      <span className="fit__words">{children}</span>
    </Tag>
  );
}

/** The largest size at which `words` stand within `place`. */
function fit(place: HTMLElement, words: HTMLElement, isWhole: boolean): void {
  const isWithin = (scale: number): boolean => {
    words.style.fontSize = `${String(scale)}em`;
    return words.offsetHeight <= place.clientHeight && words.scrollWidth <= place.clientWidth;
  };
  words.style.overflowWrap = 'normal';
  if (isWithin(1)) return;
  const isTight = !isWithin(smallestUnbroken);
  if (isTight && !isWhole) words.style.overflowWrap = 'anywhere';
  let within = isTight ? smallest : smallestUnbroken;
  let beyond = 1;
  for (let step = 0; step < steps; step += 1) {
    const middle = (within + beyond) / 2;
    if (isWithin(middle)) within = middle;
    else beyond = middle;
  }
  isWithin(within);
}
