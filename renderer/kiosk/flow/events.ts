import type {
  CheckInAnswer,
  KioskSnapshot,
  NeedKind,
  QuestionAnswer,
  ReceptionKind,
  TicketEnd,
} from '../../../preload/contract/kiosk';
import type { Barcode } from '../../../preload/contract/rules/barcode';
import type { DateField } from '../../../preload/contract/rules/dates';
import type { SignUpEvent } from './signUp/events';
import type { DisplaySettings } from './state';

/** Everything that can happen to the page. Every state answers every one of these (design §10). */
export type FlowEvent =
  /** On the pages of an application */
  | SignUpEvent
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
  /** "I was asked to come in" */
  | { type: 'askedToComeTapped' }
  | { type: 'receptionChosen'; choice: ReceptionKind }
  | { type: 'walkInTapped' }
  /** Yes to "Do you need help with communication or information?" */
  | { type: 'needsTapped' }
  | { type: 'needToggled'; need: NeedKind }
  /** Null: another language than those that are offered. */
  | { type: 'languageChosen'; language: string | null }
  /** Any other answer to a question after check-in: no, a choice, or skipped. */
  | { type: 'questionAnswered'; answer: QuestionAnswer }
  /** `Print this`: the reference or the ticket on the screen */
  | { type: 'printTapped' }
  | { type: 'displayToggled'; setting: keyof DisplaySettings }
  /** Fields: `keyPressed` is a key of our own pad or of a keyboard while no field has the focus. */
  | { type: 'dateTyped'; field: DateField; text: string }
  | { type: 'fieldTyped'; text: string }
  | { type: 'dateFieldFocused'; field: DateField }
  | { type: 'keyPressed'; key: string }
  | { type: 'deletePressed' }
  | { type: 'nextPressed' }
  /** A scanner has typed what can be the barcode of an appointment letter. */
  | { type: 'scanned'; barcode: Barcode }
  /** Any touch or key at all: somebody is there. */
  | { type: 'touched' }
  /** Main */
  | { type: 'snapshotArrived'; snapshot: KioskSnapshot }
  | { type: 'answerArrived'; requestId: number; answer: CheckInAnswer }
  | { type: 'disputeEnded'; requestId: number }
  | { type: 'comeInEnded'; requestId: number }
  | { type: 'choiceAnswered'; requestId: number; ticket: string | null }
  | { type: 'joinAnswered'; requestId: number; ticket: string }
  | { type: 'helpAnswered'; requestId: number; callId: string }
  /** An answer to a question after check-in is on disk. */
  | { type: 'answerKept'; requestId: number }
  | { type: 'ticketPrinted'; requestId: number; end: TicketEnd }
  | { type: 'requestFailed'; requestId: number }
  /** Time that has passed, in milliseconds of a clock that never jumps. */
  | { type: 'tick'; milliseconds: number }
  /** Accepted everywhere; each ends at Welcome with all personal data dropped (design §10). */
  | { type: 'idle' }
  | { type: 'staff' }
  | { type: 'crashed' }
  | { type: 'outOfService' };
