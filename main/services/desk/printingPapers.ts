import type { ComeBack } from '../../../preload/contract/desk/applications';
import type { CheckPage } from '../../../preload/contract/desk/printing';
import type { SlipSystem } from '../../../preload/contract/rules/slipValues';
import { daysAfter } from '../../domain/application/reviews';
import type { BringNote, Calibration, Invitation, PaperHead, SetupSlip } from '../../domain/slip/types';
import type { PracticeRules } from '../../domain/types';
import type { Clock, MachineSettings, Settings } from '../ports';
import { isSameQueue } from './printingQueue';

/** What papers of the practice are made of. */
export interface PapersOf {
  clock: Pick<Clock, 'now'>;
  settings: Pick<Settings, 'rules'>;
  isDemonstration: boolean;
}

/** Where the QR code of a slip for `system` leads to. */
export function linkOf(rules: PracticeRules, system: SlipSystem): string {
  return { emis: rules.emisLink, systmOne: rules.systmOneLink, nhsApp: rules.nhsAppLink }[system];
}

/** What every paper of the practice says of itself, today. */
export function paperHead({ clock, settings, isDemonstration }: PapersOf): PaperHead {
  const { practiceName: practice, helpPhone } = settings.rules();
  return { practice, helpPhone, issuedOn: clock.now().day, isDemonstration };
}

/** A page that names nobody, to see whether a printer and the settings are right. @param printer is named on the calibration page; null: not yet chosen. */
export function checkPaper(parts: PapersOf, page: CheckPage, printer: string | null): SetupSlip | Calibration {
  const rules = parts.settings.rules();
  const head = paperHead(parts);
  if (page.kind === 'calibration') return { ...head, kind: 'calibration', printer, link: rules.startLink };
  const { system } = page;
  const { slipExpiryDays } = rules;
  return {
    ...head,
    kind: 'setup',
    system,
    // Every character that is mistaken for another, so that whoever holds the sample sees how they are told apart.
    values: system === 'nhsApp' ? null : { odsCode: rules.odsCode ?? 'X00000', ...madeUp[system] },
    name: 'Sam P.',
    reference: null,
    expiresOn: slipExpiryDays === null ? null : daysAfter(head.issuedOn, slipExpiryDays),
    link: linkOf(rules, system),
    languages: ['en'],
    isSample: true,
  };
}

const madeUp = {
  emis: { accountId: '100200301', secret: 'SAMPLE0O1lI5S2Z8B' },
  systmOne: { accountId: 'sample0O1l', secret: 'SAMPLE0O1lI5S2Z8B' },
} as const;

/** What to bring the next time; each kind once. */
export function bringPaper(parts: PapersOf, missing: readonly ComeBack[]): BringNote {
  const { photoDocuments, addressDocuments, addressWithinMonths, identityCheckHours } = parts.settings.rules();
  return {
    ...paperHead(parts),
    kind: 'bring',
    missing: [...new Set(missing)],
    photoDocuments,
    addressDocuments,
    addressWithinMonths,
    identityCheckHours,
  };
}

/** @param name as `slipName` makes it. */
export function invitationPaper(parts: PapersOf, name: string): Invitation {
  return { ...paperHead(parts), kind: 'invitation', name, link: parts.settings.rules().startLink, languages: ['en'] };
}

/** Nothing that names somebody may come out where the public stands (design §8). */
export function isAtKiosk({ kioskPrinter }: Pick<MachineSettings, 'kioskPrinter'>, printer: string): boolean {
  return kioskPrinter !== null && isSameQueue(kioskPrinter, printer);
}
