import type { Place, PracticeRules } from '../domain/types';

export const practiceName = 'Harbour View Surgery';

export const mainSite = 'Main Surgery';
export const branchSite = 'Branch Surgery';

export const doctorRao = 'Dr Anita Rao';
export const doctorWhitfield = 'Dr Thomas Whitfield';
export const nurseMensah = 'Grace Mensah';
export const physiotherapistPrice = 'Callum Price';
export const pharmacistYusuf = 'Hana Yusuf';

/** How one clinician's day looks. Display names carry no role (design §6), so what the role decides is said here. */
export interface Session {
  clinician: string;
  site: string;
  isNurseLed: boolean;
  slotType: string;
  /** Of a hundred ordinary appointments, how many are by phone and how many by video. */
  phonePercent: number;
  videoPercent: number;
}

export const sessions: readonly Session[] = [
  {
    clinician: doctorRao,
    site: mainSite,
    isNurseLed: false,
    slotType: 'GP appointment',
    phonePercent: 25,
    videoPercent: 4,
  },
  {
    clinician: doctorWhitfield,
    site: mainSite,
    isNurseLed: false,
    slotType: 'GP appointment',
    phonePercent: 25,
    videoPercent: 4,
  },
  {
    clinician: nurseMensah,
    site: mainSite,
    isNurseLed: true,
    slotType: 'Nurse appointment',
    phonePercent: 4,
    videoPercent: 0,
  },
  {
    clinician: physiotherapistPrice,
    site: mainSite,
    isNurseLed: false,
    slotType: 'Physiotherapy',
    phonePercent: 10,
    videoPercent: 2,
  },
  {
    clinician: pharmacistYusuf,
    site: branchSite,
    isNurseLed: false,
    slotType: 'Medication review',
    phonePercent: 50,
    videoPercent: 0,
  },
];

/**
 * How the made-up practice works, over the defaults: it calls patients from this system, so that tickets and waits can be seen, and asks a
 * question of its own. A walk-in session is opened by its staff, as in any practice. Sign-up has no closed hours, so that it can be tried at any
 * time of day.
 */
export const demonstrationRules: Partial<PracticeRules> = {
  calling: 'here',
  places: {
    [doctorRao]: place('Waiting area A', 'Room 1'),
    [doctorWhitfield]: place('Waiting area A', 'Room 2'),
    [nurseMensah]: place('Waiting area B', 'Room 4'),
    [physiotherapistPrice]: place('Waiting area B', 'Room 5'),
    [pharmacistYusuf]: place('Waiting area', 'Room 1'),
  },
  mapWords: null,
  signUpClosed: { monday: [], tuesday: [], wednesday: [], thursday: [], friday: [], saturday: [], sunday: [] },
  ownQuestion: { text: 'Has your address or phone number changed?', choices: ['Yes', 'No'] },
};

function place(waitingArea: string, room: string): Place {
  return { waitingArea, room };
}

/** The session of `clinician`. Throws when there is no such clinician: that would be a mistake in this folder. */
export function sessionOf(clinician: string): Session {
  const session = sessions.find((candidate) => candidate.clinician === clinician);
  if (session === undefined) throw new Error(`No session of ${clinician} in the demonstration`);
  return session;
}
