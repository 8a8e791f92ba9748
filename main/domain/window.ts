import { instantOf, minute } from './time';
import type { CheckInWindow, ListedAppointment, Now, PracticeRules } from './types';

/** The first and the last minute in which check-in is open, as instants in milliseconds since the epoch; both belong to it. */
export interface Opening {
  opensAt: number;
  closesAt: number;
}

export type Timeliness = 'early' | 'open' | 'late';

type Scheduled = Pick<ListedAppointment, 'start' | 'clinician' | 'slotType' | 'location' | 'isNurseLed'>;

/**
 * The minutes around the start in which this appointment's patient may check in (design §6). What was set for the fewest
 * appointments wins: clinician, then slot type, then site, then nurse-led sessions, then the practice's default.
 */
export function windowFor(appointment: Scheduled, rules: PracticeRules): CheckInWindow {
  return (
    named(rules.clinicianWindows, appointment.clinician) ??
    named(rules.slotTypeWindows, appointment.slotType) ??
    named(rules.siteWindows, appointment.location) ??
    (appointment.isNurseLed ? rules.nurseLedWindow : rules.window)
  );
}

/** When check-in for `appointment` opens and closes in real time: minutes pass as they do, whatever the clocks are changed to. */
export function openingOf(appointment: Scheduled, rules: PracticeRules): Opening {
  const window = windowFor(appointment, rules);
  const start = instantOf(appointment.start);
  return { opensAt: start - window.earlyMinutes * minute, closesAt: start + window.lateMinutes * minute };
}

/** Where `now` lies. Counted to the minute and with both ends: "10 minutes late" is in time until the clock shows 11. */
export function timelinessOf(opening: Opening, now: Now): Timeliness {
  const thisMinute = Math.floor(now.epochMilliseconds / minute) * minute;
  if (thisMinute < opening.opensAt) return 'early';
  return thisMinute > opening.closesAt ? 'late' : 'open';
}

function named(windows: Record<string, CheckInWindow>, name: string | null): CheckInWindow | undefined {
  // A clinician called "constructor" has no window of their own.
  return name !== null && Object.hasOwn(windows, name) ? windows[name] : undefined;
}
