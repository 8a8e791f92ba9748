import type { CheckInAnswer } from '../../../preload/contract/kiosk';
import type { SendingApplicationScreen, SignUpEndingScreen, SignUpScreen, SignUpStoppedScreen } from './signUp/state';
import type { Ending, EndingScreen, Question, Screen, SendingAnswer } from './state';

/** A screen on which main is being asked and the patient waits. */
export type WaitingScreen = Extract<Screen, { waitedMilliseconds: number }>;
/** A screen that clears itself after a while; a visit ends with it. */
export type TimedScreen = Extract<Screen, { remainingMilliseconds: number }>;
/** The two endings that may say "checked in". */
export type GoodAnswer = Extract<CheckInAnswer, { kind: 'checkedIn' | 'alreadyCheckedIn' }>;
/** The endings for an appointment that is not here. */
export type NotInPersonAnswer = Extract<CheckInAnswer, { kind: 'byPhone' | 'byVideo' | 'homeVisit' }>;

export function isQuestion(screen: Screen): screen is Question {
  return screen.kind === 'dateOfBirth' || screen.kind === 'letter' || screen.kind === 'postcode';
}

/** The end of an application: whoever comes next has not said that they want to check in. */
export function isSignUpEnd(screen: Screen): screen is SignUpEndingScreen | SignUpStoppedScreen {
  return screen.kind === 'signUpEnding' || screen.kind === 'signUpStopped';
}

/** Where a scanner must not answer for somebody: the questions, and everything of an application. */
export type FollowedScreen =
  Question | SignUpScreen | SendingApplicationScreen | SignUpEndingScreen | SignUpStoppedScreen;

export function isFollowed(screen: Screen): screen is FollowedScreen {
  return isQuestion(screen) || isSignUpEnd(screen) || screen.kind === 'signUp' || screen.kind === 'sendingApplication';
}

export function isWaiting(screen: Screen): screen is WaitingScreen {
  return 'waitedMilliseconds' in screen;
}

export function isTimed(screen: Screen): screen is TimedScreen {
  return 'remainingMilliseconds' in screen;
}

export function isGood(ending: Ending): ending is GoodAnswer {
  return ending.kind === 'checkedIn' || ending.kind === 'alreadyCheckedIn';
}

export function isNotInPerson(ending: Ending): ending is NotInPersonAnswer {
  return ending.kind === 'byPhone' || ending.kind === 'byVideo' || ending.kind === 'homeVisit';
}

/** The good ending on the screen, also behind the question that was opened from it. */
export function goodEndingOf(screen: Screen): EndingScreen | null {
  const ending = screen.kind === 'needs' ? screen.ending : screen;
  return ending.kind === 'ending' && isGood(ending.ending) ? ending : null;
}

/** The answers on their way to main, also those of an ending behind an open question. */
export function sendingOf(screen: Screen): readonly SendingAnswer[] {
  return goodEndingOf(screen)?.sending ?? [];
}
