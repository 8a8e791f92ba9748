import type { AlsoToday, PublicAppointment } from '../../preload/contract/kiosk';
import type { ClockTime } from '../../preload/contract/rules/dates';
import { byStart, joinAdjacent } from './appointments';
import { standingOf, type Standings, type Surroundings } from './standing';
import { clockTimeOf, minute, nowAt } from './time';
import type { Appointment, Arrival, NotCheckedInReason, PracticeRules } from './types';

interface GoodDecision {
  /** Rows to write an arrival for, every slot of them, in time order; for `already` those without one yet (may be none). */
  appointments: Appointment[];
  /** What the ending names, in time order: slots in a row once, at the first start. Never empty. */
  shown: PublicAppointment[];
  /** The patient's other appointments today, in time order, and what to do about each. */
  also: AlsoToday[];
}

/** What an identified patient is answered, before anything is written. */
export type Decision =
  | ({ kind: 'checkIn' } & GoodDecision)
  | ({ kind: 'already' } & GoodDecision)
  | { kind: 'tooEarly'; from: ClockTime }
  | { kind: 'byPhone' }
  | { kind: 'byVideo' }
  | { kind: 'homeVisit' }
  | { kind: 'otherSite'; site: string }
  | { kind: 'reception'; reason: NotCheckedInReason };

export interface Presence extends Surroundings {
  /** All appointments of one patient today, whatever their status. */
  appointments: readonly Appointment[];
  /** All arrivals of the same patient today, disputed ones too. */
  arrivals: readonly Arrival[];
}

/**
 * Decides what an identified patient is told (design §6 "Which appointments?"). Every state has an answer. In this order:
 * something open: check in, with later ones here within `joinMinutes` of it · already arrived, here or by the list · disputed
 * or too late here: reception · what is nearest in time decides among too early, elsewhere, not attended here and unknown ·
 * only cancelled and finished ones: reception.
 */
export function decide(presence: Presence): Decision {
  const all = joinAdjacent(presence.appointments).map((slots) => standingOf(slots, presence));
  const open = all.filter(({ standing }) => standing.kind === 'open');
  if (open.length > 0) return checkIn(all, open, presence.rules);
  const listed = new Set(presence.appointments.map(({ id }) => id));
  // Arrivals whose appointment a newer list no longer has: the patient was told "checked in", so that stays true.
  const strays = presence.arrivals.filter(({ appointmentId }) => appointmentId === null || !listed.has(appointmentId));
  const arrived = all.filter(({ standing }) => standing.kind === 'arrived');
  const arrivedStrays = strays.filter(({ state }) => state === 'arrived');
  if (arrived.length + arrivedStrays.length > 0) return already(all, arrived, arrivedStrays, presence.arrivals);
  if (strays.length > 0 || all.some(({ standing }) => standing.kind === 'over' && standing.reason === 'disputed')) {
    return { kind: 'reception', reason: 'disputed' };
  }
  if (all.some(({ standing }) => standing.kind === 'late')) return { kind: 'reception', reason: 'tooLate' };
  const deciding = nearest(all.filter(mayBeMeant), presence) ?? nearest(all, presence);
  return deciding === undefined ? { kind: 'reception', reason: 'cancelled' } : notCheckedIn(deciding);
}

function checkIn(all: Standings[], open: Standings[], rules: PracticeRules): Decision {
  const joins = ({ standing, start }: Standings): boolean =>
    standing.kind === 'early' &&
    open.some((first) => start >= first.start && start - first.start <= rules.joinMinutes * minute);
  const covered = all.filter((one) => open.includes(one) || joins(one));
  return {
    kind: 'checkIn',
    appointments: covered.flatMap(({ slots }) => slots),
    shown: covered.map(({ slots: [first] }) => toShown(first)),
    also: all.filter((one) => !covered.includes(one)).flatMap(toAlso),
  };
}

function already(all: Standings[], arrived: Standings[], strays: Arrival[], arrivals: readonly Arrival[]): Decision {
  const known = new Set(arrivals.map(({ appointmentId }) => appointmentId));
  const shown = [...arrived.map(({ slots: [first] }) => first), ...strays].sort(byStart);
  return {
    kind: 'already',
    appointments: arrived.flatMap(({ slots }) => slots).filter(({ id }) => !known.has(id)),
    shown: shown.map(toShown),
    also: all.flatMap(toAlso),
  };
}

/** Could the patient be here for it? Not for what was cancelled or is finished, nor for a call not answered. */
function mayBeMeant({ standing, isHere }: Standings): boolean {
  if (standing.kind !== 'over') return true;
  return standing.reason === 'unknownStatus' || (standing.reason === 'didNotAttend' && isHere);
}

/** The one that starts nearest to now; of two as near, the one here, then the earlier. */
function nearest(some: Standings[], { now }: Presence): Standings | undefined {
  const distance = ({ start }: Standings): number => Math.abs(start - now.epochMilliseconds);
  return [...some].sort(
    (one, other) => distance(one) - distance(other) || Number(other.isHere) - Number(one.isHere),
  )[0];
}

function notCheckedIn({ standing, slots: [first], opening }: Standings): Decision {
  switch (standing.kind) {
    case 'early':
      return { kind: 'tooEarly', from: nowAt(opening.opensAt).time };
    case 'elsewhere':
      return standing.where === 'otherSite'
        ? { kind: 'otherSite', site: first.location ?? '' }
        : { kind: standing.where };
    case 'over':
      return { kind: 'reception', reason: standing.reason };
    case 'late':
    case 'open':
    case 'arrived':
      // Answered before; if that ever changes, a human decides.
      return { kind: 'reception', reason: 'tooLate' };
  }
}

function toShown(row: Pick<Appointment, 'start' | 'clinician' | 'location'>): PublicAppointment {
  return { time: clockTimeOf(row.start), clinician: row.clinician, place: row.location };
}

/** Nothing is said of what is arrived, cancelled or finished: there is nothing to do about it. */
function toAlso({ standing, slots: [first], opening }: Standings): AlsoToday[] {
  const time = clockTimeOf(first.start);
  switch (standing.kind) {
    case 'early':
      return [{ kind: 'later', time, clinician: first.clinician, from: nowAt(opening.opensAt).time }];
    case 'late':
      return [{ kind: 'askReception', time }];
    case 'elsewhere':
      return standing.where === 'otherSite'
        ? [{ kind: 'otherSite', time, site: first.location ?? '' }]
        : [{ kind: standing.where, time }];
    case 'over':
      return standing.reason === 'unknownStatus' || standing.reason === 'disputed'
        ? [{ kind: 'askReception', time }]
        : [];
    case 'open':
    case 'arrived':
      return [];
  }
}
