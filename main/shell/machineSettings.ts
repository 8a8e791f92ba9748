import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import { defaultMachineSettings } from '../services/machineDefaults';
import type { Log, MachineSettings } from '../services/ports';
import { isUsable } from './machineSettingsShape';

const fileName = 'machine';

/** The machine's own settings, in `machine.json` of the data folder. */
export interface MachineSettingsFile {
  read(): MachineSettings;
  change(change: Partial<MachineSettings>): void;
}

/** Opens the settings; a broken file is set aside under a dated name, never overwritten, and the defaults are used. */
export function openMachineSettings(folder: string, instant: string, log: Log): MachineSettingsFile {
  const open = (): ElectronStore<MachineSettings> =>
    new ElectronStore<MachineSettings>({
      cwd: folder,
      name: fileName,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      defaults: { ...defaultMachineSettings },
    });
  let store: ElectronStore<MachineSettings>;
  try {
    store = open();
    // Reading proves it: an unreadable file fails here rather than at the first check-in. Checked by hand, since the checker that
    // electron-store brings along takes longer to load than everything else at start.
    if (!isUsable(store.store)) throw new Error('not the settings of a machine');
  } catch (error) {
    const path = join(folder, `${fileName}.json`);
    if (!existsSync(path)) throw error;
    renameSync(path, join(folder, `${fileName}.broken-${instant.replace(/[:.]/g, '-')}.json`));
    log.warn('settings.setAside');
    store = open();
  }
  return {
    read: () => ({ ...defaultMachineSettings, ...store.store }),
    change: (change) => {
      store.set(change);
    },
  };
}
