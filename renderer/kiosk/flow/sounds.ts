import { goodEndingOf } from './screens';
import type { FlowState } from './state';

/** What a change of the flow sounds like. */
export type Sound = 'warning' | 'success' | 'help';

/**
 * The sound of going from `previous` to `state`; null for silence. The idle warning is heard as well as seen (design §10). A call for help
 * is heard by whoever is near, and a check-in softly by the patient, where the practice has these on.
 */
export function soundOf(previous: FlowState, state: FlowState): Sound | null {
  if (state.service.kind !== 'ready') return null;
  const { sounds, soundTests } = state.service.snapshot;
  // Staff try the sound: whatever the practice has switched off.
  if (previous.service.kind === 'ready' && soundTests > previous.service.snapshot.soundTests) return 'success';
  // A new request is a new call: who finds the screen of the call that stands again hears nothing.
  const isCalled = state.screen.kind === 'helpCalled' && state.lastRequestId !== previous.lastRequestId;
  if (isCalled) return sounds.help ? 'help' : null;
  if (state.warningMilliseconds !== null && previous.warningMilliseconds === null) return 'warning';
  const isNewlyGood = goodEndingOf(state.screen) !== null && previous.screen.kind === 'asking';
  return isNewlyGood && sounds.success ? 'success' : null;
}
