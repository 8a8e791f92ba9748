import { shortDurationOf, startOf, timeOf } from './times';

/** Words of the Today tab. */
export const todayWords = {
  title: 'Today',
  loading: 'Counting today’s arrivals …',
  asOf: (at: string) => `As of ${timeOf(at)}. Counted anew every 30 seconds.`,
  asTable: 'Show as table',
  nobodyYet: 'Nobody has arrived yet today.',

  quarters: 'Arrivals by quarter of an hour',
  quartersSaid: (arrivals: number, busiest: string, most: number) =>
    `${counted(arrivals, 'arrival')} so far. Most came in the quarter of an hour from ${startOf(busiest)}: ${String(most)}.`,
  atKiosk: 'At the kiosk',
  byStaff: 'By reception',
  from: 'From',
  together: 'Together',

  share: 'Checked in at the kiosk',
  shareSaid: (part: number, of: number) =>
    `${percentOf(part, of)} at the kiosk: ${String(part)} of ${String(of)} who arrived`,
  shareOthers: 'By reception, or only in the clinical system',
  shareColumns: { how: 'How they arrived', count: 'Patients' },

  waits: 'Waits by clinician',
  waitsLead: 'From arrival, or the start of the appointment if that was later, to the call.',
  noWaits: 'Nobody has been called yet today.',
  middle: 'Middle wait (median)',
  longest: 'Longest wait',
  waitSaid: (middle: number, longest: number) => `${shortDurationOf(middle)}, longest ${shortDurationOf(longest)}`,
  notCalled: 'nobody called yet',
  unit: 'minutes',
  waitColumns: { name: 'Clinician', arrived: 'Arrived', waiting: 'Waiting', called: 'Called' },
  none: '–',

  looks: 'Worth a look',
  notFound: 'Not found at the kiosk',
  notFoundSaid: (part: number, of: number) =>
    of === 0 ? 'nobody has tried yet' : `${percentOf(part, of)}: ${String(part)} of ${counted(of, 'try', 'tries')}`,
  disputed: 'Said “This is not my appointment”',
  disputedSaid: (count: number) => counted(count, 'time'),
  unmarked: 'Not yet marked in the clinical system',
  unmarkedSaid: (part: number, of: number) => `${String(part)} of ${counted(of, 'arrival')}`,
  markTime: (minutes: number) => `The middle time from arrival to mark is ${shortDurationOf(minutes)}.`,
  noMarks: 'Nothing has been marked yet today.',
  looksColumns: { what: 'What', count: 'Today', of: 'Of' },
} as const;

/** A share in whole percent; `0 %` and `100 %` are said only where that is so. */
export function percentOf(part: number, of: number): string {
  if (of === 0) return '0 %';
  const rounded = Math.round((100 * part) / of);
  const honest = part > 0 && part < of ? Math.min(99, Math.max(1, rounded)) : rounded;
  return `${String(honest)} %`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${String(count)} ${count === 1 ? one : many}`;
}
