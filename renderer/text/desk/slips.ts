import type { PrintReason, SheetFaultKind } from '../../../preload/contract/desk/printing';
import type { SlipState } from '../../../preload/contract/desk/slips';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import type { SlipField, SlipProblem, SlipSystem } from '../../../preload/contract/rules/slipValues';
import { actRefusalOf } from './applicationsRefusals';
import { isPrintReason, printReasonWords } from './slipsReasons';

export const slipSystemNames: Readonly<Record<SlipSystem, { name: string; explained: string }>> = {
  emis: { name: 'EMIS', explained: 'ODS code, account ID and linkage key' },
  systmOne: { name: 'SystmOne (TPP)', explained: 'ODS code, account ID and passphrase' },
  nhsApp: { name: 'NHS App only', explained: 'No details: the patient proves who they are in the app' },
};

/** What each detail is called, in the words of the system that gives it out. */
export function slipFieldNames(system: SlipSystem): Readonly<Record<SlipField, string>> {
  return {
    odsCode: 'ODS code',
    accountId: 'Account ID',
    secret: system === 'systmOne' ? 'Passphrase' : 'Linkage key',
  };
}

export const slipFieldHints: Readonly<Record<SlipField, string>> = {
  odsCode: 'The code of your practice',
  accountId: 'SystmOne calls it username',
  secret: 'Capital and small letters count',
};

export const paperNames: Readonly<Record<PaperSize, string>> = {
  a4: 'A4',
  a5: 'A5',
  roll80: 'Roll, 80 mm wide',
  roll58: 'Roll, 58 mm wide',
};

/** What is wrong with a detail, at its field and in the summary. */
export function slipProblemOf(name: string, field: SlipField, problem: SlipProblem): string {
  switch (problem) {
    case 'missing':
      return `Enter the ${inSentence(name)}`;
    case 'tooShort':
      return `The ${inSentence(name)} is too short. Something is missing`;
    case 'tooLong':
      return `The ${inSentence(name)} is too long. Something else was copied with it`;
    case 'characters':
      return `The ${inSentence(name)} has a character in it that no system gives out: a space, a long dash, a curly quotation mark or a letter of another script. Copy it again, or type it`;
    case 'isNhsNumber':
      return `This is an NHS number. It is not the ${inSentence(name)}, and must not stand on a slip`;
    case 'isBirthDate':
      return `This is the date of birth. It is not the ${inSentence(name)}, and must not stand on a slip`;
    case 'format':
      return {
        odsCode: 'An ODS code has a letter, then 4 or 5 letters and digits, like A12345',
        accountId: 'An account ID has letters and digits, and begins and ends with one of them',
        secret: `This is not the ${inSentence(name)}: it is hidden, or stands in quotation marks. Copy it again, or type it`,
      }[field];
  }
}

/** `ODS code` keeps its capitals inside a sentence. */
function inSentence(name: string): string {
  return name.startsWith('ODS') ? name : name.charAt(0).toLowerCase() + name.slice(1);
}

const faults: Readonly<Record<SheetFaultKind, string>> = {
  codeMismatch:
    'The QR code on the page does not read as the settings say, so no slip is made. Ask your manager to look at the link in Settings.',
  doesNotFit: 'Something does not fit on this paper. Choose larger paper. Nothing was cut, and nothing was printed.',
  notMade: 'The kiosk machine could not make the page. Nothing was printed. Try again; if it stays so, tell your IT.',
};

/** Why a slip was not made or not sent to a printer; null where the general words say it. */
export function slipRefusalOf(code: string, data: unknown): string | null {
  if (code === 'BUSY') return 'It is being printed already. Wait for it.';
  if (code === 'AT_KIOSK')
    return 'This printer stands at the kiosk. Choose one behind reception: a slip opens an account.';
  if (code === 'NO_PRINTER') {
    const { what, todo } = printReasonWords[whyOf(data) === 'noPrintingSystem' ? 'noPrintingSystem' : 'printerGone'];
    return `${what} ${todo} Nothing was printed.`;
  }
  if (code === 'NOT_MADE') {
    const why = whyOf(data);
    return why === 'codeMismatch' || why === 'doesNotFit' ? faults[why] : faults.notMade;
  }
  return actRefusalOf(code, data);
}

function whyOf(data: unknown): unknown {
  return typeof data === 'object' && data !== null && 'why' in data ? data.why : null;
}

/** How a slip stands, as a heading. */
export function slipStateOf(state: SlipState, printer: string): string {
  return {
    ready: 'Not printed yet',
    making: 'Making the page',
    sent: `Sent to ${printer}`,
    printing: `${printer} is printing it`,
    waiting: `${printer} is waiting for you`,
    printed: `It is in the tray of ${printer}`,
    failed: 'It was not printed',
    unknown: 'It may have come out',
  }[state];
}

