import { existsSync } from 'node:fs';
import { output, run } from './command.mjs';
import { isLinux, isRoot } from './paths.mjs';
import { SetUpError, step } from './say.mjs';

/** What a bare Debian lacks, by what it is needed for. */
const debianPackages = {
  electron: ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2', 'libatk-bridge2.0-0', 'libcups2'],
  virtualDisplay: ['xvfb', 'xauth'],
  compiler: ['build-essential', 'python3'],
  // A browser for desks and boards, how it is told to trust their certificate, a voice for the boards, readers of PDFs and of QR codes,
  // and a printing system with printers of two kinds.
  tests: [
    'strace',
    'chromium',
    'libnss3-tools',
    'espeak-ng',
    'poppler-utils',
    'zbar-tools',
    'cups',
    'printer-driver-cups-pdf',
    'cups-ipp-utils',
    'dbus',
  ],
};

/** Renamed for 64-bit time in Debian 13 and Ubuntu 24.04. */
const renamed = {
  'libgtk-3-0': 'libgtk-3-0t64',
  libasound2: 'libasound2t64',
  libcups2: 'libcups2t64',
  'libatk-bridge2.0-0': 'libatk-bridge2.0-0t64',
};

/**
 * Makes sure that the system packages are there: installs them as root, else names the one command that does.
 * @param {(keyof typeof debianPackages)[]} needs
 */
export async function prepareSystemPackages(needs) {
  if (!isLinux) return;
  if (!existsSync('/usr/bin/dpkg-query')) return;
  const missing = findMissing(needs.flatMap((need) => debianPackages[need]));
  if (missing.length === 0) return;
  if (!isRoot) {
    throw new SetUpError(
      `Some system packages are missing: run "sudo apt-get update && sudo apt-get install --no-install-recommends -y ${missing.join(' ')}", then the same command again.`,
    );
  }
  await step(`Installing system packages: ${missing.join(' ')}`, () => install(missing));
}

async function install(names) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { env, stdio: ['ignore', 'ignore', 2] };
  await run('apt-get', ['update', '-q'], options);
  const available = names.map((name) => (hasCandidate(name) ? name : (renamed[name] ?? name)));
  // Another clone may be at it.
  const waiting = ['-o', 'DPkg::Lock::Timeout=300'];
  const code = await run(
    'apt-get',
    ['install', '-y', '-q', ...waiting, '--no-install-recommends', ...available],
    options,
  );
  if (code !== 0) {
    throw new SetUpError(
      `The system packages could not be installed: check that this machine reaches its Debian registry, run "apt-get install --no-install-recommends -y ${available.join(' ')}", then the same command again.`,
    );
  }
}

function findMissing(names) {
  const every = names.flatMap((name) => [name, renamed[name] ?? []].flat());
  // dpkg-query fails when one is unknown, and still lists the others: its answer counts, not its exit code.
  const listed =
    output('sh', [
      '-c',
      'dpkg-query -W -f "\\${Package} \\${db:Status-Status}\\n" "$@" 2>/dev/null; true',
      'sh',
      ...every,
    ]) ?? '';
  const installed = new Set(
    listed
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name) && !installed.has(renamed[name]));
}

function hasCandidate(name) {
  return /Candidate: (?!\(none\))/.test(output('apt-cache', ['policy', name]) ?? '');
}

/** On Linux without dpkg: the libraries Electron lacks, by its own loader's words. */
export function checkLibraries(executable) {
  if (!isLinux || existsSync('/usr/bin/dpkg-query')) return;
  const missing = (output('ldd', [executable]) ?? '')
    .split('\n')
    .filter((line) => line.includes('not found'))
    .map((line) => line.trim().split(' ')[0]);
  if (missing.length > 0) {
    throw new SetUpError(
      `Electron needs these libraries of your system: ${missing.join(', ')}; install them with its package manager, then run the same command again.`,
    );
  }
}
