import type { CheckInAnswer, Question, Wait } from '../../preload/contract/kiosk';
import type { Decision } from '../domain/decide';

/** What an ending says beyond what was decided. */
export interface Told {
  /** Of this ending, for this visitor. */
  handle: string;
  ticket: string | null;
  wait: Wait | null;
  questions: Question[];
  /** To sign up for online services. */
  isInvited: boolean;
}

/** What the kiosk is told, field by field: nothing else that was decided, and nothing about anything private, may leave. */
export function toAnswer(decision: Decision, { handle, ticket, wait, questions, isInvited }: Told): CheckInAnswer {
  switch (decision.kind) {
    case 'checkIn':
    case 'already':
      return {
        kind: decision.kind === 'checkIn' ? 'checkedIn' : 'alreadyCheckedIn',
        handle,
        appointments: decision.shown,
        also: decision.also,
        isLate: decision.isLate,
        isBeingCalled: decision.isBeingCalled,
        ticket,
        wait,
        questions,
        isInvited,
      };
    case 'tooEarly':
      return { kind: 'tooEarly', from: decision.from, others: decision.others };
    case 'byPhone':
    case 'byVideo':
    case 'homeVisit':
      return { kind: decision.kind, handle, others: decision.others };
    case 'otherSite':
      return { kind: 'otherSite', site: decision.site, others: decision.others };
    case 'tooLate':
      return { kind: 'tooLate' };
    case 'reception':
      return { kind: 'reception' };
  }
}
