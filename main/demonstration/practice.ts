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

/** The session of `clinician`. Throws when there is no such clinician: that would be a mistake in this folder. */
export function sessionOf(clinician: string): Session {
  const session = sessions.find((candidate) => candidate.clinician === clinician);
  if (session === undefined) throw new Error(`No session of ${clinician} in the demonstration`);
  return session;
}
