import { useEffect } from 'react';
import type { DeskClient } from '../deskClient';
import { failureOf } from '../parts/failure';
import { isOfSession } from '../parts/session';
import type { MachineClock } from './machineClock';

const aliveEvery = 20_000;

/**
 * Says every 20 seconds that this page is there, while `isThere`: at a receptionist's desk that is while its stream is heard (design §6: check-in is
 * open only while somebody can know). Whoever gets no answer does not hear the stream either, however alive it looks: it is begun anew.
 */
export function useAlive(
  client: DeskClient,
  clock: MachineClock,
  isThere: boolean,
  again: () => void,
  onRefused: () => void,
): void {
  useEffect(() => {
    if (!isThere) return;
    async function say(): Promise<void> {
      try {
        clock.set((await client.session.alive({})).at);
      } catch (error) {
        const { code } = failureOf(error);
        if (isOfSession(code)) onRefused();
        else if (code === 'LOST') again();
      }
    }
    void say();
    const timer = setInterval(() => void say(), aliveEvery);
    return () => clearInterval(timer);
  }, [client, clock, isThere, again, onRefused]);
}
