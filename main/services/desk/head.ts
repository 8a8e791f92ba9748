import type { DeskHead } from '../../../preload/contract/desk/arrivals';
import { namedIn } from '../../domain/names';
import type { PracticeRules } from '../../domain/types';
import { currentLists, notFoundSince } from '../../store/lists';
import type { Store } from '../../store/store';
import type { KioskMode } from '../kioskMode';
import type { ListState } from '../listState';
import type { Clock, Settings } from '../ports';
import { openWalkIn } from '../walkIn';
import type { Roster } from './rowsRoster';

/** What the head of the page is read from. */
export interface HeadParts {
  store: Store;
  clock: Clock;
  settings: Settings;
  listState: Pick<ListState, 'read'>;
  kioskMode: Pick<KioskMode, 'read'>;
  /** Sessions whose pages are there at this moment. */
  connected: () => number;
}

/** Reads the head: how the kiosk and its list stand, and who is there today. */
export async function readHead(parts: HeadParts, { day, clinicians }: Roster): Promise<DeskHead> {
  const { store, clock, settings, kioskMode, connected } = parts;
  const state = await parts.listState.read();
  const [oldest] = await currentLists(store.db, day);
  const notFound = oldest === undefined ? 0 : await notFoundSince(store.db, day);
  const now = clock.now();
  const rules = settings.rules();
  return {
    day,
    at: clock.instant(),
    calling: rules.calling,
    checkIn:
      // What is wrong with the list matters more: the kiosk comes back by itself, or by whoever took it out of service.
      state.kind === 'closed'
        ? { state: 'closed', reason: state.reason }
        : kioskMode.read().state === 'open'
          ? { state: 'open' }
          : { state: 'closed', reason: 'notInService' },
    list: oldest === undefined ? null : { asOf: oldest.listAsOf, notFound: Math.max(0, notFound) },
    walkIn: openWalkIn(rules, now),
    desks: connected(),
    clinicians: cliniciansOf(clinicians, rules),
    rooms: roomsOf(rules),
  };
}

/** The clinicians of the lists, each with their room. */
export function cliniciansOf(
  names: readonly string[],
  { places }: Pick<PracticeRules, 'places'>,
): DeskHead['clinicians'] {
  return names.map((name) => ({ name, room: namedIn(places, name)?.room ?? null }));
}

/** Every room that the rules name, once, in the order in which people count: Room 2 before Room 10. */
function roomsOf({ places, roomDirections }: Pick<PracticeRules, 'places' | 'roomDirections'>): string[] {
  const named = Object.values(places).flatMap(({ room }) => room ?? []);
  const all = new Set([...named, ...Object.keys(roomDirections)]);
  return [...all].sort((one, other) => one.localeCompare(other, 'en', { numeric: true }));
}
