import { useState } from 'react';
import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import type { AskFailure } from '../parts/useAsk';

/**
 * Which state of a row a dialog acts on: the one it was opened on, so that somebody else's change is not overwritten unseen; after being told
 * of that change, the present one.
 */
export function useRowKey(row: DeskRow, failure: AskFailure | null): { visitId: string; version: number } {
  const [opened] = useState(row.version);
  return { visitId: row.visitId, version: failure?.code === 'CHANGED' ? row.version : opened };
}
