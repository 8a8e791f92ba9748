import { Temporal } from 'temporal-polyfill';
import { joinAdjacent } from './appointments';
import { modeOf } from './marking';
import { standingOf, type Standings, type Surroundings } from './standing';
import type { Appointment } from './types';
import { timelinessOf } from './window';

/**
 * How it now stands with somebody who once came too early: a newer list may have moved or cancelled what they came for, or say that they
 * have arrived. `opensAt`: a UTC instant with milliseconds. `nothing` is left here that they could still check in to.
 */
export type EarlyNow = { kind: 'open' | 'early'; opensAt: string } | { kind: 'nothing' };

/**
 * Reads it from the patient's present rows. Markings do not matter: it is for staff, and whoever was told to wait must not be forgotten
 * because their appointment was marked since.
 */
export function earlyNow({
  appointments,
  ...around
}: Surroundings & { appointments: readonly Appointment[] }): EarlyNow {
  const met = appointments.map((appointment) => ({ ...appointment, mode: modeOf(appointment, around.rules) }));
  const coming = joinAdjacent(met)
    .map((slots) => standingOf(slots, around, false))
    .filter(isToCome)
    .map(({ opening }) => ({ opensAt: opening.opensAt, timeliness: timelinessOf(opening, around.now) }));
  const open = coming.filter(({ timeliness }) => timeliness === 'open' || timeliness === 'acceptedLate');
  const early = coming.filter(({ timeliness }) => timeliness === 'early');
  const first = earliest(open) ?? earliest(early);
  return first === null ? { kind: 'nothing' } : { kind: open.length > 0 ? 'open' : 'early', opensAt: first };
}

/** Here, and neither arrived nor over. */
function isToCome({ standing }: Standings): boolean {
  return standing.kind !== 'arrived' && standing.kind !== 'elsewhere' && standing.kind !== 'over';
}

function earliest(some: readonly { opensAt: number }[]): string | null {
  if (some.length === 0) return null;
  const instant = Temporal.Instant.fromEpochMilliseconds(Math.min(...some.map(({ opensAt }) => opensAt)));
  return instant.toString({ smallestUnit: 'millisecond' });
}
