import { runProgram } from './setUp/program.mjs';
import { runScript } from './setUp/say.mjs';
import { setUp } from './setUp/setUp.mjs';

/* `npm run control -- --data-dir DIR ACTION`: how a kiosk stands, its settings, and what staff start; without a window. */
await runScript(async () => {
  const ready = await setUp({ need: ['display'] });
  try {
    return await runProgram(ready, ['control', ...process.argv.slice(2)]);
  } finally {
    ready.stop();
  }
});
