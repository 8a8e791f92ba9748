import { join } from 'node:path';
import { run } from './setUp/command.mjs';
import { checkout, ownEnvironment, ownNode } from './setUp/paths.mjs';
import { runScript } from './setUp/say.mjs';
import { setUp } from './setUp/setUp.mjs';

/* `npm run screenshots`: the pictures of the README and of every screen, made anew. */
await runScript(async () => {
  const { executable, args, env, stop } = await setUp({ need: ['display'] });
  try {
    const script = join(checkout, 'node_modules', '@playwright', 'test', 'cli.js');
    return await run(ownNode, [script, 'test', '--project=screenshots', ...process.argv.slice(2)], {
      cwd: checkout,
      env: ownEnvironment({ ...env, RECEPTION_KIOSK_APP: JSON.stringify({ executable, args, env }) }),
      stdio: ['ignore', 1, 2],
    });
  } finally {
    stop();
  }
});
