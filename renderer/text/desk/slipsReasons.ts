import type { PrintReason } from '../../../preload/contract/desk/printing';

/** Why a page waits, was not printed, or nobody can tell, and what to do about it: whole sentences. */
export const printReasonWords: Readonly<Record<PrintReason, { what: string; todo: string }>> = {
  outOfPaper: { what: 'There is no paper in the printer.', todo: 'Put paper in.' },
  outOfInk: { what: 'Ink or toner is used up.', todo: 'Put in a new one.' },
  coverOpen: { what: 'A cover of the printer is open.', todo: 'Close it.' },
  jammed: { what: 'Paper is stuck in the printer.', todo: 'Take it out, and look whether the page is among it.' },
  paused: {
    what: 'The printer is paused.',
    todo: 'Set it going again: at the printer, or in the printing system of the kiosk machine.',
  },
  offline: { what: 'The printer does not answer.', todo: 'Look whether it is switched on and its cable is in.' },
  attention: { what: 'The printer needs somebody.', todo: 'Look at its display, and do what it says.' },
  notAccepting: { what: 'The printer takes no pages now.', todo: 'Choose another printer, or ask your IT.' },
  queueFull: { what: 'Too many pages wait for this printer.', todo: 'Wait until they are printed, or choose another.' },
  printerGone: { what: 'The kiosk machine has no printer of this name any more.', todo: 'Choose another printer.' },
  noPrintingSystem: { what: 'The printing system of the kiosk machine does not answer.', todo: 'Tell your IT.' },
  aborted: { what: 'The printing system gave the page up.', todo: 'Look at the printer.' },
  cancelled: {
    what: 'The page was cancelled in the queue or at the printer.',
    todo: 'Look whether somebody did that.',
  },
  tookTooLong: { what: 'It had not come out after two minutes, so it was called back.', todo: 'Look at the printer.' },
  codeMismatch: {
    what: 'The QR code on the page does not read as the settings say.',
    todo: 'Ask your manager to look at the link in Settings.',
  },
  doesNotFit: { what: 'Something does not fit on this paper.', todo: 'Choose larger paper.' },
  notMade: { what: 'The kiosk machine could not make the page.', todo: 'If it stays so, tell your IT.' },
  notTold: { what: 'The printing system does not tell what becomes of a page.', todo: 'Go and look at the printer.' },
};

export function isPrintReason(name: string): name is PrintReason {
  return Object.hasOwn(printReasonWords, name);
}
