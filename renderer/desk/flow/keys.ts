import type { DeskHead, DeskRow } from '../../../preload/contract/desk/arrivals';
import { actionsOf } from './actions';
import type { RowAction } from './actions';

/** Letters that act on the row in the focus; where several are named, the first that is possible. */
const letters = new Map<string, readonly RowAction[]>([
  ['c', ['call', 'fetch', 'checkIn']],
  ['q', ['quiet']],
  ['f', ['fetch']],
  ['a', ['again']],
  ['g', ['looked']],
  ['n', ['didNotAnswer']],
  ['i', ['cameIn']],
  ['s', ['seen', 'cameIn', 'lookedAfter']],
  ['l', ['left']],
  ['m', ['mark']],
]);

/** What a key does with a row now; null where it does nothing. */
export function actionOfKey(key: string, row: DeskRow, calling: DeskHead['calling']): RowAction | null {
  const possible = actionsOf(row, calling);
  return letters.get(key.toLowerCase())?.find((action) => possible.includes(action)) ?? null;
}
