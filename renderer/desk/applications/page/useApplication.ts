import { useCallback, useEffect, useRef, useState } from 'react';
import type { ApplicationDetail } from '../../../../preload/contract/desk/applications';
import type { DeskClient } from '../../deskClient';
import type { AskFailure } from '../../parts/failure';
import { useAsk } from '../../parts/useAsk';

interface OpenApplication {
  /** Stays as it was while it is asked for anew, so that nobody loses their place. */
  application: ApplicationDetail | null;
  failure: AskFailure | null;
  isBusy: boolean;
  /** Asks for it anew: something was done. */
  reload: () => void;
}

/**
 * One application, asked for when it is opened and again only when it has changed: every opening is audited.
 * @param heard its version by the live queue; null where the queue does not have it.
 */
export function useApplication(client: DeskClient, applicationId: string, heard: number | null): OpenApplication {
  const { ask, isBusy, failure } = useAsk();
  const [application, setApplication] = useState<ApplicationDetail | null>(null);
  /** Counts the questions: only the latest may answer, and while one is asked no other is needed. */
  const asked = useRef(0);
  const isAsking = useRef(false);

  const reload = useCallback(() => {
    asked.current += 1;
    const own = asked.current;
    isAsking.current = true;
    void ask(() => client.applications.open({ applicationId })).then((found) => {
      if (own !== asked.current) return;
      isAsking.current = false;
      if (found !== null) setApplication(found);
    });
  }, [ask, client, applicationId]);

  useEffect(() => {
    reload();
    return () => {
      asked.current += 1;
    };
  }, [reload]);

  const held = application?.version ?? null;
  useEffect(() => {
    if (!isAsking.current && held !== null && heard !== null && heard > held) reload();
  }, [heard, held, reload]);
  return { application, failure, isBusy, reload };
}
