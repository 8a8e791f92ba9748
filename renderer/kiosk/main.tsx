import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { catalogue } from '../text/catalogue';
import { guardGestures } from '../ui/guardGestures';
import { App } from './App';
import { connect } from './client';
import { forgetAddresses } from './forget';
import type { KioskClient } from './kioskClient';
import { followLive } from './live';
import { watchLogo } from './logoHold';
import { receivePort } from '../ui/port';
import { playSounds, runTime, sayAlive, watchTouches } from './presence';
import { runRequests } from './requests';
import { listenToScanner } from './scanner';
import { createStore } from './store';
import type { FlowStore } from './store';

/** How long a blank screen may stand before the page says that it is starting. */
const patienceMilliseconds = 300;

const store = createStore();
const portGiven = receivePort();

guardGestures();
runTime(store);
playSounds(store);
forgetAddresses(store);
listenToScanner(store);
// A bug must not leave one patient's screen to the next: the visit ends, and nothing is written to the console.
window.addEventListener('error', () => store.dispatch({ type: 'crashed' }));
window.addEventListener('unhandledrejection', (event) => {
  event.preventDefault();
  store.dispatch({ type: 'crashed' });
});

void portGiven.then((port) => {
  const client = connect(port);
  runRequests(store, client);
  watchTouches(store, client);
  sayAlive(client);
  watchLogo(store, client);
  reportPainted(store, client);
  void followLive(store, client);
});

void firstNews(store).then(() => {
  const element = document.getElementById('kiosk');
  if (element === null) return;
  const quiet = { onCaughtError: () => undefined };
  createRoot(element, quiet).render(
    <I18nextProvider i18n={catalogue}>
      <App store={store} />
    </I18nextProvider>,
  );
});

/** The first that main says, or a moment: drawing a screen that is replaced at once would cost a start twice. */
function firstNews(flow: FlowStore): Promise<void> {
  return new Promise((resolve) => {
    const stop = flow.subscribe(({ service }) => {
      if (service.kind === 'starting') return;
      stop();
      resolve();
    });
    setTimeout(resolve, patienceMilliseconds);
  });
}

/** Tells main once that the first screen of a ready kiosk stands on the glass, in its own font. */
function reportPainted(flow: FlowStore, client: KioskClient): void {
  const stop = flow.subscribe((state) => {
    if (state.service.kind !== 'ready' && state.service.kind !== 'fault') return;
    stop();
    // The font is asked for by the first layout; the frame after next is drawn with it.
    requestAnimationFrame(() => {
      void document.fonts.ready.then(() => {
        requestAnimationFrame(() => void client.page.painted({}).catch(() => undefined));
      });
    });
  });
}
