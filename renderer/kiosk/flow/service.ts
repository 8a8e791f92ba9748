import type { KioskSnapshot, ReadySnapshot } from '../../../preload/contract/kiosk';
import type { FlowState, Service } from './state';
import { endVisit } from './transitions';

/**
 * Takes a snapshot of main. An older one than we have is dropped (revisions rise, design §4); one that says that main
 * ended a visit, or that the kiosk has a fault, drops whoever it was.
 */
export function takeSnapshot(state: FlowState, snapshot: KioskSnapshot): FlowState {
  if (snapshot.revision < knownRevision(state.service)) return state;
  if (snapshot.kind === 'fault') {
    return { ...endVisit(state), service: snapshot };
  }
  const hasMainEndedVisit = state.service.kind === 'ready' && snapshot.visitsEnded > state.service.snapshot.visitsEnded;
  const settled = hasMainEndedVisit ? endVisit(state) : state;
  return { ...settled, service: { kind: 'ready', snapshot } };
}

/** A kiosk that has lost main shows nothing of anybody (design §10). */
export function loseService(state: FlowState): FlowState {
  const { service: before } = state;
  const service: Service = before.kind === 'fault' ? before : { kind: 'lost', last: lastSnapshot(before) };
  return { ...endVisit(state), service };
}

/** The last that main said of a well kiosk. */
export function lastSnapshot(service: Service): ReadySnapshot | null {
  switch (service.kind) {
    case 'ready':
      return service.snapshot;
    case 'lost':
      return service.last;
    default:
      return null;
  }
}

/** After a loss any snapshot is news: main may have started again and counts from the beginning. */
function knownRevision(service: Service): number {
  switch (service.kind) {
    case 'ready':
      return service.snapshot.revision;
    case 'fault':
      return service.revision;
    default:
      return 0;
  }
}

/** Check-in can be offered: main is there, has a list it can stand by, and can make an arrival known. */
export function isCheckInOpen(state: FlowState): boolean {
  return state.service.kind === 'ready' && state.service.snapshot.checkIn.state === 'open';
}
