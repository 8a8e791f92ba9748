import type { KioskSnapshot, ReadySnapshot } from '../../preload/contract/kiosk';
import { signUpStateOf } from '../domain/signUpHours';
import { offersOf } from '../domain/signUpOffers';
import type { KioskMode } from './kioskMode';
import type { ListState } from './listState';
import { liveSnapshots } from './live';
import { modeOf } from './modeOf';
import type { Changes, Clock, Settings } from './ports';
import type { SoundTests } from './soundTests';
import type { Tickets } from './tickets';
import type { VisitSession } from './visitSession';
import { openWalkIn } from './walkIn';

/**
 * What the kiosk page sees of the kiosk itself: who it belongs to, what it is doing, whether check-in is open, how old the list is, and
 * what the practice offers. `hasMap`: the practice's picture is there.
 */
export function createKioskLive(options: {
  listState: ListState;
  clock: Clock;
  changes: Changes;
  settings: Settings;
  session: Pick<VisitSession, 'visitsEnded'>;
  kioskMode: Pick<KioskMode, 'read'>;
  hasMap: () => Promise<boolean>;
  /** The call for help that staff have acknowledged last; null where none was lately. */
  helpAcknowledged: () => Promise<string | null>;
  soundTests: Pick<SoundTests, 'count'>;
  tickets: Pick<Tickets, 'canPrint'>;
  isDemonstration: boolean;
  isTestBuild: boolean;
  idle: ReadySnapshot['idle'];
  nextRevision: () => number;
}): (signal: AbortSignal | undefined) => AsyncGenerator<KioskSnapshot, void, void> {
  const { listState, clock, changes, settings, session, kioskMode, hasMap, isDemonstration, isTestBuild } = options;
  const read = async (): Promise<Omit<ReadySnapshot, 'revision'>> => {
    const checkIn = await readCheckIn(listState);
    const helpAcknowledged = await options.helpAcknowledged();
    const words = settings.rules().mapWords;
    const map = words !== null && (await hasMap()) ? { words } : null;
    // What follows is read in one go: no rule changes between its lines.
    const rules = settings.rules();
    const now = clock.now();
    const walkIn = openWalkIn(rules, now);
    return {
      kind: 'ready',
      practice: rules.practiceName,
      mode: modeOf(isDemonstration, rules),
      isTestBuild,
      today: now.day,
      visitsEnded: session.visitsEnded(),
      checkIn,
      idle: options.idle,
      service: kioskMode.read(),
      reception: rules.receptionChoices
        .filter(({ isOffered }) => isOffered)
        .map(({ kind, label, words: own }) => ({ kind, label, words: own })),
      walkIn: walkIn === null ? null : { name: walkIn.name },
      helpAcknowledged,
      hygieneLine: rules.hygieneLine,
      soundTests: options.soundTests.count(),
      sounds: { success: rules.isSuccessSoundOn, help: rules.isHelpSoundOn },
      map,
      interpreterLanguages: rules.interpreterLanguages,
      signUp: signUpStateOf(rules, now),
      signUpOffers: offersOf(rules),
      canPrint: options.tickets.canPrint(),
    };
  };
  return (signal) =>
    liveSnapshots({
      read,
      changes,
      topics: ['list', 'rules', 'session', 'clock', 'alerts', 'printing'],
      nextRevision: options.nextRevision,
      signal,
    });
}

async function readCheckIn(listState: ListState): Promise<ReadySnapshot['checkIn']> {
  const state = await listState.read();
  if (state.kind === 'closed') return { state: 'closed', reason: state.reason };
  return { state: 'open', listAsOf: state.listAsOf };
}
