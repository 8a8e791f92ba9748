import { useEffect, useSyncExternalStore } from 'react';
import { IdleDialog } from './screens/IdleDialog';
import { Frame } from './screens/Frame';
import { ScreenView } from './screens/ScreenView';
import { CrashBarrier } from './CrashBarrier';
import { goodEndingOf } from './flow/screens';
import type { FlowStore } from './store';
import { useKeyboard } from './useKeyboard';

/** The kiosk: the flow's state in, its events out. */
export function App({ store }: { store: FlowStore }) {
  const visitNumber = useSyncExternalStore(store.subscribe, () => store.get().visitNumber);
  useKeyboard(store);
  // React keeps what it drew before beside what it draws now: only what is made anew holds nothing of the visit before (second promise, design §1).
  return <Visit key={visitNumber} store={store} />;
}

/** All that is on the screen, from one visit's beginning to its end. */
function Visit({ store }: { store: FlowStore }) {
  const state = useSyncExternalStore(store.subscribe, store.get);
  const { isTextLarger, isContrastHigh } = state.display;
  useEffect(() => {
    document.documentElement.classList.toggle('is-larger', isTextLarger);
    document.documentElement.classList.toggle('is-contrast', isContrastHigh);
  }, [isTextLarger, isContrastHigh]);
  const handleCrash = (): void => store.dispatch({ type: 'crashed' });
  return (
    // The inner barrier keeps what stands around every screen; the outer one is for that itself.
    <CrashBarrier onCrash={handleCrash}>
      <Frame state={state} dispatch={store.dispatch}>
        <CrashBarrier onCrash={handleCrash}>
          <ScreenView state={state} dispatch={store.dispatch} />
        </CrashBarrier>
      </Frame>
      {state.warningMilliseconds === null ? null : (
        <IdleDialog
          isCheckedIn={goodEndingOf(state.screen) !== null}
          remainingMilliseconds={state.warningMilliseconds}
          dispatch={store.dispatch}
        />
      )}
    </CrashBarrier>
  );
}
