import type { RuleWords } from './settingsRules';

/** Words of what belongs to this machine alone. */
export const machineWords = {
  site: {
    title: 'Site',
    effect: 'Where this kiosk stands, as the day list spells it. Needed when the list has several sites.',
    example: 'Main Surgery',
  },
  deskHost: {
    title: 'Network of the desk',
    effect:
      'The network on which browsers reach the desk. Pages that are open now must be opened again after a change.',
  },
  deskPort: {
    title: 'Port of the desk',
    effect: 'Part of the address that browsers open.',
    example: '8443: https://kiosk-1:8443/desk',
  },
  deskCertificateFile: {
    title: 'Certificate of your IT',
    effect: 'A PEM or PFX file on this machine. Empty: the kiosk makes its own, which browsers must be told to trust.',
    example: '/etc/ssl/kiosk/desk.pem',
  },
  deskKeyFile: {
    title: 'Key of the certificate',
    effect: 'The key file that belongs to a PEM certificate. Not needed for PFX.',
    example: '/etc/ssl/kiosk/desk.key',
  },
  isBoardOnSecondScreen: {
    title: 'Board on the second screen',
    effect: 'A second screen of this machine shows the board.',
  },
  slipPrinters: {
    title: 'Printers behind reception',
    effect:
      'Which printer each paper comes out of. Setup slips open an account, so never a printer that patients can reach.',
    example: 'A5: the laser printer in the back office.',
  },
  kioskPrinter: {
    title: 'Ticket printer at the kiosk',
    effect: 'Prints tickets and references only, never a slip. It cannot be a printer behind reception as well.',
  },
  kioskPaper: {
    title: 'Paper of the ticket printer',
    effect: 'How wide the roll in the ticket printer at the kiosk is.',
  },
  watchedFolder: {
    title: 'Watched folder',
    effect:
      'Day lists that appear in this folder are taken in by themselves and moved into folders of their own inside it.',
    example: '/srv/lists or \\\\server\\lists',
  },
} as const satisfies Record<string, RuleWords>;

export type MachineName = keyof typeof machineWords;

/** Words of the passphrase of a PFX file, which is saved by itself and never shown. */
export const certificatePassphraseWords = {
  title: 'Passphrase of a PFX file',
  effect: 'Only if your IT gave you one with the file. It is kept encrypted, and cannot be read here or exported.',
  save: 'Save the passphrase',
  remove: 'Take it away',
  saved: 'Saved. Machine shows whether the certificate can be used now.',
  removed: 'Taken away.',
} as const;
