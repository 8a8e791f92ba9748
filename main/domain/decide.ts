import { Temporal } from 'temporal-polyfill';
import type { AlsoToday, OtherToday, PublicAppointment } from '../../preload/contract/kiosk';
import type { ClockTime } from '../../preload/contract/rules/dates';
import { byStart, joinAdjacent } from './appointments';
import { markingOf, mayBeComing, modeOf, patientMarkingOf, withoutPrivate } from './marking';
import { standingOf, type Standings, type Surroundings } from './standing';
import { minute, nowAt } from './time';
import { othersOf, toAlso, toShown, toShownHere } from './told';
import type { Appointment, Arrival, NotCheckedInReason } from './types';

export interface GoodDecision {
  /** Rows to write an arrival for, every slot of them, in time order; for `already` those without one yet (may be none). */
  appointments: Appointment[];
  /** Ids of those that are checked in after their window, by the practice's late policy. */
  lateIds: number[];
  /** What the ending names: first where they are being called to, then in time order; slots in a row once, at the first start. Never empty. */
  shown: PublicAppointment[];
  /** `already`: ids of the arrivals behind `shown`, and of no other: what the patient may disown. Empty for `checkIn`. */
  shownArrivalIds: string[];
  /** The patient's other appointments today, in time order, and what to do about each. */
  also: AlsoToday[];
  /** Checked in late: they may have to wait. */
  isLate: boolean;
  /** They are being called to the first of `shown`: from here, or the list says "send in". */
  isBeingCalled: boolean;
}

/** What an identified patient is answered, before anything is written. */
export type Outcome =
  | ({ kind: 'checkIn' } & GoodDecision)
  | ({ kind: 'already' } & GoodDecision)
  /** `opensAt`: the UTC instant, with milliseconds, at which London clocks show `from`. */
  | { kind: 'tooEarly'; from: ClockTime; opensAt: string; others: OtherToday[] }
  | { kind: 'tooLate' }
  | { kind: 'byPhone' | 'byVideo' | 'homeVisit'; others: OtherToday[] }
  | { kind: 'otherSite'; site: string; others: OtherToday[] }
  | { kind: 'reception'; reason: NotCheckedInReason };

/** `hasPrivate`: something private is on today that no screen may mention; for the desk alone. */
export type Decision = Outcome & { hasPrivate: boolean };

export interface Presence extends Surroundings {
  /** All appointments of one patient today, whatever their status. */
  appointments: readonly Appointment[];
  /** All arrivals of the same patient today, disputed ones too. */
  arrivals: readonly Arrival[];
}

/**
 * Decides what an identified patient is told (design §6 "Which appointments?"). Every state has an answer. In this order:
 * the patient is private: reception · something open, or late where that is accepted: check in, with later ones here within
 * `joinMinutes` of it, unless something is flagged · already arrived, here or by the list · contradicted, disputed, flagged or
 * too late here · what is nearest in time decides among too early, elsewhere, not attended here and unknown · only
 * cancelled, left and finished ones: reception. Private appointments decide nothing and are named nowhere; with nothing else
 * left they are reception.
 */
export function decide(presence: Presence): Decision {
  const { rules } = presence;
  const marking = patientMarkingOf(presence.appointments);
  if (marking === 'private') return { kind: 'reception', reason: 'private', hasPrivate: true };
  const hidden = presence.appointments.filter((appointment) => markingOf(appointment, rules) === 'private');
  const ordinary = presence.appointments.filter((appointment) => !hidden.includes(appointment));
  const arrivals = withoutPrivate(presence.arrivals, ordinary, hidden);
  const hasPrivate = hidden.some(mayBeComing);
  if (hidden.length > 0 && ordinary.length + arrivals.length === 0) {
    return { kind: 'reception', reason: 'private', hasPrivate };
  }
  const outcome = decideOrdinary({ ...presence, appointments: ordinary, arrivals }, marking === 'seeReception');
  const isNothingElseLeft =
    outcome.kind === 'reception' && (outcome.reason === 'cancelled' || outcome.reason === 'finished');
  return hasPrivate && isNothingElseLeft
    ? { kind: 'reception', reason: 'private', hasPrivate }
    : { ...outcome, hasPrivate };
}

function decideOrdinary(presence: Presence, isPatientFlagged: boolean): Outcome {
  const { rules, arrivals } = presence;
  const appointments = presence.appointments.map((appointment) => {
    const mode = modeOf(appointment, rules);
    return mode === appointment.mode ? appointment : { ...appointment, mode };
  });
  const all = joinAdjacent(appointments).map((slots) => standingOf(slots, presence, isPatientFlagged));
  const isFlagged = isPatientFlagged || all.some(({ standing }) => standing.kind === 'flagged');
  const open = all.filter(({ standing }) => standing.kind === 'open' || standing.kind === 'acceptedLate');
  const listed = new Set(appointments.map(({ id }) => id));
  // Arrivals whose appointment a newer list no longer has: the patient was told "checked in", so that stays true.
  const strays = arrivals.filter(({ appointmentId }) => appointmentId === null || !listed.has(appointmentId));
  const arrivedStrays = strays.filter(({ state }) => state === 'arrived');
  if (open.length > 0 && !isFlagged) return checkIn(all, open, arrivedStrays, presence);
  if (all.some(isArrived) || arrivedStrays.length > 0) return already(all, arrivedStrays, presence);
  if (all.some((one) => isOver(one, 'contradicted'))) return { kind: 'reception', reason: 'contradicted' };
  if (strays.length > 0 || all.some((one) => isOver(one, 'disputed'))) return { kind: 'reception', reason: 'disputed' };
  if (isFlagged) return { kind: 'reception', reason: 'flagged' };
  if (all.some(({ standing }) => standing.kind === 'late')) return { kind: 'tooLate' };
  const deciding = nearest(all.filter(mayBeMeant), presence) ?? nearest(all, presence);
  return deciding === undefined ? { kind: 'reception', reason: 'cancelled' } : notCheckedIn(deciding, all);
}

