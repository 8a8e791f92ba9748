import type { ClockTime } from '../../preload/contract/rules/dates';
import { formatTime } from './times';

/** Every word of the waiting room's board; the practice's own lines, rooms and ways come from its settings. */
export const boardWords = {
  title: 'Board',
  starting: 'One moment please',
  unreachable: 'This board cannot reach the kiosk. It tries again by itself.',
  unpaired: {
    heading: 'Type this code at a desk',
    where: 'Machine → Boards',
  },
  demonstration: 'DEMONSTRATION',
  trial: 'Trial: also listen for staff',
  calledNow: 'Please come in',
  called: 'Called',
  nobody: 'Nobody is being called at the moment',
  stayNear: 'Please take a seat. You will be called on this screen or by a member of staff.',
  lost: (time: string) => `Not up to date since ${time}. Listen for staff or ask at reception.`,
  /** Read out by a screen reader; what the voice of the board says comes from the machine. */
  announcement: (shown: string, room: string | null, direction: string | null) =>
    [`${shown}, please come in`, room, direction].filter((part) => part !== null).join('. '),
  turnSoundOn: 'Turn sound on',
} as const;

const londonClock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** London time of day as the NHS writes it, of milliseconds since 1970. */
export function clockOf(epochMilliseconds: number): string {
  return formatTime(londonClock.format(epochMilliseconds) as ClockTime);
}
