import { timeOf } from './times';

/** Words of the parts that every tab uses. */
export const partsWords = { close: 'Close' } as const;

const failures: Readonly<Record<string, string>> = {
  LOST: 'The kiosk machine cannot be reached, so it is not known whether this was done. Look again in a moment.',
  FORBIDDEN: 'Your account may not do this. Ask your practice manager.',
};

/** Why a call failed, where nothing better is known. */
export function failureWords(code: string): string {
  return failures[code] ?? 'Something went wrong on the kiosk machine. Look whether it was done, then try again.';
}

const closedReasons = {
  noList: 'there is no list for today',
  staleList: 'the list is too old',
  noSite: 'the machine does not know which site it stands at',
  siteNotListed: 'the site of the machine is not on the list',
  nobodyKnows: 'no desk was connected',
  clockBehind: 'the clock of the machine is wrong',
  notInService: 'the kiosk is out of service',
} as const;

/** Words of the page around the tabs. */
export const frameWords = {
  title: 'Reception desk',
  modes: {
    demonstration: 'DEMONSTRATION',
    trial: 'Trial: also tell reception you are here',
    live: null,
  },
  modesShort: { demonstration: 'DEMONSTRATION', trial: 'Trial', live: null },
  trialExplained: 'Trial: patients are asked to tell reception that they are here, too',
  bar: 'Pages and state of the desk',
  tabs: 'Pages of the desk',
  noTabs: 'Your account has no page here yet. Ask your practice manager for a role.',
  connecting: 'Connecting to the kiosk machine',
  unreachable: 'The kiosk machine cannot be reached. This page keeps trying.',
  lock: 'Lock',
  signOut: 'Sign out',
  notSignedOut: 'The kiosk machine cannot be reached, so you are not signed out. The desk is locked instead.',
  own: (name: string) => `${name}: your account`,
  mute: 'Mute sounds',
  muteTitle: 'For 30 minutes. Calls for help still sound.',
  muted: (until: string) => `Muted until ${timeOf(until)}`,
  soundWaits: 'No sound until you click here',
  status: 'State of check-in',
  open: 'Check-in open',
  closed: (reason: keyof typeof closedReasons) => `Check-in closed: ${closedReasons[reason]}`,
  listAsOf: (instant: string) => `List as of ${timeOf(instant)}`,
  noList: 'No list for today',
  listOld: (minutes: string) => `${minutes} old`,
  toLists: 'go to Lists',
  notFound: (count: number) => `${String(count)} not found since`,
  notFoundTitle: 'People who could not be found since this list came into use. They may have booked after it.',
  unmarked: (count: number) => `${String(count)} to mark`,
  unmarkedTitle: 'Arrivals that are not marked in the clinical system',
  desks: (count: number) => `${String(count)} ${count === 1 ? 'desk' : 'desks'} connected`,
  walkIn: (name: string, until: string) => `${name} until ${until}`,
  lostSince: (instant: string) => `Connection lost since ${timeOf(instant)}. What you see may be out of date.`,
  crashedTitle: 'This page could not be shown',
  crashed: 'Nothing was changed by that. Try again; if it happens again, tell whoever looks after the kiosk.',
  tryAgain: 'Try again',
  /** Names of the tabs, fixed (design §11). */
  tabNames: {
    arrivals: 'Arrivals',
    room: 'Room',
    applications: 'Applications',
    slips: 'Slips',
    lists: 'Lists',
    today: 'Today',
    figures: 'Figures',
    staff: 'Staff',
    audit: 'Audit',
    settings: 'Settings',
    machine: 'Machine',
  },
  /** Title of the browser's tab: numbers, and nobody. */
  pageTitle: (practice: string, alerts: number, waiting: number | null) =>
    [
      alerts > 0 ? `(${String(alerts)}) ` : '',
      waiting === null ? '' : `${String(waiting)} waiting · `,
      `Desk · ${practice}`,
    ].join(''),
} as const;
