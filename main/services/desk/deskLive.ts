import type { DeskSnapshot } from '../../../preload/contract/desk/arrivals';
import type { DeskReading, DeskState } from './deskState';

/**
 * The live state of the desk as a stream: whole, then what has changed. A slow reader gets what has changed since what it took last, whatever
 * happened between. All streams share the readings of `state`, and only what is sent is checked against the contract.
 * @param nextRevision gives rising numbers, across all streams of the process.
 */
export function createDeskLive({
  state,
  nextRevision,
}: {
  state: Pick<DeskState, 'follow'>;
  nextRevision: () => number;
}): (signal: AbortSignal | undefined) => AsyncGenerator<DeskSnapshot, void, void> {
  return async function* deskLive(signal) {
    let sent: DeskReading | null = null;
    for await (const reading of state.follow(signal)) {
      const changed = sent === null ? wholeOf(reading) : changesBetween(sent, reading);
      sent = reading;
      if (changed !== null) yield { revision: nextRevision(), ...changed };
    }
  };
}

type Change = Omit<DeskSnapshot, 'revision'>;

function wholeOf({ rows, head, worklist, alerts, queue }: DeskReading): Change {
  return {
    isWhole: true,
    rows: [...rows.values()],
    removed: [],
    head,
    worklist: [...worklist],
    alerts: [...alerts],
    queue: [...queue],
  };
}

/** Null where nothing has changed that a desk is shown. */
function changesBetween(before: DeskReading, now: DeskReading): Change | null {
  const rows = [...now.rows.values()].filter((row) => before.rows.get(row.visitId) !== row);
  const removed = [...before.rows.keys()].filter((visitId) => !now.rows.has(visitId));
  const parts = {
    ...(now.head === before.head ? {} : { head: now.head }),
    ...(now.worklist === before.worklist ? {} : { worklist: [...now.worklist] }),
    ...(now.alerts === before.alerts ? {} : { alerts: [...now.alerts] }),
    ...(now.queue === before.queue ? {} : { queue: [...now.queue] }),
  };
  if (rows.length + removed.length + Object.keys(parts).length === 0) return null;
  return { isWhole: false, rows, removed, ...parts };
}
