import type { ComeBack } from '../../../../preload/contract/desk/applications';
import type { Day } from '../../../../preload/contract/rules/dates';
import type { SlipSystem, SlipValues, Spelled } from '../../../../preload/contract/rules/slipValues';

/** Systems that give out details. */
type SystemWithDetails = Exclude<SlipSystem, 'nhsApp'>;

/** A detail as the app calls it in which it is typed, and where that is or what else it may be called there. */
export interface FieldWords {
  label: string;
  where: string;
}

/** Every word of the papers in one language. A further language is one more file of this shape, and a line in `catalogues.ts`. */
export interface PaperWords {
  /** BCP 47: which voice and which hyphens. */
  language: string;
  direction: 'ltr' | 'rtl';
  day: (day: Day) => string;
  for: string;
  issued: string;
  needHelp: string;
  ring: string;
  askReception: string;
  /** What the QR code does, above the link in words. */
  scan: string;
  opens: string;

  setup: {
    heading: string;
    sample: string;
    /** Leads in the details. */
    details: string;
    typing: string;
    fields: Record<SystemWithDetails, Record<keyof SlipValues, FieldWords>>;
    key: string;
    /** `zero`, `capital O`, `small L`; a sign is called by its name. */
    called: (character: Spelled) => string;
    whatToDo: string;
    steps: Record<SlipSystem, readonly [string, string, string]>;
    noDetails: string;
    secret: { heading: string; lines: readonly string[]; lost: string };
    /** Leads in the reference of the application. */
    reference: string;
    system: string;
    systems: Record<SlipSystem, string>;
    expires: string;
  };
  invitation: {
    heading: string;
    dear: string;
    lead: string;
    can: readonly string[];
    how: string;
    steps: readonly [string, string, string];
    noPhotoId: string;
    choice: string;
    nothingOfYou: string;
  };
  ticket: {
    reference: string;
    ticket: string;
    referenceNext: string;
    ticketNext: string;
    worse: string;
  };
  bring: {
    heading: string;
    lead: string;
    items: Record<ComeBack, { heading: string; text: string }>;
    oneOf: string;
    /** How old what shows the address may be, in months. */
    dated: (months: number) => string;
    when: string;
    care: string;
  };
  calibration: {
    heading: string;
    lead: string;
    printer: string;
    noPrinter: string;
    rulers: string;
    edge: string;
    sizes: string;
    sample: string;
    greys: string;
    lookAlikes: string;
    codes: string;
  };
}
