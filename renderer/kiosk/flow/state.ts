import type {
  CheckInAnswer,
  FaultSnapshot,
  IdentityClaim,
  NeedKind,
  Question as AfterwardsQuestion,
  QuestionAnswer,
  ReadySnapshot,
  ReceptionKind,
} from '../../../preload/contract/kiosk';
import type { Barcode } from '../../../preload/contract/rules/barcode';
import type { DateField, DateOfBirth, DateReading } from '../../../preload/contract/rules/dates';
import type { LetterReading, NameLetter } from '../../../preload/contract/rules/letter';
import type { PostcodeReading } from '../../../preload/contract/rules/postcode';
import type { DateEntry } from './dateEntry';
import type { PaperWay } from './paperWay';
import type {
  GivenAtCheckIn,
  SendingApplicationScreen,
  SignUpEndingScreen,
  SignUpScreen,
  SignUpStoppedScreen,
} from './signUp/state';

export type { DateEntry } from './dateEntry';
export type { PaperWay } from './paperWay';

/** How the patient likes the screen. Resets with the visit; kept by `Check in someone else` (design §6, §10). */
export interface DisplaySettings {
  isTextLarger: boolean;
  isContrastHigh: boolean;
  isScreenLowered: boolean;
}

/** What main last told us about the kiosk itself. Only `ready` shows a patient anything but "Please speak to reception". */
export type Service =
  | { kind: 'starting'; waitedMilliseconds: number }
  | { kind: 'ready'; snapshot: ReadySnapshot }
  | FaultSnapshot
  /** Main does not answer. `last` keeps the words that stand on every screen, if they were ever known. */
  | { kind: 'lost'; last: ReadySnapshot | null };

/** `second` is the one `Try again` of a visit: it asks the postcode instead of the letter (design §6). */
export type Attempt = 'first' | 'second';

/** What is wrong with what was typed. A new object each time it is found, so that the message is said again. */
export type FoundDateProblem = Extract<DateReading, { ok: false }>;
export type FoundLetterProblem = Extract<LetterReading, { ok: false }>;
export type FoundPostcodeProblem = Extract<PostcodeReading, { ok: false }>;

/** Who the patient has said they are so far: what a later question still needs. */
export interface LetterAnswer {
  by: 'letter';
  dateOfBirth: DateOfBirth;
  dateEntry: DateEntry;
  letter: NameLetter;
}
export interface DateAnswer {
  by: 'postcode';
  dateOfBirth: DateOfBirth;
  dateEntry: DateEntry;
}
/** The barcode of an appointment letter was scanned, and the date of birth typed. */
export interface ScanAnswer {
  by: 'barcode';
  dateOfBirth: DateOfBirth;
  dateEntry: DateEntry;
  barcode: Barcode;
}
export type KnownAnswer = LetterAnswer | DateAnswer | ScanAnswer;

export interface DateOfBirthScreen {
  kind: 'dateOfBirth';
  attempt: Attempt;
  /** What was scanned: the letter is not asked then. */
  barcode: Barcode | null;
  entry: DateEntry;
  /** Where the next key of the pad goes. */
  activeField: DateField;
  /** The next key replaces what is in the active field, as typing over a selection does. */
  isFieldSelected: boolean;
  problem: FoundDateProblem | null;
}
export interface LetterScreen {
  kind: 'letter';
  dateOfBirth: DateOfBirth;
  dateEntry: DateEntry;
  text: string;
  problem: FoundLetterProblem | null;
}
export interface PostcodeScreen {
  kind: 'postcode';
  known: LetterAnswer | DateAnswer;
  text: string;
  problem: FoundPostcodeProblem | null;
}

/** Main has been asked; the answer is shown only if it carries this `requestId`. */
export interface AskingScreen {
  kind: 'asking';
  requestId: number;
  claim: IdentityClaim;
  /** What the question after this one (postcode) and `Back` from it would need. */
  known: KnownAnswer;
  waitedMilliseconds: number;
}
/** "This is not my appointment" has been said and main is being told. */
export interface DisputingScreen {
  kind: 'disputing';
  requestId: number;
  handle: string;
  waitedMilliseconds: number;
}
/** "I need help now". `isKnown`: staff have acknowledged the alert; until then the patient calls out. */
export interface HelpCalledScreen {
  kind: 'helpCalled';
  requestId: number;
  /** Main's name for the alert; null until it stands. */
  callId: string | null;
  isKnown: boolean;
  /** Check-in was broken off, so the patient is told that they are not checked in (first promise, design §1). */
  wasCheckInLeft: boolean;
  remainingMilliseconds: number;
}

/** An answer to a question after check-in, on its way to main. */
export interface SendingAnswer {
  requestId: number;
  handle: string;
  answer: QuestionAnswer;
}

