import { parseArgs, type ParseArgsConfig } from 'node:util';
import { BadCommandLine } from './badCommandLine';
import { readControlWords, type ControlWords } from './controlWords';

/** What the command line asks for (design §12). Paths are as given; the caller resolves them. */
export interface CommandLine {
  command: 'kiosk' | 'import' | 'control';
  dataFolder: string | null;
  isDemonstration: boolean;
  /** London wall time at start, `YYYY-MM-DDTHH:MM`; demonstration only. */
  startAt: string | null;
  /** Demonstration only. */
  idleSeconds: number | null;
  /** Day lists: `--list` of the kiosk, or the files of `import`. */
  files: string[];
  /** A file of practice rules for the kiosk. */
  settingsFile: string | null;
  /** What `control` is to do. */
  action: ControlWords | null;
  practice: string | null;
  site: string | null;
  /** TCP port of the desk's web server; 0: any that is free; null: as set on the machine. */
  port: number | null;
  /** What this machine shows: the patients' window, no window at all, or the board of the waiting room. */
  role: 'kiosk' | 'hub' | 'board';
  isFullScreen: boolean;
  allowsUnsupportedRuntime: boolean;
  isJson: boolean;
}

const options = {
  'data-dir': { type: 'string' },
  demo: { type: 'boolean' },
  now: { type: 'string' },
  'idle-seconds': { type: 'string' },
  list: { type: 'string', multiple: true },
  settings: { type: 'string' },
  practice: { type: 'string' },
  site: { type: 'string' },
  port: { type: 'string' },
  role: { type: 'string' },
  windowed: { type: 'boolean' },
  kiosk: { type: 'boolean' },
  'unsupported-runtime': { type: 'boolean' },
  json: { type: 'boolean' },
} as const satisfies ParseArgsConfig['options'];

/** What Playwright passes to drive the unpackaged build. A packaged build refuses these too. */
const driverSwitches = [/^--inspect(-brk)?(=\d+)?$/, /^--remote-debugging-port=\d+$/];

/**
 * Reads the program's own arguments (without the executable).
 * @param isPackaged a packaged program refuses every switch outside its own list: Chromium would follow it in spite of fuses.
 * @throws BadCommandLine with one sentence for the person who typed it.
 */
export function readCommandLine(words: readonly string[], isPackaged: boolean): CommandLine {
  const own = isPackaged ? [...words] : words.filter((word) => !driverSwitches.some((known) => known.test(word)));
  const command = own[0] === 'import' || own[0] === 'control' ? own[0] : 'kiosk';
  if (command !== 'kiosk') own.shift();
  const { values, positionals } = parse(own);
  if (command === 'kiosk' && positionals.length > 0) {
    throw new BadCommandLine(`"${positionals[0]}" is not an option of this program; the README lists them.`);
  }
  const isDemonstration = values.demo ?? values['data-dir'] === undefined;
  if (!isDemonstration && (values.now !== undefined || values['idle-seconds'] !== undefined)) {
    throw new BadCommandLine('--now and --idle-seconds work only with --demo.');
  }
  if (command !== 'kiosk') {
    if (values['data-dir'] === undefined) throw new BadCommandLine(`${command} needs --data-dir FOLDER.`);
    if (values.list !== undefined)
      throw new BadCommandLine('--list is for the kiosk; import takes its day lists without it.');
    if (values.settings !== undefined) {
      throw new BadCommandLine('--settings is for the kiosk; elsewhere it is "control settings FILE.json".');
    }
  }
  if (command === 'import' && positionals.length === 0) {
    throw new BadCommandLine('import needs the name of at least one day list.');
  }
  return {
    command,
    dataFolder: values['data-dir'] ?? null,
    isDemonstration,
    startAt: values.now === undefined ? null : readWallTime(values.now),
    idleSeconds: values['idle-seconds'] === undefined ? null : readSeconds(values['idle-seconds']),
    files: command === 'import' ? positionals : (values.list ?? []),
    settingsFile: values.settings ?? null,
    action: command === 'control' ? readControlWords(positionals) : null,
    practice: values.practice ?? null,
    site: values.site ?? null,
    port: values.port === undefined ? null : readPort(values.port),
    role: readRole(values.role ?? 'kiosk'),
    isFullScreen: values.kiosk ?? (!isDemonstration && !(values.windowed ?? false)),
    allowsUnsupportedRuntime: values['unsupported-runtime'] ?? false,
    isJson: values.json ?? false,
  };
}

function parse(words: string[]) {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch {
    const unknown = words.find((word) => word.startsWith('-') && !(word.replace(/^--|=.*$/g, '') in options));
    throw new BadCommandLine(
      unknown === undefined
        ? 'An option lacks its value; the README lists them.'
        : `The option ${unknown.slice(0, 60)} is not one of this program's; the README lists them.`,
    );
  }
}

/** Without the calendar library, which is not loaded before the window is open. */
function readWallTime(text: string): string {
  const read = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text) ? new Date(`${text}:00Z`) : null;
  const isReal = read !== null && !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
  if (!isReal) throw new BadCommandLine('--now wants a London date and time such as 2026-11-23T10:00.');
  return text;
}

function readPort(text: string): number {
  const port = Number(text);
  if (!/^\d{1,5}$/.test(text) || port > 65_535) {
    throw new BadCommandLine('--port wants a number from 0 to 65535; 0 takes any that is free.');
  }
  return port;
}

function readRole(text: string): CommandLine['role'] {
  if (text === 'kiosk' || text === 'hub' || text === 'board') return text;
  throw new BadCommandLine('--role wants kiosk, hub (no window) or board.');
}

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!Number.isFinite(seconds) || seconds < 1 || seconds > 3600) {
    throw new BadCommandLine('--idle-seconds wants a number of seconds from 1 to 3600.');
  }
  return seconds;
}
