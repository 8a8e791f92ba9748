import { join } from 'node:path';
import { run } from './setUp/command.mjs';
import { checkout, outFolder, ownEnvironment, ownNode } from './setUp/paths.mjs';
import { runScript } from './setUp/say.mjs';
import { setUp } from './setUp/setUp.mjs';

/* `npm run bench [-- measure …]`: one JSON line per measure on standard output. */
await runScript(async () => {
  const { executable, args, env, stop } = await setUp({ need: ['display', 'tests'] });
  try {
    const bundle = join(outFolder, 'bench', 'run.mjs');
    const bundler = join(checkout, 'scripts', 'setUp', 'onOwnNode', 'bundleTool.mjs');
    const options = {
      cwd: checkout,
      env: ownEnvironment({ ...env, RECEPTION_KIOSK_APP: JSON.stringify({ executable, args, env }) }),
    };
    const code = await run(ownNode, [bundler, join('test', 'bench', 'run.ts'), bundle], options);
    if (code !== 0) return code;
    return await run(ownNode, ['--enable-source-maps', bundle, ...process.argv.slice(2)], {
      ...options,
      stdio: ['ignore', 1, 2],
    });
  } finally {
    stop();
  }
});
