import { useCallback, useEffect, useState } from 'react';
import type { DeskClient } from '../deskClient';
import { failureOf, type AskFailure } from '../parts/failure';
import { useAsk } from '../parts/useAsk';

export type Listed = Awaited<ReturnType<DeskClient['staff']['list']>>;

/** How often it is looked who is signed in, in milliseconds. */
const lookEvery = 30_000;

/** Runs a change, then reads the list anew. Null: refused, and `failure` says why. */
export type AskStaff = <Answer>(work: () => Promise<Answer>) => Promise<Answer | null>;

/** What every dialog of the tab is given. */
export interface StaffDialogProps {
  client: DeskClient;
  ask: AskStaff;
  failure: AskFailure | null;
  isBusy: boolean;
  onClose: () => void;
}

/** Accounts and sessions as the machine knows them: at first, after every change, and every half minute. */
export function useStaff(client: DeskClient) {
  const [listed, setListed] = useState<Listed | null>(null);
  const [notListed, setNotListed] = useState<AskFailure | null>(null);
  const { ask: askOnce, isBusy, failure } = useAsk();

  const look = useCallback(
    () =>
      client.staff.list({}).then(
        (heard) => {
          setListed(heard);
          setNotListed(null);
        },
        (error: unknown) => setNotListed(failureOf(error)),
      ),
    [client],
  );
  useEffect(() => {
    void look();
    const looking = setInterval(() => void look(), lookEvery);
    return () => clearInterval(looking);
  }, [look]);

  const ask = useCallback<AskStaff>(
    async (work) => {
      const answer = await askOnce(work);
      await look();
      return answer;
    },
    [askOnce, look],
  );
  // What is shown stays while the machine cannot be asked: a failure to look again is told by the frame.
  return { listed, ask, isBusy, failure: failure ?? (listed === null ? notListed : null) };
}
