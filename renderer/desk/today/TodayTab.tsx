import { useRef, useState } from 'react';
import type { DowntimeSheet as Sheet } from '../../../preload/contract/desk/today';
import { downtimeWords } from '../../text/desk/downtime';
import { todayWords as words } from '../../text/desk/today';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { useAsk } from '../parts/useAsk';
import type { TabProps } from '../tabProps';
import { ArrivalsPlot } from './ArrivalsPlot';
import { DowntimeFile } from './DowntimeFile';
import { DowntimeSheet } from './DowntimeSheet';
import { LooksPlot } from './LooksPlot';
import { SharePlot } from './SharePlot';
import { useFigures } from './useFigures';
import { WaitsPlot } from './WaitsPlot';

/** The day in figures, and what reception needs when the computers are down. */
export function TodayTab({ client, who }: TabProps) {
  const { figures, downtime, failure, look } = useFigures(client);
  const opening = useAsk();
  const [sheet, setSheet] = useState<Sheet | null>(null);
  const print = useRef<HTMLSpanElement>(null);
  const open = async (): Promise<void> => {
    const found = await opening.ask(() => client.downtime.sheet({}));
    if (found !== null) setSheet(found);
  };
  const close = (): void => {
    setSheet(null);
    // The button is there again with the next picture.
    requestAnimationFrame(() => print.current?.querySelector('button')?.focus());
  };
  return (
    <>
      {sheet === null ? null : <DowntimeSheet sheet={sheet} onClose={close} />}
      <div className="desk-page desk-today" hidden={sheet !== null}>
        <div className="desk-today__top">
          <p>{figures === null ? null : words.asOf(figures.at)}</p>
          <span ref={print}>
            <Button isDisabled={opening.isBusy} onPress={() => void open()}>
              {downtimeWords.print}
            </Button>
          </span>
        </div>
        <FailureNotice failure={opening.failure ?? failure} />
        {figures === null ? (
          failure === null && <p role="status">{words.loading}</p>
        ) : (
          <div className="desk-today__plots">
            <ArrivalsPlot quarters={figures.quarters} />
            <WaitsPlot clinicians={figures.clinicians} />
            <div>
              <SharePlot kioskShare={figures.kioskShare} />
              <LooksPlot {...figures} />
            </div>
          </div>
        )}
        {downtime === null ? null : (
          <DowntimeFile client={client} state={downtime} isManager={who.roles.includes('manager')} onChange={look} />
        )}
      </div>
    </>
  );
}
