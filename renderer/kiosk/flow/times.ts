import type { FlowState } from './state';

/** An extended ending, and one read with larger text, stands three times as long: 45 s instead of 15 s (design §10). */
const extension = 3;
/** Reading and touching take longer with larger text (design §10, WCAG 2.2.1). */
const largerTextFactor = 2;
/** Main answers in well under a second; after this the patient is sent to a human. */
export const answerTimeoutMilliseconds = 5_000;
/** A claim may be held for ten seconds (attempt limit): given up sooner, a patient would read "not checked in" and be checked in. */
export const claimTimeoutMilliseconds = 15_000;
/** Main answers about a paper within 20 seconds; after this nobody is left to wait for it. */
export const paperTimeoutMilliseconds = 25_000;
/** A press on `I need help now` this soon after a call is the same call: its alert stands, and staff are on their way. */
export const helpAgainMilliseconds = 20_000;
/** If main says nothing at all after the start, the patient is told to speak to reception. */
export const startTimeoutMilliseconds = 10_000;

/** Idle times before the first snapshot: the defaults of design §10. */
const defaultIdle = { warnAfterSeconds: 60, warningStandsSeconds: 20, endingStandsSeconds: 15 };

function idleTimes(state: FlowState) {
  return state.service.kind === 'ready' ? state.service.snapshot.idle : defaultIdle;
}

/** Milliseconds without a touch after which the idle dialog opens. */
export function warnAfterMilliseconds(state: FlowState): number {
  return idleTimes(state).warnAfterSeconds * 1_000 * (state.display.isTextLarger ? largerTextFactor : 1);
}

/** Milliseconds the idle dialog stands. */
export function warningStandsMilliseconds(state: FlowState): number {
  return idleTimes(state).warningStandsSeconds * 1_000;
}

/** Milliseconds an ending stands. */
export function endingMilliseconds(state: FlowState): number {
  return state.display.isTextLarger ? extendedEndingMilliseconds(state) : idleTimes(state).endingStandsSeconds * 1_000;
}

/** Milliseconds an ending stands once the patient has asked for more time. */
export function extendedEndingMilliseconds(state: FlowState): number {
  return idleTimes(state).endingStandsSeconds * 1_000 * extension;
}
