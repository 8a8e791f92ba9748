/* Bundles a developer tool written in TypeScript so that Node runs it. Arguments: its entry, the file to write. */
import { build } from 'esbuild';

const [, , entry, outfile] = process.argv;
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  sourcemap: true,
  logLevel: 'warning',
});