/** What is to be done about it. */
export function slipAdviceOf(state: SlipState, reason: PrintReason | null): readonly string[] {
  const why = reason === null ? [] : [printReasonWords[reason].what];
  const todo = reason === null ? [] : [printReasonWords[reason].todo];
  switch (state) {
    case 'ready':
      return [];
    case 'making':
    case 'sent':
    case 'printing':
      return ['Go to the printer: nobody else should take it out.'];
    case 'waiting':
      return [...why, ...(reason === null ? ['Go and look at the printer.'] : todo), 'Then it prints by itself.'];
    case 'printed':
      return ['Take it at once.'];
    case 'failed':
      return [...why, ...todo, 'Nothing comes out any more. You can print again without typing.'];
    case 'unknown':
      return [...why, 'Go and look before you print again: two slips must not lie about.'];
  }
}

const digits = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
const signs: Readonly<Record<string, string>> = {
  '-': 'hyphen',
  _: 'underscore',
  '.': 'full stop',
  ',': 'comma',
  ':': 'colon',
  ';': 'semicolon',
  '@': 'at sign',
  '/': 'slash',
  '\\': 'backslash',
  '|': 'upright line',
  '!': 'exclamation mark',
  '?': 'question mark',
  '#': 'hash',
  $: 'dollar sign',
  '%': 'per cent sign',
  '&': 'ampersand',
  '*': 'star',
  '+': 'plus',
  '=': 'equals sign',
  '~': 'tilde',
  '^': 'caret',
  '`': 'backtick',
  "'": 'apostrophe',
  '"': 'quotation mark',
  '(': 'opening bracket',
  ')': 'closing bracket',
  '[': 'opening square bracket',
  ']': 'closing square bracket',
  '{': 'opening curly bracket',
  '}': 'closing curly bracket',
  '<': 'less-than sign',
  '>': 'greater-than sign',
};

/** A character as it is read out: `capital R`, `small l`, `zero`, `hyphen`. */
export function characterName(character: string, kind: 'capital' | 'small' | 'digit' | 'sign'): string {
  if (kind === 'digit') return digits[Number(character)] ?? character;
  return kind === 'sign' ? (signs[character] ?? character) : `${kind} ${character}`;
}

/** `0 is zero, not capital O or small o` */
export function lookAlikeSentence(character: string, own: string, others: readonly string[]): string {
  const last = others.at(-1) ?? '';
  const all = others.length > 1 ? `${others.slice(0, -1).join(', ')} or ${last}` : last;
  return `${character} is ${own}, not ${all}`;
}

/** Seconds as staff read them: `1 min 20 s`, `2 min`, `45 s`. */
export function secondsOf(seconds: number): string {
  const whole = Math.max(0, Math.ceil(seconds));
  const minutes = Math.floor(whole / 60);
  const rest = whole % 60;
  if (minutes === 0) return `${String(rest)} s`;
  return rest === 0 ? `${String(minutes)} min` : `${String(minutes)} min ${String(rest)} s`;
}

/** A printer as it is chosen: by its name, with what people call it and where it stands. */
export function printerLabel(printer: { name: string; description: string; location: string }): string {
  const about = [printer.description, printer.location].filter((part) => part !== '' && part !== printer.name);
  return about.length === 0 ? printer.name : `${printer.name} (${about.join(', ')})`;
}

/** What stands in the way of a printer before anything is sent to it; null: nothing. */
export function printerTrouble(printer: { name: string; state: string; reasons: readonly string[] }): string | null {
  const [reason] = printer.reasons;
  if (reason !== undefined && isPrintReason(reason)) {
    return `${printer.name}: ${printReasonWords[reason].what} ${printReasonWords[reason].todo}`;
  }
  if (printer.state === 'stopped')
    return `${printer.name}: ${printReasonWords.paused.what} ${printReasonWords.paused.todo}`;
  return printer.state === 'notAccepting'
    ? `${printer.name}: ${printReasonWords.notAccepting.what} ${printReasonWords.notAccepting.todo}`
    : null;
}

