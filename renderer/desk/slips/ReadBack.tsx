import { useState } from 'react';
import type { PrinterRow, PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { slipsWords as words } from '../../text/desk/slips';
import type { MachineClock } from '../frame/machineClock';
import { Button } from '../parts/Button';
import { CheckField } from '../parts/CheckField';
import { Notice } from '../parts/Notice';
import { Countdown } from './Countdown';
import { slipPrinters } from './details';
import { PagePicture } from './PagePicture';
import { PrinterField } from './PrinterField';
import { SlipFailure } from './SlipFailure';
import type { MadeSlip, SlipRun } from './slipRun';
import { SpelledDetails } from './SpelledDetails';
import { StepTitle } from './StepTitle';

interface ReadBackProps {
  run: SlipRun;
  view: MadeSlip;
  printing: PrintingSnapshot;
  clock: MachineClock;
  onCancel: () => void;
}

/** The second look: the very page beside its details in words, before anything is printed. */
export function ReadBack({ run, view, printing, clock, onCancel }: ReadBackProps) {
  const { system, failure, isBusy, job, setPrinter, isLost } = view;
  const hasDetails = system !== 'nhsApp';
  const [isCompared, setCompared] = useState(false);
  const [isLarge, setLarge] = useState(false);
  const [hasTried, setTried] = useState(false);
  const printers = slipPrinters(printing);
  const [printer, setPrinterHere] = useState(() => setPrinter ?? onlyOne(printers) ?? '');
  const isThere = printers?.some(({ name }) => name === printer) ?? false;
  const print = (): void => {
    setTried(true);
    if (isCompared && isThere) void run.print(printer);
  };
  return (
    <div className={`desk-slips__reading${isLarge ? ' desk-slips__reading--large' : ''}`}>
      <div className="desk-slips__page">
        <PagePicture
          take={run.takePicture}
          label={hasDetails ? words.picture : words.pictureNoDetails}
          isLarge={isLarge}
        />
        <Button isSmall isPressed={isLarge} onPress={() => setLarge(!isLarge)}>
          {words.larger}
        </Button>
      </div>
      <div className="desk-slips__beside">
        <StepTitle>{words.readTitle}</StepTitle>
        <p className="desk-slips__lead">{hasDetails ? words.readLead : words.readLeadNoDetails}</p>
        <SlipFailure failure={failure} />
        {isLost ? <Notice kind="warning">{words.lost}</Notice> : null}
        {hasDetails ? <SpelledDetails read={run.typed} /> : null}
        <CheckField label={hasDetails ? words.compared : words.looked} isChecked={isCompared} onChange={setCompared} />
        {hasTried && !isCompared ? (
          <p className="desk-field__problem" role="alert">
            {hasDetails ? words.tickFirst : words.lookFirst}
          </p>
        ) : null}
        <PrinterField
          printers={printers}
          value={printer}
          problem={hasTried && !isThere ? words.printerMissing : null}
          onChange={setPrinterHere}
        />
        <div className="desk-slips__ways">
          <Button kind="primary" isDisabled={isBusy} onPress={print}>
            {words.printNow}
          </Button>
          <Button onPress={run.change}>{words.change}</Button>
          <Button kind="quiet" onPress={onCancel}>
            {words.cancel}
          </Button>
        </div>
        <Countdown clock={clock} endsAt={job.endsAt} more={words.moreTime} />
      </div>
    </div>
  );
}

function onlyOne(printers: readonly PrinterRow[] | null): string | null {
  return printers?.length === 1 ? (printers[0]?.name ?? null) : null;
}
