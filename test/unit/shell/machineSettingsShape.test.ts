import { expect, test } from 'vitest';
import { defaultMachineSettings } from '../../../main/services/machineDefaults';
import { isUsable } from '../../../main/shell/machineSettingsShape';

const printers = { a4: 'Office', a5: null, roll80: 'Slips', roll58: null };

test('settings of today, and a file of a version that knew no printers, are used', () => {
  expect(isUsable({ ...defaultMachineSettings })).toBe(true);
  expect(
    isUsable({ ...defaultMachineSettings, slipPrinters: printers, kioskPrinter: 'Tickets', kioskPaper: 'roll58' }),
  ).toBe(true);
  const { slipPrinters, kioskPrinter, kioskPaper, ...earlier } = defaultMachineSettings;
  expect([slipPrinters, kioskPrinter, kioskPaper]).toBeDefined();
  expect(isUsable(earlier)).toBe(true);
  expect(isUsable({})).toBe(true);
});

test.each<[string, object]>([
  ['one printer for all papers', { slipPrinters: 'Office' }],
  ['no printers at all', { slipPrinters: null }],
  ['a list of printers', { slipPrinters: ['Office'] }],
  ['a paper that is missing', { slipPrinters: { a4: 'Office', a5: null, roll80: null } }],
  ['a paper that nobody knows', { slipPrinters: { ...printers, a3: null } }],
  ['a printer that is a number', { slipPrinters: { ...printers, a5: 5 } }],
  ['a printer with a name without end', { slipPrinters: { ...printers, a4: 'x'.repeat(201) } }],
  ['a kiosk printer that is no name', { kioskPrinter: 7 }],
  ['a kiosk printer with a name without end', { kioskPrinter: 'x'.repeat(201) }],
  ['a kiosk with sheets', { kioskPaper: 'a4' }],
  ['a port beyond all ports', { deskPort: 65_536 }],
  ['a port as a text', { deskPort: '8443' }],
  ['a site that is a number', { site: 3 }],
  ['a second screen that is neither', { isBoardOnSecondScreen: 'yes' }],
])('a file with %s is set aside', (_, change) => {
  expect(isUsable({ ...defaultMachineSettings, ...change })).toBe(false);
});
