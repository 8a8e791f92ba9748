import { useCallback, useEffect, useState } from 'react';
import type { ProxyReview } from '../../../preload/contract/desk/applications';
import type { DeskClient } from '../deskClient';
import { useAsk } from '../parts/useAsk';
import type { AskFailure } from '../parts/useAsk';

export interface Reviews {
  /** What was read last; null before the first answer. It stays where a later one fails. */
  reviews: readonly ProxyReview[] | null;
  /** Why the latest call failed, of reading or of doing. */
  failure: AskFailure | null;
  isBusy: boolean;
  look(this: void): Promise<void>;
  /** Does something and reads anew, whether it was done or not. Gives the answer; null where it was not done. */
  act<Answer>(this: void, work: () => Promise<Answer>): Promise<Answer | null>;
}

/** The reviews of access to other people's accounts, as the machine has them now. */
export function useReviews(client: DeskClient): Reviews {
  const reading = useAsk();
  const doing = useAsk();
  const [reviews, setReviews] = useState<readonly ProxyReview[] | null>(null);
  const { ask: read } = reading;
  const { ask: perform } = doing;
  const look = useCallback(async () => {
    const found = await read(() => client.proxyReviews.list({}));
    if (found !== null) setReviews(found);
  }, [read, client]);
  useEffect(() => queueMicrotask(() => void look()), [look]);
  const act = useCallback(
    async <Answer>(work: () => Promise<Answer>) => {
      const answer = await perform(work);
      await look();
      return answer;
    },
    [perform, look],
  );
  return { reviews, failure: doing.failure ?? reading.failure, isBusy: doing.isBusy, look, act };
}
