import { useCallback, useContext, useState } from 'react';
import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import type { DeskClient } from '../deskClient';
import type { RowAction } from '../flow/actions';
import { failureOf } from '../parts/failure';
import type { AskFailure } from '../parts/failure';
import { SessionRefused, isOfSession } from '../parts/session';
import { performAction } from './performAction';

export interface RefusedAction {
  visitId: string;
  failure: AskFailure;
}

/** Runs actions on rows, one at a time for each row, and keeps why the latest was refused. */
export function useActions(client: DeskClient) {
  const onRefused = useContext(SessionRefused);
  const [busy, setBusy] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<RefusedAction | null>(null);

  const run = useCallback(
    async (visitId: string, work: () => Promise<unknown>): Promise<boolean> => {
      setBusy((before) => new Set([...before, visitId]));
      setRefused(null);
      try {
        await work();
        return true;
      } catch (error) {
        const failure = failureOf(error);
        if (isOfSession(failure.code)) onRefused();
        setRefused({ visitId, failure });
        return false;
      } finally {
        setBusy((before) => new Set([...before].filter((one) => one !== visitId)));
      }
    },
    [onRefused],
  );
  return {
    busy,
    refused,
    clearRefusal: () => setRefused(null),
    /** Whether it was done. */
    perform: (row: DeskRow, action: RowAction, room: string | null) =>
      busy.has(row.visitId) ? Promise.resolve(true) : run(row.visitId, () => performAction(client, row, action, room)),
    setFlag: (row: DeskRow, isFlagged: boolean) =>
      run(row.visitId, () => client.arrivals.flag({ visitId: row.visitId, version: row.version, isFlagged })),
  };
}
