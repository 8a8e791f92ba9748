import { isQuestion } from './flow/screens';
import type { FollowedScreen } from './flow/screens';
import { betweenMilliseconds, endMilliseconds, longest, shortest } from './scan';
import type { ScannedKey } from './scan';

/** What has been typed on a question faster than a person types. */
export interface Burst {
  text: string;
  /** When the last key came, in milliseconds of a clock that never jumps. */
  lastAt: number;
  /** What the field of the letter held before the burst. */
  letterBefore: string;
  /** Has ended as a scan: what still comes at this speed belongs to it. */
  isOver: boolean;
}

/** `isSwallowed`: the key does nothing else on the page. `restored`: what the field of the letter has to hold again. */
export interface Followed {
  burst: Burst;
  isSwallowed: boolean;
  restored: string | null;
}

/** Nothing typed. */
export const noBurst: Burst = { text: '', lastAt: Number.NEGATIVE_INFINITY, letterBefore: '', isOver: false };

/** The longest postcode, with its space. */
const longestPostcode = 8;

/**
 * A scanner used on a question types into it, and its Enter must not send what it typed for the patient. Takes one key more. People and
 * tools that fill forms type fast too, so only what can be no answer to `screen` is taken for a scan: a date is digits, a postcode is
 * short, and the letter is one. In an application a whole life is typed, and what ends fast typing there is always taken for a scan: a tap on
 * `Continue` is cheaper than an application that nobody meant to send.
 */
export function follow(before: Burst, { key, at, isSpecial }: ScannedKey, screen: FollowedScreen): Followed {
  // A capital letter comes with a Shift of its own.
  if (key === 'Shift' || key === 'CapsLock') return { burst: before, isSwallowed: false, restored: null };
  const sinceLast = at - before.lastAt;
  const isFast = sinceLast >= 0 && sinceLast <= betweenMilliseconds;
  if (before.isOver && isFast) return { burst: { ...before, lastAt: at }, isSwallowed: true, restored: null };
  if (key === 'Enter' || key === 'Tab') {
    const isInTime = sinceLast >= 0 && sinceLast <= endMilliseconds && !before.isOver;
    const isScan = isInTime && isScanOn(screen, before.text);
    const burst = isScan ? { ...noBurst, lastAt: at, isOver: true } : noBurst;
    return { burst, isSwallowed: isScan, restored: null };
  }
  const isNext = isFast && !before.isOver;
  const begun = isNext ? before : { ...noBurst, letterBefore: screen.kind === 'letter' ? screen.text : '' };
  const isCharacter = !isSpecial && Array.from(key).length === 1;
  // One more than a barcode has is enough to know that it is none.
  const text = isCharacter && begun.text.length <= longest ? begun.text + key : begun.text;
  const isLetterFull = screen.kind === 'letter' && text.length >= shortest;
  // A space would press the button that has the focus.
  const isPress = key === ' ' && begun.text !== '' && !hasBoxes(screen);
  const isNewlyScan = isLetterFull && begun.text.length < shortest;
  return {
    burst: { ...begun, text, lastAt: at },
    isSwallowed: isLetterFull || isPress,
    restored: isNewlyScan ? begun.letterBefore : null,
  };
}

/** On pages without boxes nothing is typed. */
function hasBoxes(screen: FollowedScreen): boolean {
  return isQuestion(screen) || (screen.kind === 'signUp' && screen.activeField !== null);
}

function isScanOn(screen: FollowedScreen, text: string): boolean {
  const isMixed = /[A-Za-z]/.test(text) && /\d/.test(text) && text.length >= shortest;
  switch (screen.kind) {
    case 'letter':
    case 'signUp':
    case 'sendingApplication':
    case 'signUpEnding':
    case 'signUpStopped':
      return text.length >= shortest;
    case 'dateOfBirth':
      return isMixed;
    case 'postcode':
      return isMixed && (text.length > longestPostcode || /[^A-Za-z0-9 ]/.test(text));
  }
}
