import type { AccountWish, Relationship, Service } from '../../../../preload/contract/signUp';
import type { Reference } from '../../../../preload/contract/rules/reference';
import type { FormField, SignUpPage } from './state';

/**
 * What somebody does on the pages of an application, beside the events that every question knows (continue, back, keys, needs, reception,
 * help). Where one of a few is chosen the tap itself goes on, as on "What do you need?"; `serviceToggled` and `needToggled` wait for
 * `Continue`. `Continue` on a page whose choice was made before goes on as well.
 */
export type SignUpPatientEvent =
  /** On Welcome or a good ending. `draftId`: a new random UUID. */
  | { type: 'signUpTapped'; draftId: string }
  /** "I have an account" */
  | { type: 'accountTapped' }
  | { type: 'wishChosen'; wish: AccountWish }
  | { type: 'whoseChosen'; whose: 'mine' | 'someoneElse' }
  | { type: 'whoChosen'; who: 'me' | 'someoneElse' }
  | { type: 'reuseChosen'; isAgreed: boolean }
  | { type: 'relationshipChosen'; relationship: Relationship }
  | { type: 'nhsNumberKnown'; isKnown: boolean }
  | { type: 'contactSafeChosen'; isSafe: boolean }
  | { type: 'serviceToggled'; service: Service }
  | { type: 'statementAgreed' }
  /** "I would rather talk to someone first" */
  | { type: 'talkFirstTapped' }
  /** A change link of `check`. */
  | { type: 'changeTapped'; page: SignUpPage }
  /** "Send my application" */
  | { type: 'sendTapped' }
  | { type: 'formTyped'; field: FormField; text: string }
  | { type: 'formFocused'; field: FormField }
  /** Empties the active field; `undoPressed` brings it back. */
  | { type: 'clearPressed' }
  | { type: 'undoPressed' };

/** What main says of an application that was sent. */
export type SignUpMainEvent =
  | { type: 'applicationSent'; requestId: number; reference: Reference }
  /** The statements have changed since they were read: they are shown anew. */
  | { type: 'statementsChanged'; requestId: number };

export type SignUpEvent = SignUpPatientEvent | SignUpMainEvent;
