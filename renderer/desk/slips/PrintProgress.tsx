import { useState } from 'react';
import type { PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { slipAdviceOf, slipStateOf, slipsWords as words } from '../../text/desk/slips';
import type { MachineClock } from '../frame/machineClock';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { Countdown } from './Countdown';
import { slipPrinters } from './details';
import { PrinterField } from './PrinterField';
import { SlipFailure } from './SlipFailure';
import { isOnItsWay } from './slipRun';
import type { MadeSlip, SlipRun } from './slipRun';
import { StepTitle } from './StepTitle';
import { useSecondsLeft } from './useSecondsLeft';

interface PrintProgressProps {
  run: SlipRun;
  view: MadeSlip;
  printing: PrintingSnapshot;
  clock: MachineClock;
  onCameOut: () => void;
  onCancel: () => void;
}

const notices = {
  ready: 'info',
  making: 'info',
  sent: 'info',
  printing: 'info',
  waiting: 'warning',
  printed: 'success',
  failed: 'error',
  unknown: 'warning',
} as const;

/** How printing goes, told honestly, with what is to be done; and again without typing. */
export function PrintProgress({ run, view, printing, clock, onCameOut, onCancel }: PrintProgressProps) {
  const { job, failure, isBusy, sentAt, isLost } = view;
  const { state, reason, isKept } = job;
  /** Said that it did not come out, of this very print. */
  const [notOut, setNotOut] = useState<number | null>(null);
  const isOver = state === 'printed' || state === 'failed' || state === 'unknown';
  const isAgain = state === 'failed' || (isOver && notOut === job.sentTimes);
  return (
    <div className="desk-slips__progress">
      <StepTitle key={sentAt}>{words.printTitle}</StepTitle>
      <SlipFailure failure={failure} />
      {isLost ? <Notice kind="warning">{words.lost}</Notice> : null}
      <div aria-live="polite">
        <Notice kind={notices[state]} title={slipStateOf(state, job.printer ?? words.printer)} key={state}>
          {slipAdviceOf(state, reason).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Notice>
      </div>
      {isOnItsWay(state) && sentAt !== null ? <CalledBack clock={clock} sentAt={sentAt} /> : null}
      {isKept === true ? (
        <Notice kind="warning" title={words.isKeptTitle}>
          {words.isKept}
        </Notice>
      ) : null}
      {isOver && isKept !== true && printing.isKeeping === true ? (
        <Notice kind="info" title={words.isKeepingTitle}>
          {words.isKeeping}
        </Notice>
      ) : null}
      {isAgain ? (
        <Again
          key={job.sentTimes}
          printing={printing}
          printer={job.printer ?? ''}
          isAskedFor={state !== 'failed'}
          isBusy={isBusy}
          onPrint={(printer) => void run.print(printer)}
        />
      ) : null}
      <div className="desk-slips__ways">
        {state === 'printed' || state === 'unknown' ? (
          <>
            <Button kind={isAgain ? 'secondary' : 'primary'} onPress={onCameOut}>
              {words.cameOut}
            </Button>
            {isAgain ? null : <Button onPress={() => setNotOut(job.sentTimes)}>{words.didNot}</Button>}
          </>
        ) : null}
        {state === 'printed' || state === 'unknown' ? null : (
          <Button kind="quiet" onPress={onCancel}>
            {isOnItsWay(state) ? words.callBack : words.cancel}
          </Button>
        )}
      </div>
      {isOnItsWay(state) ? null : <Countdown clock={clock} endsAt={job.endsAt} />}
    </div>
  );
}

interface AgainProps {
  printing: PrintingSnapshot;
  printer: string;
  /** Somebody asked for it, and what they pressed has gone: it takes the focus. */
  isAskedFor: boolean;
  isBusy: boolean;
  onPrint: (printer: string) => void;
}

/** The same page once more, here or at another printer. */
function Again({ printing, printer: before, isAskedFor, isBusy, onPrint }: AgainProps) {
  const printers = slipPrinters(printing);
  const [printer, setPrinter] = useState(before);
  const [hasTried, setTried] = useState(false);
  const isThere = printers?.some(({ name }) => name === printer) ?? false;
  return (
    <div className="desk-slips__again">
      {isAskedFor ? (
        <StepTitle>{words.againTitle}</StepTitle>
      ) : (
        <h3 className="desk-slips__stepTitle">{words.againTitle}</h3>
      )}
      <p className="desk-slips__lead">{words.ifAgain}</p>
      <PrinterField
        printers={printers}
        value={printer}
        problem={hasTried && !isThere ? words.printerMissing : null}
        onChange={setPrinter}
      />
      <Button
        kind="primary"
        isDisabled={isBusy}
        onPress={() => {
          setTried(true);
          if (isThere) onPrint(printer);
        }}
      >
        {words.again}
      </Button>
    </div>
  );
}

/** Seconds after which a page that has not come out is called back (decision 41). */
const calledBackAfter = 120;

function CalledBack({ clock, sentAt }: { clock: MachineClock; sentAt: string }) {
  const at = new Date(Date.parse(sentAt) + calledBackAfter * 1_000).toISOString();
  const left = useSecondsLeft(clock, at);
  return (
    <p className="desk-slips__small">
      {words.calledBackIn(left)} {words.closeCallsBack}
    </p>
  );
}