function checkIn(all: Standings[], open: Standings[], strays: Arrival[], presence: Presence): Outcome {
  const { rules } = presence;
  const joins = ({ standing, start }: Standings): boolean =>
    standing.kind === 'early' &&
    open.some((first) => start >= first.start && start - first.start <= rules.joinMinutes * minute);
  const covered = all.filter((one) => open.includes(one) || joins(one));
  // Who is being called somewhere else this moment must hear of that first.
  const { called } = whatTheyAreHereFor(all, strays, presence);
  const late = open.filter(({ standing }) => standing.kind === 'acceptedLate');
  return {
    kind: 'checkIn',
    appointments: covered.flatMap(({ slots }) => slots),
    lateIds: late.flatMap(({ slots }) => slots.map(({ id }) => id)),
    shown: [...called, ...covered.map(({ slots: [first] }) => toShown(first, rules))],
    // Only what is added now is this visitor's word; who is being called was checked in before.
    shownArrivalIds: [],
    also: all.filter((one) => !covered.includes(one)).flatMap(toAlso),
    isLate: late.length > 0,
    isBeingCalled: called.length > 0,
  };
}

function already(all: Standings[], strays: Arrival[], presence: Presence): Outcome {
  const { arrivals } = presence;
  const known = new Set(arrivals.map(({ appointmentId }) => appointmentId));
  const { called, waiting } = whatTheyAreHereFor(all, strays, presence);
  const slots = all.filter(isArrived).flatMap((one) => one.slots);
  const own = arrivals.filter(({ appointmentId }) => slots.some(({ id }) => id === appointmentId));
  const standing = [...own, ...strays].filter(({ state }) => state === 'arrived');
  return {
    kind: 'already',
    appointments: slots.filter(({ id }) => !known.has(id)),
    lateIds: [],
    shown: [...called, ...waiting],
    also: all.flatMap(toAlso),
    shownArrivalIds: standing.map(({ id }) => id),
    isLate: standing.some(({ isLate }) => isLate),
    isBeingCalled: called.length > 0,
  };
}

/**
 * What somebody is checked in to, by whether they are being called to it this moment; each in time order.
 * @param strays arrivals that no list holds any more.
 */
function whatTheyAreHereFor(
  all: readonly Standings[],
  strays: readonly Arrival[],
  presence: Presence,
): { called: PublicAppointment[]; waiting: PublicAppointment[] } {
  const { arrivals, staff } = presence;
  const isCalledHere = ({ id }: Arrival): boolean => staff?.calledTo.has(id) === true;
  const listed = all.filter(isArrived).map((one) => {
    const own = arrivals.filter(
      ({ appointmentId, state }) => state === 'arrived' && one.slots.some(({ id }) => id === appointmentId),
    );
    return { row: one.slots[0], arrival: own.find(isCalledHere) ?? own.sort(byStart)[0], isCalled: isCalled(one) };
  });
  const lost = strays.map((arrival) => ({ row: arrival, arrival, isCalled: isCalledHere(arrival) }));
  const here = [...listed, ...lost].sort((one, other) => byStart(one.row, other.row));
  const shownWhere = (isBeingCalled: boolean): PublicAppointment[] =>
    here.filter((one) => one.isCalled === isBeingCalled).map(({ row, arrival }) => toShownHere(row, arrival, presence));
  return { called: shownWhere(true), waiting: shownWhere(false) };
}

function isArrived({ standing }: Standings): boolean {
  return standing.kind === 'arrived';
}

function isCalled({ standing }: Standings): boolean {
  return standing.kind === 'arrived' && standing.isCalled;
}

function isOver({ standing }: Standings, reason: NotCheckedInReason): boolean {
  return standing.kind === 'over' && standing.reason === reason;
}

/** Could the patient be here for it? Not for what was cancelled, has been or was left, nor for a call not answered. */
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

function notCheckedIn(deciding: Standings, all: Standings[]): Outcome {
  const {
    standing,
    slots: [first],
    opening,
  } = deciding;
  switch (standing.kind) {
    case 'early': {
      const opensAt = Temporal.Instant.fromEpochMilliseconds(opening.opensAt).toString({
        smallestUnit: 'millisecond',
      });
      return { kind: 'tooEarly', from: nowAt(opening.opensAt).time, opensAt, others: othersOf(deciding, all) };
    }
    case 'elsewhere': {
      const others = othersOf(deciding, all);
      return standing.where === 'otherSite'
        ? { kind: 'otherSite', site: first.location ?? '', others }
        : { kind: standing.where, others };
    }
    case 'over':
      return { kind: 'reception', reason: standing.reason };
    case 'open':
    case 'acceptedLate':
    case 'late':
    case 'flagged':
    case 'arrived':
      // Answered before; if that ever changes, a human decides.
      return { kind: 'reception', reason: 'tooLate' };
  }
}
