import type { Application, AccountWish, Relationship, Service } from '../../../../preload/contract/signUp';
import type { NeedKind } from '../../../../preload/contract/kiosk';
import type { LineReading } from '../../../../preload/contract/rules/address';
import type { EmailReading, MobileReading } from '../../../../preload/contract/rules/contact';
import type { DateField, DateOfBirth, DateProblem } from '../../../../preload/contract/rules/dates';
import type { NhsNumberReading } from '../../../../preload/contract/rules/nhsNumber';
import type { NameReading } from '../../../../preload/contract/rules/personName';
import type { FoldedPostcode, PostcodeReading } from '../../../../preload/contract/rules/postcode';
import type { Reference } from '../../../../preload/contract/rules/reference';
import type { DateEntry } from '../dateEntry';
import type { PaperWay } from '../paperWay';

/**
 * The pages of an application, one thing on each (NHS pattern). Which come, and in which order, depends on the answers: `signUp/pages.ts`.
 * - `start`: most people can do it at home; what to bring; "I have an account"
 * - `reuse`: coming from check-in, may what was just given be used?
 * - `underEleven`: a child at the screen: a request for staff
 * - `askerUnderSixteen`: who asks for somebody else is too young to: nothing is sent, `Continue` ends at reception, `Back` mends a slip
 * - `statement`: one statement of record access; `draft.agreed` says how many have been agreed to
 */
export type SignUpPage =
  | 'start'
  | 'accountWish'
  | 'accountWhose'
  | 'whoFor'
  | 'reuse'
  | 'relationship'
  | 'name'
  | 'dateOfBirth'
  | 'underEleven'
  | 'askerUnderSixteen'
  | 'theirName'
  | 'theirDateOfBirth'
  | 'knowsNhsNumber'
  | 'nhsNumber'
  | 'address'
  | 'contact'
  | 'contactSafe'
  | 'services'
  | 'recordTopics'
  | 'statement'
  | 'needs'
  | 'check';

/** Boxes to type in. Days, months and years have an entry of their own. */
export type TextFieldName =
  | 'firstName'
  | 'lastName'
  | 'theirFirstName'
  | 'theirLastName'
  | 'nhsNumber'
  | 'line1'
  | 'line2'
  | 'town'
  | 'postcode'
  | 'email'
  | 'mobile';

/** Where the next key goes. */
export type FormField = TextFieldName | DateField;

/** What was given at a check-in by the same visitor a moment ago. */
export interface GivenAtCheckIn {
  dateOfBirth: DateOfBirth;
  dateEntry: DateEntry;
  postcode: FoldedPostcode | null;
}

/** What has been answered so far; in memory and nowhere else until it is sent. */
export interface Draft {
  /** A random UUID, so that sending twice makes one application. */
  draftId: string;
  /** Milliseconds since the draft was begun, counted by ticks. */
  elapsed: number;
  who: 'me' | 'someoneElse' | 'account' | null;
  wish: AccountWish | null;
  whose: 'mine' | 'someoneElse' | null;
  /** May what was given at check-in be used? Null until answered. */
  isReused: boolean | null;
  relationship: Relationship | null;
  texts: Readonly<Record<TextFieldName, string>>;
  born: DateEntry;
  theirBorn: DateEntry;
  knowsNhsNumber: boolean | null;
  isContactSafe: boolean | null;
  services: readonly Service[];
  /** `elapsed` at which each statement was agreed to, in their order. */
  agreed: readonly number[];
  /** The words that `agreed` is about. */
  statementsVersion: string | null;
  needs: readonly NeedKind[];
  language: string | null;
}

type ProblemOf<Reading extends { ok: boolean }> =
  Extract<Reading, { ok: false }> extends { problem: infer Problem } ? Problem : never;

/**
 * What is wrong with a field, as its contract rule names it; the words are the catalogue's `signUp.problem`. A date of birth gives one for
 * each of its boxes that are wrong, all with the same problem.
 */
export type FieldProblem =
  | { field: 'firstName' | 'lastName' | 'theirFirstName' | 'theirLastName'; problem: ProblemOf<NameReading> }
  | { field: DateField; problem: DateProblem }
  | { field: 'nhsNumber'; problem: ProblemOf<NhsNumberReading> }
  | { field: 'line1' | 'line2' | 'town'; problem: ProblemOf<LineReading> }
  | { field: 'postcode'; problem: ProblemOf<PostcodeReading> }
  | { field: 'email'; problem: ProblemOf<EmailReading> }
  | { field: 'mobile'; problem: ProblemOf<MobileReading> }
  /** No service was chosen. */
  | { field: 'choice'; problem: 'none' };

/** A page of an application. */
export interface SignUpScreen {
  kind: 'signUp';
  page: SignUpPage;
  draft: Draft;
  given: GivenAtCheckIn | null;
  /** Null on pages without boxes. */
  activeField: FormField | null;
  isFieldSelected: boolean;
  /** A new list each time it is found, so that it is said again; empty when nothing is. */
  problems: readonly FieldProblem[];
  /** What "Clear" took away, until the next key: it can be brought back. */
  cleared: { field: FormField; text: string } | null;
  /**
   * Which page a change link of `check` has opened, and the answers as they stood there. `Continue` leads back to `check`, by way of the
   * pages that the change has made necessary; `Back` from the opened page leads back with the answers as they stood. Null where nothing is
   * being changed.
   */
  change: { page: SignUpPage; answers: Draft } | null;
}

/** The application is on its way to main. */
export interface SendingApplicationScreen {
  kind: 'sendingApplication';
  requestId: number;
  application: Application;
  /** To go back to where the statements have changed meanwhile. */
  from: SignUpScreen;
  waitedMilliseconds: number;
}

/** "Take your ID to reception": the same for everything that was sent, so that nobody who looks on learns what it was. */
export interface SignUpEndingScreen {
  kind: 'signUpEnding';
  reference: Reference;
  paper: PaperWay;
  remainingMilliseconds: number;
}

/**
 * No reference, and the way to reception; never "You are not checked in", of which nobody spoke.
 * - `failed`: nothing could be sent, or nobody knows
 * - `stopped`: staff paused sign-up while somebody was at it; nothing was sent
 * - `reception`: they would rather speak to somebody, or are too young to ask for another person; nothing was sent
 */
export interface SignUpStoppedScreen {
  kind: 'signUpStopped';
  why: 'failed' | 'stopped' | 'reception';
  remainingMilliseconds: number;
}
