import { useSyncExternalStore } from 'react';
import { boardWords } from '../text/board';
import { CrashBarrier } from './CrashBarrier';
import { BoardScreen } from './screens/BoardScreen';
import type { BoardVoice } from './sound';
import type { BoardStore } from './store';

/** The board: its picture, and until browsers let it sound a small button for that. */
export function App({ store, voice }: { store: BoardStore; voice: BoardVoice }) {
  const view = useSyncExternalStore(store.subscribe, store.view);
  const isAllowed = useSyncExternalStore(voice.subscribe, voice.isAllowed);
  return (
    <CrashBarrier>
      <BoardScreen view={view} />
      {isAllowed ? null : (
        <button type="button" className="soundButton" onClick={voice.allow}>
          {boardWords.turnSoundOn}
        </button>
      )}
    </CrashBarrier>
  );
}
