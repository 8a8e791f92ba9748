import { createRoot } from 'react-dom/client';
import { App } from './App';
import { connectBoard } from './client';
import type { BoardSound } from './flow/sounds';
import { follow } from './follow';
import { keepAwake } from './keepAwake';
import { createVoice } from './sound';
import { createStore } from './store';

const tickMilliseconds = 250;

const connecting = connectBoard(window.location);
const voice = createVoice();
const store = createStore((sound) => void play(sound));

/** The next call may come once this one was heard out. */
async function play(sound: BoardSound): Promise<void> {
  await voice.play(sound, await connecting);
  if (sound.kind !== 'call') return;
  const { callId, times } = sound;
  store.dispatch({ type: 'sounded', callId, times, now: performance.now() });
}

keepAwake(window.location);
window.setInterval(() => store.dispatch({ type: 'ticked', now: performance.now() }), tickMilliseconds);
void connecting.then((client) => follow(store, client));

const element = document.getElementById('board');
if (element !== null) createRoot(element).render(<App store={store} voice={voice} />);
