import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import ElectronStore from 'electron-store';
import type { Log, MachineSettings } from '../services/ports';

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
      defaults: { site: null },
      schema: { site: { type: ['string', 'null'], maxLength: 200 } },
    });
  let store: ElectronStore<MachineSettings>;
  try {
    store = open();
    // Reading proves it: an unreadable file fails here rather than at the first check-in.
    void store.store;
  } catch (error) {
    const path = join(folder, `${fileName}.json`);
    if (!existsSync(path)) throw error;
    renameSync(path, join(folder, `${fileName}.broken-${instant.replace(/[:.]/g, '-')}.json`));
    log.warn('settings.setAside');
    store = open();
  }
  return {
    read: () => ({ site: store.get('site') }),
    change: (change) => {
      store.set(change);
    },
  };
}
