import type { AlsoToday, OtherToday, PublicAppointment } from '../../preload/contract/kiosk';
import { namedIn } from './names';
import { foldSite } from './site';
import type { StaffKnown, Standings } from './standing';
import { clockTimeOf, nowAt } from './time';
import type { Appointment, Arrival, PracticeRules } from './types';

/** An appointment as a good ending names it, with where to sit and where to go if the practice has said so. */
export function toShown(
  row: Pick<Appointment, 'start' | 'clinician' | 'location'>,
  rules: PracticeRules,
): PublicAppointment {
  const place = namedIn(rules.places, row.clinician);
  return {
    time: clockTimeOf(row.start),
    clinician: row.clinician,
    place: row.location,
    waitingArea: place?.waitingArea ?? rules.waitingArea,
    room: place?.room ?? null,
  };
}

/**
 * As `toShown` for what somebody is here for already: whom they will see, although another was booked, and where they are being called to.
 * @param arrival theirs at it; undefined: only the list calls them arrived.
 */
export function toShownHere(
  row: Pick<Appointment, 'start' | 'clinician' | 'location'>,
  arrival: Pick<Arrival, 'id'> | undefined,
  { staff, rules }: { staff?: StaffKnown; rules: PracticeRules },
): PublicAppointment {
  const id = arrival?.id ?? '';
  const shown = toShown({ ...row, clinician: staff?.movedTo.get(id) ?? row.clinician }, rules);
  return { ...shown, room: staff?.calledTo.get(id) ?? shown.room };
}

/**
 * What a good ending says of an appointment that it does not cover. Nothing of what is arrived, cancelled, left or finished: there is
 * nothing to do about it.
 */
export function toAlso({ standing, slots: [first], opening }: Standings): AlsoToday[] {
  const time = clockTimeOf(first.start);
  switch (standing.kind) {
    case 'early':
      return [{ kind: 'later', time, clinician: first.clinician, from: nowAt(opening.opensAt).time }];
    case 'elsewhere':
      return standing.where === 'otherSite'
        ? [{ kind: 'otherSite', time, site: first.location ?? '' }]
        : [{ kind: standing.where, time }];
    case 'over':
      return ['unknownStatus', 'disputed', 'contradicted'].includes(standing.reason)
        ? [{ kind: 'askReception', time }]
        : [];
    // Open or late, and not covered: beside one that is flagged.
    case 'open':
    case 'acceptedLate':
    case 'late':
    case 'flagged':
      return [{ kind: 'askReception', time }];
    case 'arrived':
      return [];
  }
}

/**
 * What an ending that is no check-in says of the patient's appointments beside `deciding`, each thing once: neither a clinician nor
 * a time but the one from which they can check in.
 */
export function othersOf(deciding: Standings, all: readonly Standings[]): OtherToday[] {
  const said = new Set(toOther(deciding).map(wordsOf));
  return all.flatMap(toOther).filter((other) => {
    const isNew = !said.has(wordsOf(other));
    said.add(wordsOf(other));
    return isNew;
  });
}

function toOther({ standing, slots: [first], opening }: Standings): OtherToday[] {
  if (standing.kind === 'early') return [{ kind: 'later', from: nowAt(opening.opensAt).time }];
  if (standing.kind !== 'elsewhere') return [];
  return standing.where === 'otherSite'
    ? [{ kind: 'otherSite', site: first.location ?? '' }]
    : [{ kind: standing.where }];
}

/** The same site spelt in two ways is one thing to say. */
function wordsOf(other: OtherToday): string {
  return JSON.stringify(other.kind === 'otherSite' ? { ...other, site: foldSite(other.site) } : other);
}
