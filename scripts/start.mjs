import { runProgram } from './setUp/program.mjs';
import { runScript } from './setUp/say.mjs';
import { setUp } from './setUp/setUp.mjs';

/* `npm start [-- options]`: everything it takes from a fresh clone to a kiosk on the screen. */
await runScript(async () => {
  const ready = await setUp({ need: ['display'] });
  try {
    return await runProgram(ready, process.argv.slice(2));
  } finally {
    ready.stop();
  }
});
