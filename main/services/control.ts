import { openWalkIn } from './walkIn';
import type { Store } from '../store/store';
import { startCleaning } from './cleaning';
import type { ControlAction } from './controlAction';
import { issueManagerCode } from './desk/codes';
import { readKioskStatus } from './kioskStatus';
import { cleaningSeconds, type KioskMode } from './kioskMode';
import type { ListState } from './listState';
import type { Outcome } from './outcome';
import type { Clock, Log, Settings } from './ports';
import type { WebControl } from './webHolder';
import { InvalidRules } from './settings';
import { describeStatus } from './statusWords';

/** What staff do to a kiosk from the command line; at the desk the same is done by `desk/machineProcedures` and `desk/settings`. */
export interface ControlService {
  /** Does it, and says in lines for a person, or as JSON, what came of it. Exit code 1: refused, and nothing has changed. */
  run(action: ControlAction, isJson: boolean): Promise<Outcome>;
}

export interface ControlOptions {
  store: Store;
  clock: Clock;
  settings: Settings;
  listState: ListState;
  /** Null where no kiosk is running on the data folder. */
  kioskMode: KioskMode | null;
  /** How the desk is served; null where no program is running on the data folder. */
  web: Pick<WebControl, 'status'> | null;
  isDemonstration: boolean;
  log: Log;
}

const actor = 'commandLine';

export function createControl(options: ControlOptions): ControlService {
  const { log } = options;
  return {
    async run(action, isJson) {
      try {
        const said = await act(options, action);
        log.info('control.done', { kind: action.kind });
        return { exitCode: 0, lines: isJson ? [JSON.stringify(said.data)] : said.lines };
      } catch (error) {
        if (error instanceof InvalidRules) return notControlled(error.problems, isJson);
        if (error instanceof Refused) return notControlled([error.message], isJson);
        throw error;
      }
    },
  };
}

/** The outcome where nothing was done; `problems` says why, one sentence each. */
export function notControlled(problems: readonly string[], isJson: boolean): Outcome {
  return { exitCode: 1, lines: isJson ? [JSON.stringify({ problems })] : [...problems] };
}

/** The action cannot be done now; `message` is one sentence for staff. */
class Refused extends Error {
  override readonly name = 'Refused';
}

/** What came of an action, for a person and for a program. */
interface Said {
  lines: string[];
  data: unknown;
}

async function act(options: ControlOptions, action: ControlAction): Promise<Said> {
  const { settings, clock } = options;
  switch (action.kind) {
    case 'status': {
      const status = await readKioskStatus(options);
      return { lines: describeStatus(status), data: status };
    }
    case 'settings':
      return { lines: JSON.stringify(settings.rules(), null, 2).split('\n'), data: settings.rules() };
    case 'change':
      return change(settings, action.rules);
    case 'outOfService':
      await settings.setRules({ isOutOfService: true }, actor);
      return done('The kiosk is out of service.');
    case 'inService':
      await settings.setRules({ isOutOfService: false }, actor);
      return done('The kiosk is in service.');
    case 'cleaning':
      return clean(options);
    case 'walkIn': {
      const { name, until } = action;
      const now = clock.now();
      const walkIn = { day: now.day, name, until };
      if (openWalkIn({ walkIn }, now) === null) {
        throw new Refused(`The walk-in session was not opened: ${until} is past.`);
      }
      await settings.setRules({ walkIn }, actor);
      return done(`The walk-in session "${name}" is open until ${until}.`);
    }
    case 'walkInClose':
      await settings.setRules({ walkIn: null }, actor);
      return done('No walk-in session is open.');
    case 'managerCode':
      return managerCode(options);
  }
}

async function managerCode(options: ControlOptions): Promise<Said> {
  const issued = await issueManagerCode(options);
  const { code, managers } = issued;
  const use =
    managers.length === 0
      ? 'Open the desk and give it there to make the first manager.'
      : `At the desk it gives a new passphrase to one of these managers: ${managers.join(', ')}.`;
  const lines = [`One-time code: ${code}`, use, 'It works once, within 60 minutes, and an earlier one no longer does.'];
  return { lines, data: issued };
}

async function change(settings: Settings, rules: Readonly<Record<string, unknown>>): Promise<Said> {
  const before: Readonly<Record<string, unknown>> = { ...settings.rules() };
  // What the file holds is checked whole by the settings, names and types too.
  await settings.setRules(rules, actor);
  const changed = Object.keys(rules).filter((name) => JSON.stringify(before[name]) !== JSON.stringify(rules[name]));
  const line = changed.length === 0 ? 'Nothing had to be changed.' : `Changed: ${changed.join(', ')}.`;
  return { lines: [line], data: { changed } };
}

async function clean({ store, clock, kioskMode }: ControlOptions): Promise<Said> {
  if (kioskMode === null) throw new Refused('Cleaning was not started: no kiosk is running on this data folder.');
  await startCleaning({ store, clock, kioskMode }, actor);
  return done(`The screen takes no touch for ${String(cleaningSeconds)} seconds.`);
}

function done(sentence: string): Said {
  return { lines: [sentence], data: { done: sentence } };
}
