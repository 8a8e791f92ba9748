import type { ComeBack } from '../../../preload/contract/desk/applications';
import type { Day } from '../../../preload/contract/rules/dates';
import type { SlipSystem, SlipValues } from '../../../preload/contract/rules/slipValues';

/** Languages that slips are written in beside English; none yet (a language is a catalogue of its words, and a line here). */
export type SlipLanguage = 'en';

/** What every paper of the practice says of itself. */
export interface PaperHead {
  practice: string;
  /** Whom to ring; null: it says to ask reception. */
  helpPhone: string | null;
  issuedOn: Day;
  isDemonstration: boolean;
}

/** The setup slip (design §8): never an NHS number, a date of birth or an address; of the name at most what `slipName` makes of it. */
export interface SetupSlip extends PaperHead {
  kind: 'setup';
  system: SlipSystem;
  /** Null where the system has none. */
  values: SlipValues | null;
  /** First name and initial: `Amelia O.` */
  name: string;
  /**
   * Of the application, as the patient got it at the kiosk and the desk shows it: by it staff tell two slips of one name apart. It opens nothing.
   * Null: it is of no application.
   */
  reference: string | null;
  expiresOn: Day | null;
  link: string;
  /** English first. */
  languages: readonly SlipLanguage[];
  /** Made-up details: it says across that it is a sample. */
  isSample: boolean;
}

/** To somebody without an account. */
export interface Invitation extends PaperHead {
  kind: 'invitation';
  name: string;
  link: string;
  languages: readonly SlipLanguage[];
}

/** From the kiosk: a reference or a ticket, and nothing else. `code`: a QR code of the reference, which a desk's scanner reads. */
export interface Ticket extends PaperHead {
  kind: 'ticket';
  holds: { kind: 'reference'; reference: string } | { kind: 'ticket'; ticket: string };
}

/** What to bring, without a name. */
export interface BringNote extends PaperHead {
  kind: 'bring';
  missing: readonly ComeBack[];
  photoDocuments: readonly string[];
  addressDocuments: readonly string[];
  addressWithinMonths: number;
  identityCheckHours: string;
}

/** Rulers, the sizes of text, a QR code and every look-alike, so that somebody can see whether a printer is set up right. */
export interface Calibration extends PaperHead {
  kind: 'calibration';
  printer: string | null;
  link: string;
}

/** Every paper that is printed in the sizes of `PaperSize`. */
export type Paper = SetupSlip | Invitation | Ticket | BringNote | Calibration;
