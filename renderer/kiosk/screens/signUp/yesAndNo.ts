import type { TFunction } from 'i18next';
import type { Choice } from './Choices';

/** The two answers of a question; `chosen` is what was answered before. */
export function yesAndNo(t: TFunction<'kiosk'>, chosen: boolean | null, onAnswer: (isYes: boolean) => void): Choice[] {
  return [true, false].map((isYes) => ({
    label: t(isYes ? 'signUp.yes' : 'signUp.no'),
    isChosen: chosen === isYes,
    onPress: () => onAnswer(isYes),
  }));
}
