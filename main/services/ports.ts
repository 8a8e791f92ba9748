import type { PrintReason, SheetFaultKind } from '../../preload/contract/desk/printing';
import type { Day } from '../../preload/contract/rules/dates';
import type { PaperSize } from '../../preload/contract/rules/paper';
import type { Now, PracticeRules } from '../domain/types';

export type { Now };

/** Wall time. In a demonstration it may be set (`--now`) and ticks on from there. */
export interface Clock {
  now(): Now;
  /** UTC instant, ISO 8601 with milliseconds: how events are stamped. */
  instant(): string;
}

/** Monotonic time: never jumps, whatever happens to the wall clock. */
export interface Timers {
  /** Milliseconds since some fixed moment. */
  monotonic(): number;
  /** Resolves after `milliseconds`. */
  sleep(milliseconds: number): Promise<void>;
  /** Calls `work` every `milliseconds` until the returned function is called. */
  every(milliseconds: number, work: () => void): () => void;
}

/** What can change under a live view. Services publish after commit, never before. */
export type Topic =
  | 'list'
  | 'visits'
  | 'alerts'
  | 'queue'
  | 'rules'
  | 'session'
  | 'clock'
  /** Calls to patients, on boards and at desks. */
  | 'calls'
  /** Accounts and sessions of staff, and who is connected. */
  | 'staff'
  /** Boards paired and revoked. */
  | 'boards'
  /** Applications for online services and reviews of proxy access. */
  | 'applications'
  /** Printers as they stand, and batches of invitations. */
  | 'printing'
  /** The web server, the watched folder, the downtime file: how this machine stands. */
  | 'machine';

/** Tells live procedures that their snapshot is out of date. Carries no data: whoever listens reads again. */
export interface Changes {
  publish(topic: Topic): void;
  /** Calls `listener` after each publish of one of `topics` until the returned function is called. */
  subscribe(topics: readonly Topic[], listener: () => void): () => void;
}

/** Settings of this machine (electron-store). */
export interface MachineSettings {
  /** The location name this kiosk stands at, as the day list spells it. */
  site: string | null;
  /** Address of the network interface that the desk is served on; null: all of a practice's machine, only the machine itself in a demonstration. */
  deskHost: string | null;
  deskPort: number;
  /** A certificate of the practice's IT for the desk, as absolute path: PEM (with `deskKeyFile`) or PFX; null: an own authority. */
  deskCertificateFile: string | null;
  deskKeyFile: string | null;
  /** The second screen of this machine shows the board. */
  isBoardOnSecondScreen: boolean;
  /** Day lists that appear in this folder are taken in by themselves; absolute path. */
  watchedFolder: string | null;
  /** The queue behind reception for each paper, as the printing system calls it; null: none. */
  slipPrinters: Record<PaperSize, string | null>;
  /** The queue of a ticket printer at the kiosk; it gets tickets and references, never a slip. */
  kioskPrinter: string | null;
  kioskPaper: 'roll80' | 'roll58';
}

/** Both kinds of settings behind one port (design §5). */
export interface Settings {
  machine(): MachineSettings;
  setMachine(change: Partial<MachineSettings>): void;
  rules(): PracticeRules;
  /** Checks, stores and audits `change` with before and after. Throws `InvalidRules` and changes nothing if it does not hold together. */
  setRules(change: Partial<PracticeRules>, actor: string): Promise<void>;
}

/** Keeps the 32-byte key of the store away from the data folder. */
export interface Secrets {
  /** The key named `name`, or null when there is none yet. */
  read(name: string): Promise<Buffer | null>;
  /** Makes and keeps a new random key; refuses to overwrite one. */
  create(name: string): Promise<Buffer>;
}

/** Small secrets kept inside the encrypted store: the desk's own authority and key, the key of the downtime sheet. Never exported. */
export interface Vault {
  read(name: string): Promise<string | null>;
  /** In place of what was there before; null takes it away. */
  write(name: string, value: string | null): Promise<void>;
}

/** Speaks into a sound file; the page that plays it may have no voice of its own (Electron on Linux has none). */
export interface Speech {
  /** WAV of `text` in English, or null where this machine has no voice. Never throws. */
  speak(text: string): Promise<Uint8Array | null>;
}

/** Makes papers out of HTML of ours, in a process of its own that ends with them; nothing of them is written to a disk. */
export interface Papers {
  /** A PDF of `html` on A4. @throws Error when it cannot be made in time. */
  pdf(html: string): Promise<Uint8Array>;
}

/** A page as it is to come out of a printer. */
export interface Sheet {
  /** HTML of ours, UTF-8: bytes rather than a text, so that whoever holds a credential can wipe them (`fill(0)`). */
  html: Uint8Array;
  widthMillimetres: number;
  /** Null: from a roll, as long as what stands on it. */
  heightMillimetres: number | null;
  /** What the QR code on it must say when it is read from the page as it is drawn; null: it has none. */
  link: string | null;
  /** It may go on to further sheets; all others are one sheet exactly, or are refused. */
  mayHavePages: boolean;
}

/** A page cannot be made; told by `why` alone. */
export class SheetFault extends Error {
  override readonly name = 'SheetFault';
  constructor(readonly why: SheetFaultKind) {
    super(why);
  }
}

