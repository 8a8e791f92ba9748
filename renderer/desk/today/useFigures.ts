import { useCallback, useEffect, useState } from 'react';
import type { DowntimeState, TodayFigures } from '../../../preload/contract/desk/today';
import type { DeskClient } from '../deskClient';
import { useAsk } from '../parts/useAsk';
import type { AskFailure } from '../parts/useAsk';

const lookEvery = 30_000;

interface Figures {
  /** What was counted last; null before the first answer. It stays where a later one fails. */
  figures: TodayFigures | null;
  downtime: DowntimeState | null;
  failure: AskFailure | null;
  look: () => Promise<void>;
}

/** The figures of today and how the downtime file stands, asked for when the tab opens and every 30 seconds. */
export function useFigures(client: DeskClient): Figures {
  const { ask, failure } = useAsk();
  const [figures, setFigures] = useState<TodayFigures | null>(null);
  const [downtime, setDowntime] = useState<DowntimeState | null>(null);
  const look = useCallback(async () => {
    const found = await ask(async () => ({
      figures: await client.today.read({}),
      file: await client.downtime.state({}),
    }));
    if (found === null) return;
    setFigures(found.figures);
    setDowntime(found.file);
  }, [ask, client]);
  useEffect(() => {
    queueMicrotask(() => void look());
    const timer = setInterval(() => void look(), lookEvery);
    return () => clearInterval(timer);
  }, [look]);
  return { figures, downtime, failure, look };
}
