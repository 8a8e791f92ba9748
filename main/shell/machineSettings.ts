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
    });
  let store: ElectronStore<MachineSettings>;
  try {
    store = open();
    // Reading proves it: an unreadable file fails here rather than at the first check-in. Checked by hand, since the checker that
    // electron-store brings along takes longer to load than everything else at start.
    const site: unknown = store.get('site');
    if (site !== null && (typeof site !== 'string' || site.length > 200)) throw new Error('not a site');
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
