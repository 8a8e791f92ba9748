import { useCallback, useEffect, useState } from 'react';
import type { Figures } from '../../../preload/contract/desk/figures';
import { figuresWords as words } from '../../text/desk/figures';
import { handingWords } from '../../text/desk/settings';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { useAsk } from '../parts/useAsk';
import { CopyBox } from '../settings/CopyBox';
import { canDownload, download } from '../settings/handing';
import type { TabProps } from '../tabProps';
import { DecisionsPlot } from './DecisionsPlot';
import { MonthsPlot } from './MonthsPlot';
import { NoFigures } from './NoFigures';
import { isEmpty } from './scales';
import { StepsPlot } from './StepsPlot';
import { TimesPlot } from './TimesPlot';
import { WeeksPlot } from './WeeksPlot';

/** Sign-up in figures: what came, how long it took, what was decided. They name nobody. */
export function FiguresTab({ client }: TabProps) {
  const reading = useAsk();
  const saving = useAsk();
  const [figures, setFigures] = useState<Figures | null>(null);
  const [isSaved, setSaved] = useState(false);
  const [copy, setCopy] = useState<string | null>(null);
  const { ask } = reading;
  const look = useCallback(async () => {
    const found = await ask(() => client.figures.read({}));
    if (found !== null) setFigures(found);
  }, [ask, client]);
  useEffect(() => queueMicrotask(() => void look()), [look]);

  const save = async (): Promise<void> => {
    setSaved(false);
    const file = await saving.ask(() => client.figures.csv({}));
    if (file === null) return;
    if (!canDownload()) {
      setCopy(file.csv);
      return;
    }
    download(file.fileName, 'text/csv', [file.csv]);
    setSaved(true);
  };

  return (
    <div className="desk-page desk-figures">
      <div className="desk-today__top">
        <p>{words.lead}</p>
        {figures === null || isEmpty(figures) ? null : (
          <Button isDisabled={saving.isBusy} onPress={() => void save()}>
            {words.save}
          </Button>
        )}
      </div>
      <FailureNotice failure={saving.failure ?? reading.failure} />
      {isSaved ? <Notice kind="success">{words.saved}</Notice> : null}
      {figures === null ? <Waiting hasFailed={reading.failure !== null} onAgain={() => void look()} /> : null}
      {figures === null ? null : isEmpty(figures) ? <NoFigures /> : <Plots figures={figures} />}
      {copy === null ? null : (
        <CopyBox title={words.copyTitle} lead={handingWords.exportLead} text={copy} onClose={() => setCopy(null)} />
      )}
    </div>
  );
}

function Waiting({ hasFailed, onAgain }: { hasFailed: boolean; onAgain: () => void }) {
  return hasFailed ? <Button onPress={onAgain}>{words.again}</Button> : <p role="status">{words.loading}</p>;
}

function Plots({ figures }: { figures: Figures }) {
  return (
    <div className="desk-today__plots">
      <WeeksPlot weeks={figures.weeks} />
      <TimesPlot {...figures} />
      <StepsPlot steps={figures.steps} />
      <DecisionsPlot decisions={figures.decisions} />
      <MonthsPlot months={figures.months} />
    </div>
  );
}
