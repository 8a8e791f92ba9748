import type { CheckInAnswer, KioskSnapshot } from '../../../preload/contract/kiosk';
import type { DateField } from '../../../preload/contract/rules/dates';
import type { DisplaySettings } from './state';

/** Everything that can happen to the page. Every state answers every one of these (design §10). */
export type FlowEvent =
  /** Buttons */
  | { type: 'checkInTapped' }
  | { type: 'receptionTapped' }
  | { type: 'helpTapped' }
  | { type: 'continueTapped' }
  | { type: 'backTapped' }
  | { type: 'startAgainTapped' }
  | { type: 'unknownTapped' }
  | { type: 'tryAgainTapped' }
  | { type: 'someoneElseTapped' }
  | { type: 'notMineTapped' }
  | { type: 'finishTapped' }
  | { type: 'moreTimeTapped' }
  | { type: 'displayToggled'; setting: keyof DisplaySettings }
  /** Fields: `keyPressed` is a key of our own pad or of a keyboard while no field has the focus. */
  | { type: 'dateTyped'; field: DateField; text: string }
  | { type: 'fieldTyped'; text: string }
  | { type: 'dateFieldFocused'; field: DateField }
  | { type: 'keyPressed'; key: string }
  | { type: 'deletePressed' }
  | { type: 'nextPressed' }
  /** Any touch or key at all: somebody is there. */
  | { type: 'touched' }
  /** Main */
  | { type: 'snapshotArrived'; snapshot: KioskSnapshot }
  | { type: 'answerArrived'; requestId: number; answer: CheckInAnswer }
  | { type: 'disputeEnded'; requestId: number }
  | { type: 'helpAnswered'; requestId: number; isKnown: boolean }
  | { type: 'requestFailed'; requestId: number }
  /** Time that has passed, in milliseconds of a clock that never jumps. */
  | { type: 'tick'; milliseconds: number }
  /** Accepted everywhere; each ends at Welcome with all personal data dropped (design §10). */
  | { type: 'idle' }
  | { type: 'staff' }
  | { type: 'crashed' }
  | { type: 'outOfService' };
