/* Unpacks a zip file into a folder. Runs on the clone's own Node, with its packages. */
import { extract } from '@electron-internal/extract-zip';

const [, , zip, folder] = process.argv;
await extract(zip, { dir: folder });
