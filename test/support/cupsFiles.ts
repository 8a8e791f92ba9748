import { chmodSync, copyFileSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { userInfo } from 'node:os';

/* What a cupsd of a test reads and runs: everything below one folder, nothing of the machine's own printing system. */

export interface CupsFilesOptions {
  /** As in cupsd.conf: how long files of done jobs stay; CUPS's own default is a day. */
  preserveJobFiles?: string;
  /** Whether the scheduler remembers jobs that are done. */
  keepsHistory?: boolean;
  /** Active jobs of one queue; a further one is refused. */
  mostJobs?: number;
}

/** Where its programs are on Debian; the backends of a test stand beside them. */
const programs = '/usr/lib/cups';

export function writeCupsFiles(folder: string, options: CupsFilesOptions): void {
  for (const name of ['server/ppd', 'spool/tmp', 'cache', 'state', 'root', 'bin/backend', 'out'])
    mkdirSync(join(folder, name), { recursive: true });
  for (const name of ['filter', 'daemon', 'driver', 'notifier', 'monitor', 'cgi-bin'])
    symlinkSync(join(programs, name), join(folder, 'bin', name));
  copyFileSync(join(programs, 'backend/ipp'), join(folder, 'bin/backend/ipp'));
  chmodSync(join(folder, 'bin/backend/ipp'), 0o755);
  writeFileSync(join(folder, 'bin/backend/test'), backend, { mode: 0o700 });
  writeFileSync(join(folder, 'bin/backend/test-pdf'), cupsPdfBackend, { mode: 0o700 });
  writeFileSync(join(folder, 'cups-files.conf'), filesConfiguration(folder));
  writeFileSync(join(folder, 'cupsd.conf'), configuration(folder, options));
}

/** Lines of a script that wait until there is no file `trouble` in `folder`. They end with whoever started them: nobody else ends them then. */
export function waiting(folder: string): string[] {
  return [`while [ -e "${folder}/trouble" ]; do`, '  sleep 0.05', '  [ -d "/proc/$PPID" ] || exit 1', 'done'];
}

/**
 * A printer of a test: `test:/folder`. It writes what it gets to a file there, byte for byte. With a file `trouble` it reports what that
 * says, as printers do, and waits until it is gone; with `broken` it fails.
 */
const backend = `#!/bin/sh
[ $# -eq 0 ] && { echo 'direct test:/ "Unknown" "A printer of a test"'; exit 0; }
folder="\${DEVICE_URI#test:}"
touch "$folder/begun"
[ -e "$folder/broken" ] && exit 1
if [ -e "$folder/trouble" ]; then
  trouble="$(cat "$folder/trouble")"
  [ -n "$trouble" ] && echo "STATE: +$trouble" >&2
  ${waiting('$folder').join('\n  ')}
  [ -n "$trouble" ] && echo "STATE: -$trouble" >&2
fi
cat \${6:+"$6"} > "$folder/.part-$1" && mv "$folder/.part-$1" "$folder/job-$1.pdf"
`;

/**
 * A printer of a test that is cups-pdf: `test-pdf:/folder`. That writes where the machine's settings say, so what it has made is taken from
 * there at once: of an instance without settings, a folder of the spool with the name of the user. That folder is every test's: by the number
 * that it is told instead of the job's each knows its own.
 */
const cupsPdfBackend = `#!/bin/sh
[ $# -eq 0 ] && { echo 'direct test-pdf:/ "Unknown" "cups-pdf of a test"'; exit 0; }
folder="\${DEVICE_URI#test-pdf:}"
touch "$folder/.marker"
DEVICE_URI="cups-pdf:/$(basename "$folder")" ${programs}/backend/cups-pdf "$$" "$2" "$3" "$4" "$5" \${6:+"$6"} || exit 1
find "/var/spool/cups-pdf/$2" /var/spool/cups-pdf/ANONYMOUS -newer "$folder/.marker" -name "*job_$$.pdf" 2>/dev/null |
  while read -r made; do mv "$made" "$folder/job-$1.pdf"; done
`;

function filesConfiguration(folder: string): string {
  // As an ordinary user it can be nobody else.
  const { username, gid, uid } = userInfo();
  const owner = uid === 0 ? [] : [`User ${username}`, `Group ${String(gid)}`, `SystemGroup ${String(gid)}`];
  return [
    ...owner,
    `AccessLog ${folder}/access.log`,
    `ErrorLog ${folder}/error.log`,
    `PageLog ${folder}/page.log`,
    `ServerRoot ${folder}/server`,
    `RequestRoot ${folder}/spool`,
    `TempDir ${folder}/spool/tmp`,
    `CacheDir ${folder}/cache`,
    `StateDir ${folder}/state`,
    `ServerBin ${folder}/bin`,
    `DocumentRoot ${folder}/root`,
    'DataDir /usr/share/cups',
    'Sandboxing relaxed',
    '',
  ].join('\n');
}

function configuration(folder: string, { preserveJobFiles, keepsHistory, mostJobs }: CupsFilesOptions): string {
  return [
    `Listen ${folder}/cups.sock`,
    'LogLevel info',
    'Browsing Off',
    'WebInterface No',
    'DefaultAuthType Basic',
    'JobRetryInterval 1',
    ...(preserveJobFiles === undefined ? [] : [`PreserveJobFiles ${preserveJobFiles}`]),
    ...(keepsHistory === false ? ['PreserveJobHistory No'] : []),
    ...(mostJobs === undefined ? [] : [`MaxJobsPerPrinter ${String(mostJobs)}`]),
    '<Location />',
    'Order allow,deny',
    'Allow all',
    '</Location>',
    '<Policy default>',
    'JobPrivateAccess default',
    'JobPrivateValues default',
    'SubscriptionPrivateAccess default',
    'SubscriptionPrivateValues default',
    // Stricter than most are: whoever calls a job back must show who they are.
    '<Limit Cancel-Job>',
    'AuthType Default',
    'Require user @OWNER @SYSTEM',
    'Order deny,allow',
    '</Limit>',
    '<Limit All>',
    'Order deny,allow',
    '</Limit>',
    '</Policy>',
    '',
  ].join('\n');
}
