import { runScript } from './setUp/say.mjs';
import { setUp } from './setUp/setUp.mjs';

/* `npm run --silent app-path`: how another program starts the built application, as JSON and alone on standard output. */
await runScript(async () => {
  const { executable, args, env } = await setUp();
  process.stdout.write(`${JSON.stringify({ executable, args, env })}\n`);
});
