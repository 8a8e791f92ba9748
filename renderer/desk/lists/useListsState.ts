import { useCallback, useEffect, useState } from 'react';
import type { ListsState } from '../../../preload/contract/desk/lists';
import type { DeskClient } from '../deskClient';
import { useAsk, type AskFailure } from '../parts/useAsk';

const readEveryMilliseconds = 15_000;

interface StateOfLists {
  state: ListsState | null;
  failure: AskFailure | null;
  /** Reads it again at once. */
  again: () => Promise<void>;
}

/** How today's lists stand, read again every quarter of a minute. What was read last stays while it cannot be read. */
export function useListsState(client: DeskClient): StateOfLists {
  const { ask, failure } = useAsk();
  const [state, setState] = useState<ListsState | null>(null);
  const again = useCallback(async () => {
    const read = await ask(() => client.lists.state({}));
    if (read !== null) setState(read);
  }, [ask, client]);
  useEffect(() => {
    queueMicrotask(() => void again());
    const timer = setInterval(() => void again(), readEveryMilliseconds);
    return () => clearInterval(timer);
  }, [again]);
  return { state, failure, again };
}