/** A queue of the printing system as it stands. */
export interface PrinterFacts {
  name: string;
  description: string;
  location: string;
  state: 'ready' | 'busy' | 'stopped' | 'notAccepting';
  /** In the order of how much they matter; empty: nothing is wrong. */
  reasons: PrintReason[];
}

/** On the way: `making` the page, `sent` to the queue, `printing`, or `waiting` for somebody to do something. */
export interface PrintProgress {
  state: 'making' | 'sent' | 'printing' | 'waiting';
  reason: PrintReason | null;
}

/**
 * How printing ended. `printed`: the printing system says so. `failed`: nothing comes out any more. `unknown`: it may come out, or have
 * come out; somebody has to look.
 */
export interface PrintEnd {
  state: 'printed' | 'failed' | 'unknown';
  reason: PrintReason | null;
  /** The printing system still holds a copy of the page after it was told to drop it; null: it does not tell. */
  isKept: boolean | null;
  /** It would have kept one if it had not been told to drop it; null: it does not tell. */
  isKeeping: boolean | null;
}

/** Prints pages of ours from this machine. Each page is drawn in a process of its own that ends with it; nothing of it is written to a file of ours. */
export interface Printer {
  /** Every queue there is; null: no printing system answers. Never throws. */
  list(): Promise<PrinterFacts[] | null>;
  /** The page as it would be printed, as PNG, checked as before a print. @throws SheetFault. */
  picture(sheet: Sheet): Promise<{ png: Uint8Array; heightMillimetres: number; reads: string | null }>;
  /**
   * Prints one copy in the exact size. The code on the page is read and compared first. Never throws: what goes wrong is the end.
   * @param options.printer name of the queue; `title` names nobody. `told` hears of each change on the way. `signal`: calls the page back
   * from the queue, as the time-out does (two minutes, waiting for paper included), so that nothing comes out with nobody there.
   */
  print(
    sheet: Sheet,
    options: { printer: string; title: string; told(progress: PrintProgress): void; signal?: AbortSignal },
  ): Promise<PrintEnd>;
}

/** How the desk's web server stands, for staff. */
export type WebStatus =
  | { state: 'starting' | 'off' }
  | {
      state: 'listening';
      port: number;
      /** What browsers may type, without path: `https://kiosk-1:8443`. The name that stays when addresses change comes first. */
      addresses: string[];
      certificate: {
        source: 'ownAuthority' | 'practice';
        /** SHA-256 of the certificate that browsers are to trust (the authority's, or the practice's own), as `AB:CD:…`. */
        fingerprint: string;
        /** UTC instant at which what is served ends. */
        expiresAt: string;
        /** The addresses of this machine are no longer those that the authority may speak for: it must be trusted anew. */
        isToBeTrustedAnew: boolean;
      };
    }
  | {
      /** `certificateUnusable`: `reason` is one sentence for staff that names the file. */
      state: 'portTaken' | 'addressUnavailable' | 'certificateUnusable' | 'failed';
      port: number;
      reason: string;
    };

/** Closed list of event names: a log line is one of these and a few allow-listed fields, so no name or date of birth can be passed. */
export type LogEvent =
  | 'app.started'
  | 'app.ready'
  | 'app.stopping'
  | 'app.refusedSwitch'
  | 'app.failed'
  | 'store.opened'
  | 'store.fault'
  | 'store.nightlyCheck'
  | 'store.purged'
  | 'settings.setAside'
  | 'list.imported'
  | 'list.refused'
  | 'checkIn.answered'
  | 'checkIn.held'
  | 'checkIn.questionAnswered'
  | 'help.called'
  | 'alert.raised'
  | 'reception.chosen'
  | 'walkIn.joined'
  | 'control.done'
  | 'page.portRefused'
  | 'page.messageRefused'
  | 'page.denied'
  | 'page.crashed'
  | 'page.hung'
  | 'page.recovered'
  | 'page.relaunch'
  | 'procedure.failed'
  | 'visit.endedByMain'
  | 'handOver.refused'
  | 'web.listening'
  | 'web.notListening'
  | 'web.refused'
  | 'web.certificateMade'
  | 'desk.signedIn'
  | 'desk.signInRefused'
  | 'desk.refused'
  | 'desk.windowOpened'
  | 'desk.acted'
  | 'board.paired'
  | 'board.refused'
  | 'speech.failed'
  | 'watch.folderFailed'
  | 'downtime.written'
  | 'downtime.failed'
  | 'clock.jumped'
  | 'signUp.sent'
  | 'signUp.refused'
  | 'application.acted'
  | 'application.opened'
  | 'application.formMade'
  | 'applications.expired'
  | 'papers.failed'
  | 'sheet.refused'
  | 'printer.sent'
  | 'printer.ended'
  | 'printer.failed'
  | 'slip.prepared'
  | 'slip.refused'
  | 'slip.ended'
  | 'slip.forgotten'
  | 'batch.begun'
  | 'batch.ended'
  | 'ticket.printed';

export interface LogFields {
  /** Short random id that a patient-facing message may quote. */
  id?: string;
  kind?: string;
  count?: number;
  milliseconds?: number;
  day?: Day;
  procedure?: string;
  version?: number;
  /** Only for bugs: the class of the error and where it was thrown, never its message (it may quote data). */
  errorName?: string;
  where?: string;
}

export interface Log {
  info(event: LogEvent, fields?: LogFields): void;
  warn(event: LogEvent, fields?: LogFields): void;
  error(event: LogEvent, fields?: LogFields): void;
}