/** Words of the Slips tab and of making a slip. */
export const slipsWords = {
  tab: 'Slips',
  title: 'Setup slips',
  lead: 'For patients whose account has been created. The slip opens their online account: treat it like a key.',
  loading: 'Asking the kiosk machine for the applications',
  askingPrinters: 'Asking the kiosk machine for its printers',
  lost: 'The kiosk machine cannot be reached. What stands here may be out of date.',
  table: 'Applications whose account has been created or can be',
  columns: { reference: 'Reference', name: 'Name', born: 'Date of birth', state: 'Slip', ways: 'What to do' },
  ready: 'Can be printed',
  empty: 'Nobody is waiting for a slip. When an account has been created, its application appears here.',
  print: 'Print the setup slip',
  printFor: (reference: string, name: string) => `Print the setup slip, ${reference}, ${name}`,
  sentBefore: (by: string, when: string) => `Last sent to a printer by ${by}, ${when}`,
  dialogTitle: (name: string, reference: string) => `Setup slip for ${name} (${reference})`,
  /** Under the title, through all steps: whose slip it is. */
  whoOf: (born: string, reference: string) =>
    `Born ${born}. Reference on the slip: ${reference}. The same patient must be open in the clinical system.`,
  whoOfOther: (born: string, reference: string) =>
    `Patient born ${born}. Reference on the slip: ${reference}. The slip is for whoever acts for them: that person’s own account must be open.`,

  handTitle: 'It came out',
  hand: (name: string) =>
    `Give it to ${name} in person, never to a companion, and never by letter, text or call. Then say so here.`,
  handOther: (name: string) =>
    `It is for the person who acts for ${name}. Give it to that person, as the slip names them, and to nobody else. Then say so here.`,
  handAsk: (name: string, born: string) =>
    `Ask: “What is your full name and date of birth?” The answer must be ${name}, ${born}.`,
  handAskOther: (name: string, born: string) =>
    `Ask: “What is your own name, who do you act for, and when were they born?” Their own name must be the one on the slip, and the rest ${name}, ${born}.`,
  handReference: (reference: string) => `The slip in your hand must bear our reference ${reference}.`,
  handLater: 'Later',

  system: 'Which system is the account in?',
  formLead: 'Paste or type the details from the clinical system, singly or all at once. Nothing is kept.',
  pasted: (names: string) => `Pasted into its own box: ${names}. Check each one.`,
  clipboard: 'What you have copied stays in the clipboard of your PC. Copy something else when you are done.',
  noDetails: 'This slip has no details on it. It says how to set up the NHS App, and has its QR code.',
  lookAlikes: 'Easily mistaken:',
  paper: 'Paper',
  noPrinterFor: (paper: string) => `${paper}, no printer set`,
  check: 'Check',
  checking: 'Making the page',
  cancel: 'Cancel',
  cleared: 'Nothing was typed for five minutes, so the details have been cleared. Nothing was printed.',

  readTitle: 'Read it back',
  readLead: 'This is the very page. Compare it with the clinical system, character by character.',
  readLeadNoDetails: 'This is the very page. Look whether it is what you want to give.',
  picture: 'The page as it will be printed. Its details are spelled out beside it.',
  pictureNoDetails: 'The page as it will be printed',
  larger: 'Show the page larger',
  spelledTitle: 'What stands on it',
  compared: 'I have compared it with the clinical system, character by character',
  looked: 'I have looked at the page',
  tickFirst: 'Compare it first, then tick the box',
  lookFirst: 'Look at the page first, then tick the box',
  printer: 'Printer',
  choosePrinter: 'Choose a printer',
  printerMissing: 'Choose a printer first',
  noPrinters: 'This kiosk machine has no printer. Ask your IT to set one up behind reception, then open this again.',
  behindReception: 'Behind reception, never where patients can reach it',
  printNow: 'Print',
  change: 'Change the details',

  printTitle: 'Printing',
  closeCallsBack: 'Closing this window calls the slip back.',
  callBack: 'Call it back',
  calledBackIn: (seconds: number) =>
    seconds > 0
      ? `If it has not come out in ${secondsOf(seconds)}, it is called back, so that it does not come out with nobody there.`
      : 'It is being called back.',
  cameOut: 'It came out',
  didNot: 'It did not come out, print again',
  again: 'Print again',
  againTitle: 'Print it again',
  ifAgain: 'First make sure that no slip lies in the tray or is stuck in the printer.',
  isKeptTitle: 'The printing system has kept a copy of the slip',
  isKept:
    'Ask your IT to delete it and to turn this off. CUPS: write PreserveJobFiles No in cupsd.conf. Windows: take the tick from “Keep printed documents” in the properties of the printer. The guide “Print setup slips” says how.',
  isKeepingTitle: 'The printing system keeps what it prints',
  isKeeping:
    'Our copy was deleted. Ask your IT to turn it off all the same. CUPS: write PreserveJobFiles No in cupsd.conf. Windows: take the tick from “Keep printed documents”.',
  forgottenIn: (seconds: number) => `Forgotten in ${secondsOf(seconds)}`,
  moreTime: 'For five more minutes, press “Change the details”, then “Check”. You do not need to type them again.',
  forgottenSoon: 'In less than two minutes everything of this slip is forgotten.',

  goneTitle: 'The slip has been forgotten',
  gone: 'Five minutes are over, or the application has changed so that no slip may be printed. To print one, begin again.',
  goneSent: 'It was sent to a printer before. Go and look: it may have come out.',
  gonePrinted: 'It was printed before. Look that it does not lie in the tray.',
  begin: 'Begin again',
  close: 'Close',
} as const;
