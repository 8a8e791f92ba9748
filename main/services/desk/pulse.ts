import type { Pulse } from '../../../preload/contract/desk/session';
import { soundingAt } from '../../domain/desk/worklist';
import type { Changes, Clock } from '../ports';
import { liveSnapshots } from '../live';
import type { DeskReading, DeskState } from './deskState';

/**
 * What even a locked desk is told, so that it can sound: numbers, and nobody. Arrivals become overdue by the clock alone, so they are
 * counted anew whenever it is told of (topic `clock`).
 */
export function createPulse(parts: {
  state: Pick<DeskState, 'read'>;
  clock: Clock;
  changes: Changes;
  nextRevision: () => number;
}): (signal: AbortSignal | undefined) => AsyncGenerator<Pulse, void, void> {
  const { state, clock, changes, nextRevision } = parts;
  return (signal) =>
    liveSnapshots({
      read: async () => pulseOf(await state.read(), clock.instant()),
      changes,
      topics: ['visits', 'alerts', 'calls', 'list', 'rules', 'clock'],
      nextRevision,
      signal,
    });
}

function pulseOf({ alerts, worklist, rows }: DeskReading, instant: string): Omit<Pulse, 'revision'> {
  const countOf = (some: readonly { alertIds: readonly string[] }[]): number =>
    some.reduce((sum, { alertIds }) => sum + alertIds.length, 0);
  return {
    help: countOf(alerts.filter(({ isUrgent }) => isUrgent)),
    alerts: countOf(alerts),
    overdue: soundingAt(worklist, instant),
    waiting: [...rows.values()].filter(({ stage }) => stage === 'waiting').length,
  };
}
