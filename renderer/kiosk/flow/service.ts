import type { KioskServiceState, KioskSnapshot, ReadySnapshot } from '../../../preload/contract/kiosk';
import { takeAcknowledgement } from './help';
import { withdrawPaper } from './paper';
import { goodEndingOf } from './screens';
import { followSignUp } from './signUp/following';
import { lastSnapshot } from './snapshots';
import type { FlowState, Service } from './state';
import { endVisit, showAnew } from './transitions';

/**
 * Takes a snapshot of main. An older one than we have is dropped (revisions rise, design §4); one that says that main
 * ended a visit, or that the kiosk has a fault, drops whoever it was.
 */
export function takeSnapshot(state: FlowState, snapshot: KioskSnapshot): FlowState {
  if (snapshot.revision < knownRevision(state.service)) return state;
  if (snapshot.kind === 'fault') {
    return { ...endVisit(state), service: snapshot, cleaningMilliseconds: null };
  }
  const hasMainEndedVisit = state.service.kind === 'ready' && snapshot.visitsEnded > state.service.snapshot.visitsEnded;
  const settled = hasMainEndedVisit ? endVisit(state) : state;
  const cleaningMilliseconds = cleaningAfter(state, snapshot);
  const serving: FlowState = { ...settled, service: { kind: 'ready', snapshot }, cleaningMilliseconds };
  const served = followSignUp(takeService(serving, serviceState(state)), snapshot);
  const told = takeAcknowledgement(served, snapshot.helpAcknowledged);
  return snapshot.canPrint ? told : withdrawPaper(told);
}

/**
 * What is left of the wiping. It is counted here: main's word can be late, so within one cleaning it never adds a moment; only a newer
 * word that says clearly more means that staff have begun again.
 */
function cleaningAfter({ service, cleaningMilliseconds }: FlowState, snapshot: ReadySnapshot): number | null {
  if (snapshot.service.state !== 'cleaning') return null;
  const said = snapshot.service.secondsLeft * 1_000;
  const left = cleaningMilliseconds ?? 0;
  const wasCleaning = service.kind === 'ready' && service.snapshot.service.state === 'cleaning';
  if (!wasCleaning) return positive(said);
  const isBegunAgain = snapshot.revision > service.snapshot.revision && said > left + wholeSecondMilliseconds;
  return positive(isBegunAgain ? said : Math.min(left, said));
}

/** Main says whole seconds, rounded up. */
const wholeSecondMilliseconds = 1_000;

function positive(milliseconds: number): number | null {
  return milliseconds > 0 ? milliseconds : null;
}

/** A kiosk that now goes out of service, or is wiped, drops whoever it was; one that closes for the day lets them finish. */
function takeService(state: FlowState, before: KioskServiceState['state'] | null): FlowState {
  const now = serviceState(state);
  if (now === before) return state;
  switch (now) {
    case 'outOfService':
    case 'cleaning':
      return dropVisit(state);
    case 'open':
    case 'closedHours':
    case null:
      return state;
  }
}

/** Except those who have to be able to read on: that they are checked in and where to sit, to call out to staff, or what their reference is. */
function dropVisit(state: FlowState): FlowState {
  const { screen } = state;
  if (screen.kind === 'helpCalled' || screen.kind === 'signUpEnding') return state;
  const good = goodEndingOf(screen);
  if (good === null) return endVisit(state);
  return screen.kind === 'needs' ? showAnew(state, good) : state;
}

/** A kiosk that has lost main shows nothing of anybody (design §10). */
export function loseService(state: FlowState): FlowState {
  const { service: before } = state;
  const service: Service = before.kind === 'fault' ? before : { kind: 'lost', last: lastSnapshot(before) };
  return { ...endVisit(state), service, cleaningMilliseconds: null };
}

/** After a loss any snapshot is news: main may have started again and counts from the beginning. */
function knownRevision(service: Service): number {
  switch (service.kind) {
    case 'ready':
      return service.snapshot.revision;
    case 'fault':
      return service.revision;
    case 'starting':
    case 'lost':
      return 0;
  }
}

/**
 * What a well kiosk is doing; null while main is not there or not well. The wiping is over when the page's own seconds are: it unlocks
 * even before main says so.
 */
export function serviceState({ service, cleaningMilliseconds }: FlowState): KioskServiceState['state'] | null {
  if (service.kind !== 'ready') return null;
  const { state } = service.snapshot.service;
  return state === 'cleaning' && cleaningMilliseconds === null ? 'open' : state;
}

/** Check-in can be offered: main is there and serves, has a list it can stand by, and can make an arrival known. */
export function isCheckInOpen(state: FlowState): boolean {
  return (
    state.service.kind === 'ready' && serviceState(state) === 'open' && state.service.snapshot.checkIn.state === 'open'
  );
}

/** `Try again` is there: this visit has it left, and check-in is open now. */
export function canTryAgainNow(state: FlowState): boolean {
  return state.screen.kind === 'ending' && state.screen.canTryAgain && isCheckInOpen(state);
}
