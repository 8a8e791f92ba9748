import { createDeskLive } from '../../../../main/services/desk/deskLive';
import { createDeskState } from '../../../../main/services/desk/deskState';
import { createRoster } from '../../../../main/services/desk/rowsRoster';
import { createKioskMode } from '../../../../main/services/kioskMode';
import type { DeskRow } from '../../../../preload/contract/desk/arrivals';
import { settle } from '../../../support/practice';
import { openDesk } from './support';

/** The desk of `openDesk` with its present state; `read` lets pass what keeps readings apart. */
export async function openDeskState(options: Parameters<typeof openDesk>[0] & { connected?: () => number } = {}) {
  const desk = await openDesk(options);
  const { store, clock, timers, changes, settings, listState } = desk;
  const kioskMode = createKioskMode({ settings, clock, timers, changes });
  const roster = createRoster({ store, changes });
  const parts = { store, clock, timers, changes, settings, listState, kioskMode, roster };
  const state = createDeskState({ ...parts, connected: options.connected ?? (() => 0) });
  const read = async () => {
    // What was published has been heard by then.
    await settle();
    const reading = state.read();
    await settle();
    timers.advance(50);
    return reading;
  };
  const rows = async (): Promise<DeskRow[]> => [...(await read()).rows.values()];
  let revision = 0;
  const nextRevision = (): number => (revision += 1);
  const live = createDeskLive({ state, nextRevision });
  return { ...desk, kioskMode, state, read, rows, live, nextRevision };
}
