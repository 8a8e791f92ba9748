import type { Mapping, Preview } from '../../../preload/contract/desk/lists';
import { UnusableFile, type List, type SavedMapping } from '../../domain/list';
import { mappableFields, problemOf } from '../../lists/mapping';
import { savedMappings } from '../../store/listProfiles';
import type { Store } from '../../store/store';
import type { GivenFile } from '../importLists';
import type { Clock, Settings } from '../ports';

/** Problems of rows that a desk is shown. */
export const problemsShown = 100;

export interface PreviewParts {
  store: Store;
  list: List;
  clock: Clock;
  settings: Settings;
}

/**
 * Reads a file as an import would, in the same worker, and changes nothing.
 * @param mapping which column is what; saved mappings are tried anyway.
 */
export async function previewFile(
  parts: PreviewParts,
  { path, name }: GivenFile,
  mapping: Mapping | undefined,
): Promise<Preview> {
  const problem = mapping === undefined ? null : problemOf(mapping);
  if (problem !== null) return { kind: 'refused', file: name, reason: problem, problems: [] };
  const given: SavedMapping[] = mapping === undefined ? [] : [{ name: '', mapping }];
  try {
    return await readThrough(parts, { path, name }, [...given, ...(await savedMappings(parts.store.db))]);
  } catch (error) {
    if (!(error instanceof UnusableFile)) throw error;
    const { message, why } = error;
    if (why.seen === undefined) return { kind: 'refused', file: name, reason: message, problems: [] };
    return { kind: 'unknownHeadings', file: name, fields: [...mappableFields], ...why.seen };
  }
}

async function readThrough(
  { list, clock, settings }: PreviewParts,
  { path, name }: GivenFile,
  mappings: readonly SavedMapping[],
): Promise<Preview> {
  const { day } = clock.now();
  const { statusWords, badRowsLimitPercent } = settings.rules();
  let profile = '';
  let loaded = 0;
  for await (const event of list.read(path, name, day, statusWords, mappings)) {
    if (event.kind === 'opened') profile = event.profile;
    else if (event.kind === 'rows') loaded += event.rows.length;
    else if (event.kind === 'finished') {
      const { rows, bad, otherDays, problems } = event;
      return {
        kind: 'ready',
        file: name,
        profile,
        day,
        rows,
        loaded,
        skipped: bad + otherDays,
        problems: problems.slice(0, problemsShown),
        tooManyBad: bad * 100 > rows * badRowsLimitPercent,
      };
    }
  }
  throw new Error('A list says when it has been read');
}
