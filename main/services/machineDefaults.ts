import type { MachineSettings } from './ports';

/** What a machine starts with; everything can be set at the desk. */
export const defaultMachineSettings: MachineSettings = {
  site: null,
  deskHost: null,
  deskPort: 8443,
  deskCertificateFile: null,
  deskKeyFile: null,
  isBoardOnSecondScreen: false,
  watchedFolder: null,
  slipPrinters: { a4: null, a5: null, roll80: null, roll58: null },
  kioskPrinter: null,
  kioskPaper: 'roll80',
};
