import type { KioskSnapshot, ReadySnapshot } from '../../preload/contract/kiosk';
import type { ListState } from './listState';
import { liveSnapshots } from './live';
import type { Changes, Clock, Settings } from './ports';
import type { VisitSession } from './visitSession';

/** What the kiosk page sees of the kiosk itself: who it belongs to, whether check-in is open, how old the list is. */
export function createKioskLive(options: {
  listState: ListState;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  session: VisitSession;
  mode: ReadySnapshot['mode'];
  isTestBuild: boolean;
  idle: ReadySnapshot['idle'];
  nextRevision: () => number;
}): (signal: AbortSignal | undefined) => AsyncGenerator<KioskSnapshot, void, void> {
  const { listState, clock, changes, settings, session, mode, isTestBuild, idle, nextRevision } = options;
  const read = async (): Promise<Omit<ReadySnapshot, 'revision'>> => ({
    kind: 'ready',
    practice: settings.rules().practiceName,
    mode,
    isTestBuild,
    today: clock.now().day,
    visitsEnded: session.visitsEnded(),
    checkIn: await readCheckIn(listState),
    idle,
  });
  return (signal) =>
    liveSnapshots({ read, changes, topics: ['list', 'rules', 'session', 'clock'], nextRevision, signal });
}

async function readCheckIn(listState: ListState): Promise<ReadySnapshot['checkIn']> {
  const state = await listState.read();
  if (state.kind === 'closed') return { state: 'closed', reason: state.reason };
  return { state: 'open', listAsOf: state.listAsOf };
}
