import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

/* scripts/kiosk.sh with a stand-in for Electron that tells what it was started as. */

const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;
const productUser = 'reception-kiosk';
/** Any other account of the system. */
const otherUser = { id: 65534, name: 'nobody' };

let folder: string;
let wrapper: string;

const standIn = `#!/bin/sh
printf 'user=%s\\nhome=%s\\nruntime=%s\\nprocess=%s\\ndisplay=%s\\n' "$(id -u)" "$HOME" "\${XDG_RUNTIME_DIR-none}" "$$" "$DISPLAY"
for argument in "$@"; do printf 'argument=%s\\n' "$argument"; done
for argument in "$@"; do
  case $argument in *.csv) printf 'content=%s\\n' "$(cat "$argument")" ;; esac
done
cat
exit 7
`;

interface Told {
  code: number | null;
  said: string;
  wrapperProcess: number;
  arguments: string[];
  of(name: string): string | undefined;
}

function start(args: string[], env: Record<string, string> = {}, cwd = folder): Told {
  const { status, stdout, stderr, pid } = spawnSync(wrapper, args, {
    cwd,
    encoding: 'utf8',
    input: 'passed on',
    env: {
      PATH: process.env['PATH'],
      DISPLAY: ':12345',
      XDG_RUNTIME_DIR: '/run/user/0',
      HOME: userInfo().homedir,
      ...env,
    },
  });
  const lines = stdout.split('\n');
  const valuesOf = (name: string) =>
    lines.filter((line) => line.startsWith(`${name}=`)).map((line) => line.slice(name.length + 1));
  return {
    code: status,
    said: stderr.trim(),
    wrapperProcess: pid,
    arguments: valuesOf('argument'),
    of: (name) => (lines.includes('passed on') ? valuesOf(name)[0] : undefined),
  };
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wrapper-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'program', 'electron'), { recursive: true });
  wrapper = join(folder, 'program', 'kiosk.sh');
  copyFileSync(resolve(import.meta.dirname, '../../scripts/kiosk.sh'), wrapper);
  chmodSync(wrapper, 0o755);
  writeFileSync(join(folder, 'program', 'electron', 'electron'), standIn, { mode: 0o755 });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe.runIf(isLinux)('the run wrapper', () => {
  test('passes arguments, standard input and the exit code through', () => {
    const told = start(['--demo', '--now', '2026-11-23T10:00', '--practice', "St Mary's  & Co", '--idle-seconds=9']);
    expect(told.code).toBe(7);
    expect(told.arguments).toEqual([
      '--demo',
      '--now',
      '2026-11-23T10:00',
      '--practice',
      "St Mary's  & Co",
      '--idle-seconds=9',
    ]);
    expect(told.said).toBe('');
  });

  test('never lets --no-sandbox through, wherever it stands', () => {
    expect(start(['--no-sandbox', '--demo', '--no-sandbox']).arguments).toEqual(['--demo']);
  });

  test('becomes the program itself, process id included', () => {
    const told = start(['--demo']);
    expect(told.of('process')).toBe(String(told.wrapperProcess));
  });

  test(
    'brings a display of its own where there is none, says so, and keeps input and exit code',
    { timeout: 30_000 },
    () => {
      const told = start(['--demo'], { DISPLAY: '' });
      expect(told.said).toMatch(/^There is no display: drawing on a virtual one \(:\d+\)\.$/);
      expect(told.of('display')).toMatch(/^:\d+$/);
      expect(told.code).toBe(7);
    },
  );
});

describe.runIf(isLinux && !isRoot)('the run wrapper of an ordinary user', () => {
  test('changes neither user nor surroundings', () => {
    const told = start(['--data-dir', 'here']);
    expect(told.of('user')).toBe(String(process.getuid?.()));
    expect(told.of('runtime')).toBe('/run/user/0');
    expect(told.arguments).toEqual(['--data-dir', 'here']);
  });
});

