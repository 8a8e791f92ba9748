import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, relative, sep } from 'node:path';
import type { MachineSettings } from '../ports';
import { isSameQueue } from './printingQueue';

/** One network address of this machine. */
export interface NetworkAddress {
  name: string;
  address: string;
}

interface Surroundings {
  /** The data folder: nothing that is taken in or served from it may be the practice's own copy. */
  folder: string;
  interfaces(): readonly NetworkAddress[];
}

/**
 * What is wrong with a change of this machine's settings, one sentence each for whoever makes it. Only what is changed is looked at: a
 * file that has gone missing meanwhile is told by whoever needs it, and must not keep a site from being set.
 */
export async function checkMachine(
  before: MachineSettings,
  change: Partial<MachineSettings>,
  { folder, interfaces }: Surroundings,
): Promise<string[]> {
  const wanted: MachineSettings = { ...before, ...change };
  const isChanged = (...names: (keyof MachineSettings)[]): boolean =>
    names.some((name) => wanted[name] !== before[name]);
  return [
    ...(isChanged('site') ? checkSite(wanted.site) : []),
    ...(isChanged('deskHost') ? checkHost(wanted.deskHost, interfaces()) : []),
    ...(isChanged('deskPort') ? checkPort(wanted.deskPort) : []),
    ...(isChanged('deskCertificateFile', 'deskKeyFile') ? await checkCertificate(wanted) : []),
    ...(isChanged('watchedFolder') ? await checkWatchedFolder(wanted.watchedFolder, folder) : []),
    ...(isChanged('slipPrinters', 'kioskPrinter') ? checkPrinters(wanted) : []),
  ];
}

function checkSite(site: string | null): string[] {
  return site === null || isLine(site) ? [] : ['The site must be one line, as the day list spells it, or left empty.'];
}

/** Whether a printer is there is not looked at: one that is switched off tonight is no reason to keep a site from being set. */
function checkPrinters({ slipPrinters, kioskPrinter }: MachineSettings): string[] {
  const behindReception = Object.values(slipPrinters).filter((name) => name !== null);
  const atKiosk = kioskPrinter === null ? [] : [kioskPrinter];
  return [
    ...([...behindReception, ...atKiosk].every(isLine)
      ? []
      : ['A printer must be one line, as the printing system calls it, or none.']),
    // A setup slip opens an account: it must not come out where the public stands (design §8).
    ...(atKiosk.some((kiosk) => behindReception.some((name) => isSameQueue(kiosk, name)))
      ? [
          'The printer at the kiosk cannot be the printer of a paper too: setup slips would come out in the waiting room.',
        ]
      : []),
  ];
}

function isLine(text: string): boolean {
  return text.trim() !== '' && text.search(/[\p{Cc}\u2028\u2029\p{Surrogate}]/u) === -1;
}

function checkHost(host: string | null, known: readonly NetworkAddress[]): string[] {
  if (host === null || known.some(({ address }) => address === host)) return [];
  return ['The network address of the desk is none of this machine now: choose one that is listed, or all of them.'];
}

function checkPort(port: number): string[] {
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535;
  return isPort ? [] : ['The port of the desk must be a whole number from 0 to 65535.'];
}

async function checkCertificate({ deskCertificateFile, deskKeyFile }: MachineSettings): Promise<string[]> {
  if (deskCertificateFile === null) {
    return deskKeyFile === null ? [] : ['The key file of the certificate needs its certificate file as well.'];
  }
  const problems = await checkFile('The certificate file', deskCertificateFile);
  if (deskKeyFile !== null) return [...problems, ...(await checkFile('The key file of the certificate', deskKeyFile))];
  // A PFX file brings its key along.
  const isWhole = /\.(pfx|p12)$/i.test(deskCertificateFile);
  return isWhole ? problems : [...problems, 'The certificate file needs its key file, unless it ends in .pfx or .p12.'];
}

async function checkFile(what: string, path: string): Promise<string[]> {
  if (!isAbsolute(path)) return [`${what} must be a whole path, from the root or the letter of a drive.`];
  const found = await stat(path).catch(() => null);
  return found?.isFile() === true ? [] : [`${what} is not there, or this kiosk may not read it.`];
}

async function checkWatchedFolder(path: string | null, folder: string): Promise<string[]> {
  if (path === null) return [];
  if (!isAbsolute(path)) return ['The watched folder must be a whole path, from the root or the letter of a drive.'];
  const found = await stat(path).catch(() => null);
  if (found?.isDirectory() !== true) return ['The watched folder is not there, or this kiosk may not open it.'];
  // By where they really are: a link must not lead around it.
  const isInside = isWithin(await realpath(path), await realpath(folder));
  return isInside ? ["The watched folder must not be the kiosk's own data folder, nor inside it."] : [];
}

function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
