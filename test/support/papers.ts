import type { Day } from '../../preload/contract/rules/dates';
import type { SlipSystem, SlipValues } from '../../preload/contract/rules/slipValues';
import type {
  BringNote,
  Calibration,
  Invitation,
  Paper,
  PaperHead,
  SetupSlip,
  Ticket,
} from '../../main/domain/slip/types';

/** How much stands on an example: as little as can be, what is usual, or as much as settings and fields let in. */
export type HowMuch = 'shortest' | 'ordinary' | 'longest';
export const howMuches = ['shortest', 'ordinary', 'longest'] as const;

const longName =
  'The Wolverhampton and Kidderminster Combined Neighbourhood Health Centre and Walk-in Surgery at Oak Lane';
const longestPath = 'https://www.nhs.uk/nhs-app/how-to-set-up-an-account-with-the-details-of-your-surgery/';

const heads: Record<HowMuch, PaperHead> = {
  shortest: { practice: 'Oak', helpPhone: null, issuedOn: '2026-05-01' as Day, isDemonstration: false },
  ordinary: {
    practice: 'Riverside Surgery',
    helpPhone: '0121 496 0123',
    issuedOn: '2026-11-23' as Day,
    isDemonstration: true,
  },
  longest: {
    practice: longName.slice(0, 100),
    helpPhone: '0121 496 0123, choose 3, Monday to Friday, 8am to 6:30pm',
    issuedOn: '2026-09-28' as Day,
    isDemonstration: true,
  },
};
const names: Record<HowMuch, string> = {
  shortest: 'Bo',
  ordinary: 'Amelia O.',
  longest: `${'Wolfeschlegelsteinhausen'.repeat(3).slice(0, 60)} Ó.`,
};
/** 200 characters at most. */
export const exampleLinks: Record<HowMuch, string> = {
  shortest: 'https://nhs.uk',
  ordinary: 'https://www.nhs.uk/nhs-app/',
  longest: longestPath + 'w'.repeat(200 - longestPath.length),
};
const values: Record<HowMuch, SlipValues> = {
  shortest: { odsCode: 'A1234', accountId: '337', secret: 'adfhkr' },
  ordinary: { odsCode: 'A83005', accountId: '1194704', secret: 'dE0f1p4aO2z35' },
  longest: {
    odsCode: 'Y08256',
    accountId: 'WMWMWM0OoIl15S2Z8B6GWMWMWM.,@-',
    secret: "WVXZ0Oo1lI|5S2Z8B6G-_~'`.,:;WMWM@@%%cvwx",
  },
};

export function exampleSetup(howMuch: HowMuch, system: SlipSystem): SetupSlip {
  return {
    ...heads[howMuch],
    kind: 'setup',
    system,
    values: system === 'nhsApp' ? null : values[howMuch],
    name: names[howMuch],
    reference: howMuch === 'shortest' ? null : 'K7M-42W',
    expiresOn: howMuch === 'shortest' ? null : ('2026-12-23' as Day),
    link: exampleLinks[howMuch],
    languages: ['en'],
    isSample: howMuch === 'longest',
  };
}

export function exampleInvitation(howMuch: HowMuch): Invitation {
  return {
    ...heads[howMuch],
    kind: 'invitation',
    name: names[howMuch],
    link: exampleLinks[howMuch],
    languages: ['en'],
  };
}

export function exampleTicket(howMuch: HowMuch, kind: 'reference' | 'ticket'): Ticket {
  const holds =
    kind === 'reference' ? { kind, reference: 'WQM-WQM' } : { kind, ticket: howMuch === 'shortest' ? 'D2' : 'WQ46' };
  return { ...heads[howMuch], kind: 'ticket', holds };
}

export function exampleBring(howMuch: HowMuch): BringNote {
  const many = (what: string): string[] =>
    Array.from(
      { length: 10 },
      (_unused, index) => `${what} number ${String(index + 1)} of a kind that many people have`,
    );
  const isLongest = howMuch === 'longest';
  return {
    ...heads[howMuch],
    kind: 'bring',
    missing: isLongest
      ? ['photo', 'address', 'interpreter', 'alone', 'otherPerson', 'proofOfAuthority']
      : howMuch === 'shortest'
        ? ['alone']
        : ['photo', 'address'],
    photoDocuments: isLongest ? many('Photo card') : ['Passport', 'Photocard driving licence', 'PASS card'],
    addressDocuments: isLongest ? many('Letter') : ['Bank statement', 'Council tax bill', 'Benefit letter'],
    addressWithinMonths: 3,
    identityCheckHours: isLongest
      ? 'Reception checks ID at these times of the week. '.repeat(4).trim()
      : 'Monday to Friday, 9am to 5pm.',
  };
}

export function exampleCalibration(howMuch: HowMuch): Calibration {
  const printer = { shortest: null, ordinary: 'Reception_A5', longest: 'Printer_'.repeat(12) }[howMuch];
  return { ...heads[howMuch], kind: 'calibration', printer, link: exampleLinks[howMuch] };
}

/** Every kind of paper, by a name for files and tests. */
export function examplePapers(howMuch: HowMuch): Record<string, Paper> {
  return {
    setupEmis: exampleSetup(howMuch, 'emis'),
    setupSystmOne: exampleSetup(howMuch, 'systmOne'),
    setupNhsApp: exampleSetup(howMuch, 'nhsApp'),
    invitation: exampleInvitation(howMuch),
    reference: exampleTicket(howMuch, 'reference'),
    ticket: exampleTicket(howMuch, 'ticket'),
    bring: exampleBring(howMuch),
    calibration: exampleCalibration(howMuch),
  };
}
