import type { KioskServiceState } from '../../../preload/contract/kiosk';
import { serviceState } from '../flow/service';
import type { FlowState } from '../flow/state';

/** Everything a well kiosk can be but open: one screen for everybody. */
export type ShutMode =
  Exclude<KioskServiceState, { state: 'open' | 'cleaning' }> | { state: 'cleaning'; milliseconds: number };

/**
 * What shuts a well kiosk now, or null. Whoever may still read an ending does so first: the flow has dropped every other visit.
 */
export function shutMode(state: FlowState): ShutMode | null {
  if (state.service.kind !== 'ready' || state.screen.kind !== 'welcome') return null;
  const { service } = state.service.snapshot;
  if (service.state !== 'cleaning') return service.state === 'open' ? null : service;
  return serviceState(state) === 'cleaning'
    ? { state: 'cleaning', milliseconds: state.cleaningMilliseconds ?? 0 }
    : null;
}
