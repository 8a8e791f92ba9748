import type { ListsState } from '../../../preload/contract/desk/lists';
import type { Day } from '../../../preload/contract/rules/dates';
import { addedRows } from '../../store/addedRows';
import { currentClinicians } from '../../store/listClinicians';
import { savedMappings } from '../../store/listProfiles';
import { currentLists, notFoundSince } from '../../store/lists';
import type { Store } from '../../store/store';
import type { Clock, Settings } from '../ports';
import { undoableImport } from './listsUndo';
import type { WatchedRecord } from './watchedRecord';

/** A clinician as today's lists write the name, and whether they lead sessions of nurses. */
export interface ListedClinician {
  name: string;
  isNurseLed: boolean;
}

/** What the Lists tab shows. */
export interface ListsReading {
  read(): Promise<ListsState>;
  clinicians(): Promise<ListedClinician[]>;
}

/** The clinicians of a list in use are remembered: its rows never change, and looking through 30,000 of them for each desk would hold up check-in. */
export function createListsReading(parts: {
  store: Store;
  clock: Clock;
  settings: Settings;
  watched: WatchedRecord;
}): ListsReading {
  const { store, clock, settings, watched } = parts;
  let known: { lists: string; clinicians: ListedClinician[] } | null = null;
  const cliniciansOf = async (day: Day): Promise<ListedClinician[]> => {
    const lists = (await currentLists(store.db, day)).map(({ importId }) => importId).join();
    if (known?.lists === lists) return known.clinicians;
    const clinicians = await currentClinicians(store.db, day);
    known = { lists, clinicians };
    return clinicians;
  };
  return {
    clinicians: () => cliniciansOf(clock.now().day),
    async read() {
      const { day } = clock.now();
      const lists = await currentLists(store.db, day);
      const undo = await undoableImport(parts);
      return {
        day,
        at: clock.instant(),
        lists: lists.map(({ source, listAsOf, switchedInAt, rowsRead, rowsBad, rowsLoaded }) => ({
          source,
          asOf: listAsOf,
          switchedInAt,
          rows: rowsRead,
          bad: rowsBad,
          loaded: rowsLoaded,
        })),
        notFoundSince: await notFoundSince(store.db, day),
        addedByHand: (await addedRows(store.db, day)).length,
        undo: undo === null ? null : { importedAt: undo.importedAt, backTo: undo.backTo },
        watched: watched.read(settings.machine().watchedFolder),
        profiles: (await savedMappings(store.db)).map(({ name, mapping }) => ({ name, mapping: { ...mapping } })),
        clinicians: (await cliniciansOf(day)).map(({ name }) => name),
      };
    },
  };
}
