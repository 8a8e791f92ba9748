import type { Question } from '../../preload/contract/kiosk';
import type { Now, PracticeRules } from './types';

interface Asking {
  rules: Pick<PracticeRules, 'isNeedsQuestionAsked' | 'ownQuestion' | 'ownQuestionOff'>;
  now: Now;
  /** The list carries a need for help with communication or information: the practice knows already. */
  hasNeed: boolean;
  /** Asked, or skipped, within the practice's interval (`needsQuestionAgainDays`). */
  wasNeedsAsked: boolean;
}

/**
 * The questions to put to a patient who has just been checked in, in this order: at most two, or people stop answering
 * (domain, "Check-in"). Needs first (DAPB1605: identify, record), then the practice's own, which is off in its busiest hours.
 */
export function questionsDue({ rules, now, hasNeed, wasNeedsAsked }: Asking): Question[] {
  const due: Question[] = [];
  if (rules.isNeedsQuestionAsked && !hasNeed && !wasNeedsAsked) due.push({ kind: 'needs' });
  const isOff = rules.ownQuestionOff.some(({ from, to }) => from <= now.time && now.time < to);
  if (rules.ownQuestion !== null && !isOff) due.push({ ...rules.ownQuestion, kind: 'own' });
  return due;
}
