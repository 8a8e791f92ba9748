import { paperSizes } from '../../preload/contract/rules/paper';
import { defaultMachineSettings } from '../services/machineDefaults';

const longestText = 1000;
const longestPrinter = 200;

/** Can what a file of machine settings holds be used? What is not in it (a file of an earlier version) is as in `defaultMachineSettings`. */
export function isUsable(settings: object): boolean {
  const values: Readonly<Record<string, unknown>> = { ...defaultMachineSettings, ...settings };
  const port = values['deskPort'];
  const isPort = typeof port === 'number' && Number.isInteger(port) && port >= 0 && port <= 65_535;
  const areTexts = ['site', 'deskHost', 'deskCertificateFile', 'deskKeyFile', 'watchedFolder'].every((name) =>
    isTextOrNone(values[name], longestText),
  );
  const arePrinters =
    isPrinterOfEachPaper(values['slipPrinters']) && isTextOrNone(values['kioskPrinter'], longestPrinter);
  const isPaper = values['kioskPaper'] === 'roll80' || values['kioskPaper'] === 'roll58';
  return isPort && areTexts && arePrinters && isPaper && typeof values['isBoardOnSecondScreen'] === 'boolean';
}

function isTextOrNone(value: unknown, longest: number): boolean {
  return value === null || (typeof value === 'string' && value.length <= longest);
}

/** Each paper and nothing else: the desk is sent them as they are. */
function isPrinterOfEachPaper(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const printers: Readonly<Record<string, unknown>> = { ...value };
  return (
    Object.keys(printers).length === paperSizes.length &&
    paperSizes.every((size) => Object.hasOwn(printers, size) && isTextOrNone(printers[size], longestPrinter))
  );
}
