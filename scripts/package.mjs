import { packageApp } from './setUp/packageApp.mjs';
import { runScript } from './setUp/say.mjs';
import { setUp } from './setUp/setUp.mjs';

/* `npm run package [-- --linux deb …]`: the unpacked application in dist/, or other targets where their tools exist. */
await runScript(async () => {
  const ready = await setUp();
  process.stdout.write(`${await packageApp(ready, process.argv.slice(2))}\n`);
});
