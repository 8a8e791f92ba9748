import { runProgram } from './setUp/program.mjs';
import { runScript } from './setUp/say.mjs';
import { setUp } from './setUp/setUp.mjs';

/* `npm run import -- --data-dir DIR FILE.csv…`: the same program without a window; its answer alone is on standard output. */
await runScript(async () => {
  const ready = await setUp({ need: ['display'] });
  try {
    return await runProgram(ready, ['import', ...process.argv.slice(2)]);
  } finally {
    ready.stop();
  }
});