/** Every answer of main that ends a visit; `reception` is the same for every reason. */
export type Ending = Exclude<CheckInAnswer, { kind: 'askPostcode' }>;
export interface EndingScreen {
  kind: 'ending';
  ending: Ending;
  /** Only where the ending invites to sign up, so that it need not be asked again; goes with the screen. */
  given: GivenAtCheckIn | null;
  canTryAgain: boolean;
  /** Questions of a good ending that have not been answered yet; the first one is shown. */
  questions: readonly AfterwardsQuestion[];
  /** An answer was given and none was lost, and the screen says thank you. */
  hasAnswered: boolean;
  /** An answer could not be kept: nobody is thanked any more. */
  isAnswerLost: boolean;
  /**
   * The help that was asked for has to be spoken of at reception: they chose to, or the answer could not be kept. The ending itself
   * stands: somebody who is checked in is never told that they are not (first promise, design §1).
   */
  isReceptionNext: boolean;
  /** The answers that main has not yet said it has kept; the runner sends each. The ending does not wait for them. */
  sending: readonly SendingAnswer[];
  paper: PaperWay;
  remainingMilliseconds: number;
}

/** "Do you need help with communication or information?" was answered with yes: which? `Continue` and `Back` lead to `ending`. */
export interface NeedsScreen {
  kind: 'needs';
  ending: EndingScreen;
  chosen: readonly NeedKind[];
  /** Asked only with `interpreter`: one of the snapshot's languages; null for another one, or none chosen. */
  language: string | null;
}

/** "I was asked to come in" has been said and main is being told. */
export interface ComingInScreen {
  kind: 'comingIn';
  requestId: number;
  handle: string;
  waitedMilliseconds: number;
}

/** "What do you need?" */
export interface ReceptionScreen {
  kind: 'reception';
}
/** A choice was made and main is being told. */
export interface ChoosingScreen {
  kind: 'choosing';
  requestId: number;
  choice: ReceptionKind;
  waitedMilliseconds: number;
}
/** What to do at reception; with a ticket of its queue where the practice gives one. */
export interface ReceptionEndingScreen {
  kind: 'receptionEnding';
  choice: ReceptionKind;
  ticket: string | null;
  paper: PaperWay;
  remainingMilliseconds: number;
}
/** Main is asked for a place in the queue of the walk-in session. */
export interface JoiningScreen {
  kind: 'joining';
  requestId: number;
  waitedMilliseconds: number;
}
/** "You are in the queue for the walk-in session": never "You are checked in". */
export interface WalkInEndingScreen {
  kind: 'walkInEnding';
  ticket: string;
  paper: PaperWay;
  remainingMilliseconds: number;
}

/** A question that says who it is. */
export type Question = DateOfBirthScreen | LetterScreen | PostcodeScreen;
export type Screen =
  | { kind: 'welcome' }
  | Question
  | AskingScreen
  | DisputingScreen
  | ComingInScreen
  | HelpCalledScreen
  | EndingScreen
  | NeedsScreen
  | ReceptionScreen
  | ChoosingScreen
  | ReceptionEndingScreen
  | JoiningScreen
  | WalkInEndingScreen
  | SignUpScreen
  | SendingApplicationScreen
  | SignUpEndingScreen
  | SignUpStoppedScreen;

/** A call for help that main was asked for a moment ago. Names nobody. */
export interface HelpCall {
  requestId: number;
  callId: string | null;
  isKnown: boolean;
  passedMilliseconds: number;
}

/** Everything the kiosk page knows. Personal data lives in `screen` and nowhere else. */
export interface FlowState {
  service: Service;
  screen: Screen;
  display: DisplaySettings;
  /** Milliseconds since the last touch or key. */
  quietMilliseconds: number;
  /** How long the dialog `Do you need more time?` still stands; null when it is not shown. */
  warningMilliseconds: number | null;
  /** The last request id given out. Never falls, so an answer to an earlier visitor can never match (design §10). */
  lastRequestId: number;
  /** Rises whenever who it was is dropped: the runner then tells main that the visit is over. */
  visitNumber: number;
  /** Rises when the person at the screen leaves; not for `Check in someone else`, which the same person taps. */
  visitorNumber: number;
  /** What is left of the time in which the glass is wiped; null when it is not. Welcome takes no touch meanwhile. */
  cleaningMilliseconds: number | null;
  /** The alert that stands already when somebody presses `I need help now` again and again; null when the next press is a call. */
  helpCall: HelpCall | null;
}

export const plainDisplay: DisplaySettings = { isTextLarger: false, isContrastHigh: false, isScreenLowered: false };

/** The page before the first snapshot has come. */
export const initialState: FlowState = {
  service: { kind: 'starting', waitedMilliseconds: 0 },
  screen: { kind: 'welcome' },
  display: plainDisplay,
  quietMilliseconds: 0,
  warningMilliseconds: null,
  lastRequestId: 0,
  visitNumber: 0,
  visitorNumber: 0,
  cleaningMilliseconds: null,
  helpCall: null,
};
