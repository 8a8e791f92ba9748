import type { FlowEvent } from './events';
import { isQuestion } from './screens';
import type { FlowState, Screen } from './state';

/** A key of a real keyboard, and what has the focus: a field that takes it itself, a button that it presses, or neither. */
export interface PressedKey {
  key: string;
  focus: 'field' | 'button' | 'page';
}

/**
 * What a key does: letters and digits go where the pad's keys go, and Enter continues from a question with boxes to type in. Nowhere else:
 * on other screens it would answer something that nobody has read, or agree to it. Null for nothing, as behind the open dialog.
 */
export function eventOfKey({ screen, warningMilliseconds }: FlowState, { key, focus }: PressedKey): FlowEvent | null {
  if (warningMilliseconds !== null) return null;
  if (key === 'Enter') return focus !== 'button' && hasBoxes(screen) ? { type: 'continueTapped' } : null;
  if (focus === 'field') return null;
  if (key === 'Backspace') return { type: 'deletePressed' };
  const isOnButton = key === ' ' && focus === 'button';
  return key.length === 1 && !isOnButton ? { type: 'keyPressed', key } : null;
}

function hasBoxes(screen: Screen): boolean {
  return isQuestion(screen) || (screen.kind === 'signUp' && screen.activeField !== null);
}
