// Before anything of the contract; for what it does, not for what it gives.
// oxlint-disable-next-line import/no-unassigned-import
import './withoutEval';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { connectDesk } from './client';
import { createMachineClock } from './frame/machineClock';

// What goes wrong is shown in words; nothing of it, which may quote a patient, is written to the console.
const quiet = { onCaughtError: () => undefined, onUncaughtError: () => undefined };
window.addEventListener('unhandledrejection', (event) => event.preventDefault());

const clock = createMachineClock(() => performance.now(), Date.now);

void connectDesk(window.location).then((client) => {
  const element = document.getElementById('desk');
  if (element !== null) createRoot(element, quiet).render(<App client={client} clock={clock} />);
});
