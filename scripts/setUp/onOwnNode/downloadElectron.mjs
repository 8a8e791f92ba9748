/*
 * Downloads and unpacks the Electron release that package.json names. Runs on the clone's own Node, with its packages.
 * Arguments: the folder to unpack into, the folder for the download. Ends with the reason on standard output where it cannot.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extract } from '@electron-internal/extract-zip';
import { downloadArtifact } from '@electron/get';

/** A network that lets nothing through often answers nothing at all: longest silence before we give up. */
const longestSilenceMilliseconds = 20_000;

const [, , folder, downloads] = process.argv;
const require = createRequire(import.meta.url);
const { version } = JSON.parse(readFileSync(require.resolve('electron/package.json'), 'utf8'));
const checksums = JSON.parse(readFileSync(require.resolve('electron/checksums.json'), 'utf8'));

const silence = new AbortController();
const giveUp = () => silence.abort(new Error(`no answer within ${longestSilenceMilliseconds / 1000} seconds`));
let watch = setTimeout(giveUp, longestSilenceMilliseconds);
const heard = () => {
  clearTimeout(watch);
  watch = setTimeout(giveUp, longestSilenceMilliseconds);
};

try {
  const zip = await downloadArtifact({
    version,
    artifactName: 'electron',
    platform: process.platform,
    arch: process.arch,
    checksums,
    cacheRoot: downloads,
    downloadOptions: { quiet: true, signal: silence.signal, getProgressCallback: heard },
  });
  clearTimeout(watch);
  await extract(zip, { dir: folder });
} catch (error) {
  const { message, cause } = error;
  process.stdout.write(`${cause?.code ?? cause?.message ?? message}`.split('\n')[0]);
  process.exitCode = 1;
} finally {
  clearTimeout(watch);
}
