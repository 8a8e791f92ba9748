import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { catalogue } from '../text/catalogue';
import { guardGestures } from '../ui/guardGestures';
import { App } from './App';
import { connect } from './client';
import type { KioskClient } from './kioskClient';
import { followLive } from './live';
import { receivePort } from './port';
import { runTime, sayAlive, soundWarnings, watchTouches } from './presence';
import { runRequests } from './requests';
import { createStore } from './store';
import type { FlowStore } from './store';

const store = createStore();
const portGiven = receivePort();

guardGestures();
runTime(store);
soundWarnings(store);
// A bug must not leave one patient's screen to the next: the visit ends, and nothing is written to the console.
window.addEventListener('error', () => store.dispatch({ type: 'crashed' }));
window.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  store.dispatch({ type: 'crashed' });
});

const element = document.getElementById('kiosk');
if (element !== null) {
  const quiet = { onCaughtError: () => undefined };
  createRoot(element, quiet).render(
    <I18nextProvider i18n={catalogue}>
      <App store={store} />
    </I18nextProvider>,
  );
}

void portGiven.then((port) => {
  const client = connect(port);
  runRequests(store, client);
  watchTouches(store, client);
  sayAlive(client);
  reportPainted(store, client);
  void followLive(store, client);
});

/** Tells main once that the first screen of a ready kiosk stands on the glass, in its own font. */
function reportPainted(flow: FlowStore, client: KioskClient): void {
  const stop = flow.subscribe((state) => {
    if (state.service.kind !== 'ready' && state.service.kind !== 'fault') return;
    stop();
    requestAnimationFrame(() => {
      void document.fonts.ready.then(() => {
        requestAnimationFrame(() => requestAnimationFrame(() => void client.page.painted({}).catch(() => undefined)));
      });
    });
  });
}
