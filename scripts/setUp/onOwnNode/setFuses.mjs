/* Sets fuses of an Electron executable. Runs on the clone's own Node, with its packages. Arguments: the file, fuses as JSON. */
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';

const [, , executable, fuses] = process.argv;
const wanted = Object.entries(JSON.parse(fuses)).map(([name, isOn]) => [FuseV1Options[name], isOn]);
await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(wanted) });
