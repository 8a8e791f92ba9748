import { useCallback, useEffect, useState } from 'react';
import type { AuditFilter } from '../../../preload/contract/desk/audit';
import type { DeskClient } from '../deskClient';
import { useAsk } from '../parts/useAsk';
import type { AskFailure } from '../parts/useAsk';

export const everything: AuditFilter = { from: null, to: null, actor: null, action: null, subjectId: null };

type Page = Awaited<ReturnType<DeskClient['audit']['read']>>;

interface Trail {
  /** Null until the first page has come. */
  page: Page | null;
  /** What the rows shown were asked for with. */
  filter: AuditFilter;
  isBusy: boolean;
  failure: AskFailure | null;
  show(filter: AuditFilter): Promise<void>;
  more(): Promise<void>;
}

/** The pages of the trail read so far, newest first. */
export function useTrail(client: DeskClient): Trail {
  const [page, setPage] = useState<Page | null>(null);
  const [filter, setFilter] = useState<AuditFilter>(everything);
  const { ask, isBusy, failure } = useAsk();

  const show = useCallback(
    async (wanted: AuditFilter) => {
      const first = await ask(() => client.audit.read({ filter: wanted, before: null }));
      if (first === null) return;
      setFilter(wanted);
      setPage(first);
    },
    [ask, client],
  );
  useEffect(() => queueMicrotask(() => void show(everything)), [show]);

  const more = async () => {
    if (page === null || page.next === null) return;
    const before = page.next;
    const older = await ask(() => client.audit.read({ filter, before }));
    if (older !== null) setPage({ ...older, rows: [...page.rows, ...older.rows] });
  };
  return { page, filter, isBusy, failure, show, more };
}
