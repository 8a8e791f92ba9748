import { namedIn } from './names';
import { instantOf, minute } from './time';
import type { CheckInWindow, LatePolicy, ListedAppointment, Now, PracticeRules } from './types';

/**
 * The first and the last minute in which check-in is open, as instants in milliseconds since the epoch; both belong to it. Up to
 * `acceptedUntil` somebody late is checked in all the same; it is `closesAt` where late patients go to reception.
 */
export interface Opening {
  opensAt: number;
  closesAt: number;
  acceptedUntil: number;
}

/** `acceptedLate`: later than the window, but checked in by the practice's late policy. */
export type Timeliness = 'early' | 'open' | 'acceptedLate' | 'late';

type Scheduled = Pick<ListedAppointment, 'start' | 'clinician' | 'slotType' | 'location' | 'isNurseLed'>;

/**
 * The minutes around the start in which this appointment's patient may check in (design §6). What was set for the fewest
 * appointments wins: clinician, then slot type, then site, then nurse-led sessions, then the practice's default.
 */
export function windowFor(appointment: Scheduled, rules: PracticeRules): CheckInWindow {
  return (
    namedIn(rules.clinicianWindows, appointment.clinician) ??
    namedIn(rules.slotTypeWindows, appointment.slotType) ??
    namedIn(rules.siteWindows, appointment.location) ??
    (appointment.isNurseLed ? rules.nurseLedWindow : rules.window)
  );
}

/** What happens to who is late for this clinician: set for the clinician, else the practice's. */
export function latePolicyFor(appointment: Pick<Scheduled, 'clinician'>, rules: PracticeRules): LatePolicy {
  return namedIn(rules.clinicianLatePolicies, appointment.clinician) ?? rules.latePolicy;
}

/** When check-in for `appointment` opens and closes in real time: minutes pass as they do, whatever the clocks are changed to. */
export function openingOf(appointment: Scheduled, rules: PracticeRules): Opening {
  const window = windowFor(appointment, rules);
  const start = instantOf(appointment.start);
  const closesAt = start + window.lateMinutes * minute;
  const lateLimit = start + rules.lateLimitMinutes * minute;
  const isAccepted = latePolicyFor(appointment, rules) === 'checkIn';
  return {
    opensAt: start - window.earlyMinutes * minute,
    closesAt,
    acceptedUntil: isAccepted ? Math.max(closesAt, lateLimit) : closesAt,
  };
}

/** Where `now` lies. Counted to the minute and with all ends: "10 minutes late" is in time until the clock shows 11. */
export function timelinessOf(opening: Opening, now: Now): Timeliness {
  const thisMinute = Math.floor(now.epochMilliseconds / minute) * minute;
  if (thisMinute < opening.opensAt) return 'early';
  if (thisMinute <= opening.closesAt) return 'open';
  return thisMinute <= opening.acceptedUntil ? 'acceptedLate' : 'late';
}
