import { BrowserWindow, type WebContents } from 'electron';
import type { PrinterFacts, PrintEnd } from '../../services/ports';
import { notSent, whyStopped, type PrintOrder } from './cups/printPaper';

/*
 * Windows has no CUPS: pages go through Chromium to its spooler, which tells that it took them and nothing after. No test runs this.
 */

/** Bits of `PRINTER_STATUS_…` of the Windows spooler, the one that matters most first. */
const statuses = [
  [0x8, 'jammed'],
  [0x40_0000, 'coverOpen'],
  [0x10, 'outOfPaper'],
  [0x4_0000, 'outOfInk'],
  [0x80, 'offline'],
  [0x1, 'paused'],
  [0x2, 'attention'],
] as const;

/** Every queue of Windows. Any page may ask for them: a window of ours is made if there is none. */
export async function listWindowsPrinters(): Promise<PrinterFacts[] | null> {
  const [window] = BrowserWindow.getAllWindows();
  if (window === undefined) return null;
  const printers = await window.webContents.getPrintersAsync();
  return printers.map(({ name, displayName, description, ...rest }) => {
    const status = 'status' in rest && typeof rest.status === 'number' ? rest.status : 0;
    const reasons = statuses.filter(([bit]) => (status & bit) !== 0).map(([, reason]) => reason);
    return {
      name,
      description: displayName === '' ? description : displayName,
      location: '',
      state: reasons.length > 0 ? 'stopped' : 'ready',
      reasons,
    };
  });
}

/** Hands a page that is drawn to the spooler. It ends as `unknown`: Windows does not say what came of it. */
export async function printOnWindows(
  contents: WebContents,
  paper: { widthMillimetres: number; heightMillimetres: number },
  { printer, told, stop }: PrintOrder,
): Promise<PrintEnd> {
  const printers = await contents.getPrintersAsync();
  if (!printers.some(({ name }) => name === printer)) return notSent('printerGone');
  if (stop.aborted) return notSent(whyStopped(stop));
  // It was looked at more closely for its picture.
  contents.setZoomFactor(1);
  const failure = await new Promise<string | null>((resolve) => {
    const options = {
      silent: true,
      deviceName: printer,
      copies: 1,
      printBackground: true,
      margins: { marginType: 'none' as const },
      // In thousandths of a millimetre.
      pageSize: { width: paper.widthMillimetres * 1000, height: paper.heightMillimetres * 1000 },
    };
    contents.print(options, (isTaken, reason) => {
      resolve(isTaken ? null : reason);
    });
    stop.addEventListener('abort', () => {
      resolve('stopped');
    });
  });
  if (stop.aborted) return { state: 'unknown', reason: whyStopped(stop), isKept: null, isKeeping: null };
  if (failure !== null) return notSent('aborted');
  told({ state: 'sent', reason: null });
  return { state: 'unknown', reason: 'notTold', isKept: null, isKeeping: null };
}