describe.runIf(isLinux && isRoot)('the run wrapper of root', () => {
  const idOf = (name: string) => spawnSync('id', ['-u', name], { encoding: 'utf8' }).stdout.trim();
  const productUserId = Number(idOf(productUser));

  test('runs the program as the product user, at home there', () => {
    const told = start(['--demo']);
    expect(told.of('user')).toBe(idOf(productUser));
    expect(told.of('home')).toBe('/var/lib/reception-kiosk');
    expect(told.of('runtime')).toBe('none');
  });

  test.each([
    ['two words', (path: string) => ['--data-dir', path]] as const,
    ['one word', (path: string) => [`--data-dir=${path}`]] as const,
  ])('makes a missing data folder and gives it to the product user (%s)', (_, words) => {
    const data = join(folder, 'new', 'data');
    const told = start([...words(data), '--demo']);
    expect(statSync(data).uid).toBe(productUserId);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(told.arguments).toEqual([...words(data), '--demo']);
  });

  test("gives root's own data folder with all that is in it to the product user", () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    writeFileSync(join(data, 'kiosk.db'), '');
    expect(start(['--data-dir', data]).of('user')).toBe(idOf(productUser));
    expect(statSync(join(data, 'kiosk.db')).uid).toBe(productUserId);
  });

  test('runs as the owner of a folder that is somebody else’s, and leaves it theirs', () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    chownSync(data, otherUser.id, otherUser.id);
    expect(start(['--data-dir', data]).of('user')).toBe(String(otherUser.id));
    expect(statSync(data).uid).toBe(otherUser.id);
  });

  test('runs as an owner without an account', () => {
    const data = join(folder, 'data');
    mkdirSync(data);
    chownSync(data, 54321, 54321);
    const told = start(['--data-dir', data]);
    expect(told.of('user')).toBe('54321');
    expect(told.of('home')).toBe(data);
  });

  test('makes a relative data folder absolute, for the program runs elsewhere', () => {
    expect(start(['--data-dir', 'data']).arguments).toEqual(['--data-dir', join(folder, 'data')]);
    expect(start(['--data-dir=../x/./data'], {}, join(folder, 'program')).arguments).toEqual([
      `--data-dir=${join(folder, 'x', 'data')}`,
    ]);
  });

  test.each(['/', '/etc', '/usr/lib', '/home', '/root', '/tmp', '/var/lib'])('never gives %s away', (system) => {
    // Should the wrapper fail this test, what it would have done to the machine must not happen.
    const programs = join(folder, 'programs');
    mkdirSync(programs);
    writeFileSync(join(programs, 'chown'), `#!/bin/sh\ntouch ${join(programs, 'called')}\n`, { mode: 0o755 });
    const told = start(['--data-dir', system], { PATH: `${programs}:${process.env['PATH'] ?? ''}` });
    expect(told.said).toBe(`${system} is a folder of the system: choose a folder of its own for --data-dir.`);
    expect(told.code).toBe(1);
    expect(existsSync(join(programs, 'called'))).toBe(false);
  });

  test('never gives a folder away that holds something else', () => {
    mkdirSync(join(folder, 'project'));
    writeFileSync(join(folder, 'project', 'package.json'), '{}');
    expect(start(['--data-dir', join(folder, 'project')]).said).toContain('already holds something else');
    expect(statSync(join(folder, 'project')).uid).toBe(0);
  });

  test("opens the way through a caller's private temporary folder, and shows nothing in it", () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    expect(start(['--data-dir', join(closed, 'data')]).code).toBe(7);
    expect(statSync(closed).mode & 0o777).toBe(0o701);
  });

  test('says in one sentence where the way is closed by anybody else', () => {
    const closed = join(folder, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    chownSync(closed, otherUser.id, otherUser.id);
    const told = start(['--data-dir', join(closed, 'data')]);
    expect(told.code).toBe(1);
    expect(told.said).toMatch(/^The user reception-kiosk cannot reach \S+ because \S+ is closed to it: .*\.$/);
  });

  test('leaves what stands in the way of a data folder for the program to explain', () => {
    writeFileSync(join(folder, 'file'), '');
    const told = start(['--data-dir', join(folder, 'file')]);
    expect(told.code).toBe(7);
    expect(statSync(join(folder, 'file')).uid).toBe(0);
  });

  test('hands over lists that everybody can read as they are, made absolute', () => {
    const list = join(folder, 'list.csv');
    writeFileSync(list, 'open', { mode: 0o644 });
    expect(start(['--demo', '--list', 'list.csv']).arguments).toEqual(['--demo', '--list', list]);
    expect(start(['import', '--demo', 'list.csv']).arguments).toEqual(['import', '--demo', list]);
  });

  test.each([
    ['--list FILE', (list: string) => ['--demo', '--list', list]] as const,
    ['--list=FILE', (list: string) => ['--demo', `--list=${list}`]] as const,
    ['import FILE', (list: string) => ['import', '--demo', list]] as const,
  ])('hands over a copy under the same name of a list that only root can read (%s)', async (_, words) => {
    const list = join(folder, "Monday's list.csv");
    writeFileSync(list, 'closed', { mode: 0o600 });
    const told = start(words(list));
    const given = (told.arguments.at(-1) ?? '').replace('--list=', '');
    expect(given).not.toBe(list);
    expect(basename(given)).toBe(basename(list));
    expect(told.of('user')).toBe(idOf(productUser));
    // What the program read of it; the file argument alone ends in .csv in every form but --list=FILE.
    if (!words(list).at(-1)?.startsWith('--list=')) expect(told.of('content')).toBe('closed');
    await expect.poll(() => existsSync(given), { timeout: 5000 }).toBe(false);
    expect(readFileSync(list, 'utf8')).toBe('closed');
  });

  test.each([
    ['--settings FILE', (file: string) => ['--demo', '--settings', file]] as const,
    ['--settings=FILE', (file: string) => ['--demo', `--settings=${file}`]] as const,
    ['control settings FILE', (file: string) => ['control', '--demo', 'settings', file]] as const,
    ['control settings FILE --json', (file: string) => ['control', 'settings', '--json', file]] as const,
  ])('hands over a copy of a settings file that only root can read (%s)', async (_, words) => {
    const file = join(folder, 'rules.json');
    writeFileSync(file, '{}', { mode: 0o600 });
    const given = (start(words(file)).arguments.at(-1) ?? '').replace('--settings=', '');
    expect(given).not.toBe(file);
    expect(basename(given)).toBe('rules.json');
    await expect.poll(() => existsSync(given), { timeout: 5000 }).toBe(false);
  });

  test('takes no other word of control for a file', () => {
    // A file of that name lies there, closed to everybody else.
    for (const name of ['Flu clinic', 'status', 'settings']) writeFileSync(join(folder, name), '', { mode: 0o600 });
    const words = ['control', '--demo', 'walk-in', 'Flu clinic', '12:30'];
    expect(start(words).arguments).toEqual(words);
    expect(start(['control', 'status', '--demo']).arguments).toEqual(['control', 'status', '--demo']);
    expect(start(['control', 'settings']).arguments).toEqual(['control', 'settings']);
  });

  test('refuses a closed list that is still being written', () => {
    const list = join(folder, 'growing.csv');
    writeFileSync(list, 'half', { mode: 0o600 });
    const writer = spawn('sh', ['-c', 'while :; do echo more >> "$0"; sleep 0.1; done', list]);
    try {
      const told = start(['import', '--demo', list]);
      expect(told.said).toBe(`${list} is still being written: try again when it is complete.`);
      expect(told.code).toBe(1);
    } finally {
      writer.kill();
    }
  });
});
