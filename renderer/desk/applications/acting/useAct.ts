import { useAsk } from '../../parts/useAsk';
import { failureOf } from '../../parts/failure';
import type { PanelProps } from './panelProps';

/** What every act is called with: which application, as this desk sees it, and how long somebody was at work. */
export interface ActKey {
  applicationId: string;
  version: number;
  handsOnSeconds: number;
}

interface Acting {
  /** Does it on the application as this desk sees it; whether it was done. A refusal goes to the page. */
  run(this: void, work: (key: ActKey) => Promise<unknown>): Promise<boolean>;
  isBusy: boolean;
}

/** Runs the acts of a panel, one at a time, each with the hands-on time since the one before. */
export function useAct({
  application,
  handsOn,
  onDone,
  onRefused,
  onActing,
}: Omit<PanelProps, 'client' | 'who'>): Acting {
  const { ask, isBusy } = useAsk();
  return {
    isBusy,
    async run(work) {
      if (isBusy) return false;
      const { applicationId, version } = application;
      onActing?.(true);
      const answer = await ask(async () => {
        try {
          await work({ applicationId, version, handsOnSeconds: handsOn.seconds() });
        } catch (error) {
          onRefused?.(failureOf(error));
          throw error;
        }
        return true;
      });
      onActing?.(false);
      if (answer === null) return false;
      handsOn.reset();
      onDone();
      return true;
    },
  };
}
