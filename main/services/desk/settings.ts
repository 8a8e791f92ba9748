import { differencesOf, readRulesText, type RuleDifference } from '../../domain/desk/settings';
import { checkRules, defaultRules } from '../../domain/rules';
import type { PracticeRules } from '../../domain/types';
import { appendAudit } from '../../store/audit';
import { listNames, type ListNames } from '../../store/listNames';
import type { Store } from '../../store/store';
import type { Changes, Clock, MachineSettings, Settings, Vault } from '../ports';
import { actorOf, type Caller } from './caller';
import { checkMachine, type NetworkAddress } from './settingsMachine';

/** Where the web server finds it in the vault. */
const certificatePassphrase = 'pfxPassphrase';

export interface DeskSettingsParts {
  store: Store;
  clock: Clock;
  settings: Settings;
  changes: Changes;
  vault: Pick<Vault, 'write'>;
  /** The data folder. */
  folder: string;
  /** Network addresses of this machine, as they are now. */
  interfaces(): NetworkAddress[];
}

export interface SettingsView extends ListNames {
  rules: Record<string, unknown>;
  defaults: Record<string, unknown>;
  machine: MachineSettings;
  interfaces: NetworkAddress[];
}

/** The machine's settings asked for cannot be used; `problems` says why, one sentence each. */
export class InvalidMachine extends Error {
  override readonly name = 'InvalidMachine';
  constructor(readonly problems: readonly string[]) {
    super(problems.join(' '));
  }
}

/** Settings as managers see and change them. */
export interface DeskSettings {
  read(): Promise<SettingsView>;
  /** Whole or not at all; what is given as it is already is not changed. Returns the names of what was. @throws InvalidRules */
  change(rules: Readonly<Record<string, unknown>>, caller: Caller): Promise<string[]>;
  /** @throws InvalidMachine */
  changeMachine(change: Partial<MachineSettings>, caller: Caller): Promise<void>;
  /** What opens the PFX file of the practice's IT; the trail says only that it was changed. */
  setCertificatePassphrase(passphrase: string | null, caller: Caller): Promise<void>;
  export(caller: Caller): Promise<{ fileName: string; text: string }>;
  /** What a file of rules would change, and what is wrong with it. */
  look(text: string): { changes: RuleDifference[]; problems: string[] };
}

export function createDeskSettings(parts: DeskSettingsParts): DeskSettings {
  const { store, clock, settings, changes, vault } = parts;
  const note = (action: string, detail: Record<string, unknown>, caller: Caller): Promise<void> =>
    store.write((db) => {
      const { role } = caller;
      const at = clock.instant();
      return appendAudit(db, { at, actor: actorOf(caller), action, subjectId: null, detail: { ...detail, role } });
    });
  return {
    async read() {
      return {
        rules: { ...settings.rules() },
        defaults: { ...defaultRules },
        machine: { ...settings.machine() },
        ...(await listNames(store.db, clock.now().day)),
        interfaces: parts.interfaces(),
      };
    },
    async change(rules, caller) {
      const differences = differencesOf({ ...settings.rules() }, rules);
      if (differences.length === 0) return [];
      const wish = Object.fromEntries(differences.map(({ name, after }) => [name, after]));
      // What it says is checked by the settings themselves, whatever its types.
      await settings.setRules(wish as Partial<PracticeRules>, actorOf(caller));
      return differences.map(({ name }) => name);
    },
    async changeMachine(change, caller) {
      const before = settings.machine();
      const differences = differencesOf({ ...before }, change);
      if (differences.length === 0) return;
      const problems = await checkMachine(before, change, parts);
      if (problems.length > 0) throw new InvalidMachine(problems);
      // The trail first: a change that nobody can answer for must not be made. Names alone: paths may tell of the practice's network.
      await note('machine.changed', { names: differences.map(({ name }) => name) }, caller);
      settings.setMachine(change);
      changes.publish('machine');
    },
    async setCertificatePassphrase(passphrase, caller) {
      await note('machine.changed', { names: ['certificatePassphrase'] }, caller);
      await vault.write(certificatePassphrase, passphrase);
      // The web server tries the file again.
      changes.publish('rules');
    },
    async export(caller) {
      await note('rules.exported', {}, caller);
      return {
        fileName: `reception-kiosk-settings-${clock.now().day}.json`,
        text: `${JSON.stringify(settings.rules(), null, 2)}\n`,
      };
    },
    look(text) {
      const read = readRulesText(text);
      if ('problem' in read) return { changes: [], problems: [read.problem] };
      const rules = { ...settings.rules() };
      return { changes: differencesOf(rules, read.rules), problems: checkRules({ ...rules, ...read.rules }) };
    },
  };
}
