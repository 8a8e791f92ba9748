import { useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { ApplicationRow } from '../../../preload/contract/desk/applications';
import type { PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { fullNameOf } from '../../text/desk/applications';
import { birthOf } from '../../text/desk/times';
import { slipsWords as words } from '../../text/desk/slips';
import type { DeskClient } from '../deskClient';
import { DeskFeedContext } from '../frame/deskContext';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';
import { Notice } from '../parts/Notice';
import { IsCovered, SessionRefused } from '../parts/session';
import { DetailsForm } from './DetailsForm';
import { PrintProgress } from './PrintProgress';
import { ReadBack } from './ReadBack';
import { createSlipRun } from './slipRun';
import { StepTitle } from './StepTitle';

interface SlipDialogProps {
  client: DeskClient;
  application: Pick<
    ApplicationRow,
    'applicationId' | 'version' | 'kind' | 'reference' | 'firstName' | 'lastName' | 'dateOfBirth'
  >;
  /** Printers as they stand; null until they are heard. */
  printing: PrintingSnapshot | null;
  /** It came out: it can be handed over. */
  onCameOut: () => void;
  onClose: () => void;
}

/**
 * The setup slip of one patient, from typing to paper. However it is left (closed, cancelled, locked, session over, page gone), everything of
 * it is dropped here and forgotten by the machine.
 */
export function SlipDialog({ client, application, printing, onCameOut, onClose }: SlipDialogProps) {
  const { clock } = useContext(DeskFeedContext);
  const refused = useContext(SessionRefused);
  const isCovered = useContext(IsCovered);
  const run = useMemo(() => createSlipRun({ client, clock, onRefused: refused }), [client, clock, refused]);
  const view = useSyncExternalStore(run.subscribe, run.view);
  useEffect(() => {
    window.addEventListener('pagehide', run.stop);
    return () => {
      window.removeEventListener('pagehide', run.stop);
      run.stop();
    };
  }, [run]);
  // Behind the lock nothing of a slip waits for whoever unlocks.
  useEffect(() => {
    if (isCovered) onClose();
  }, [isCovered, onClose]);

  const { applicationId, version, reference, kind } = application;
  const isOther = kind === 'someoneElse';
  return (
    <Modal
      title={words.dialogTitle(fullNameOf(application), reference)}
      lead={(isOther ? words.whoOfOther : words.whoOf)(birthOf(application.dateOfBirth), reference)}
      onClose={onClose}
      isWide
    >
      {printing === null ? (
        <p role="status">{words.askingPrinters}</p>
      ) : view.step === 'typing' ? (
        <DetailsForm
          key={view.clearedTimes}
          run={run}
          view={view}
          printing={printing}
          onCheck={(typed) => run.prepare({ applicationId, version }, typed)}
          onCancel={onClose}
        />
      ) : view.step === 'reading' ? (
        <ReadBack run={run} view={view} printing={printing} clock={clock} onCancel={onClose} />
      ) : view.step === 'printing' ? (
        <PrintProgress
          run={run}
          view={view}
          printing={printing}
          clock={clock}
          onCameOut={onCameOut}
          onCancel={onClose}
        />
      ) : (
        <>
          <StepTitle>{words.goneTitle}</StepTitle>
          <Notice kind="warning">
            <p>{words.gone}</p>
            {view.last === 'ready' || view.last === 'failed' ? null : (
              <p>{view.last === 'printed' ? words.gonePrinted : words.goneSent}</p>
            )}
          </Notice>
          <div className="desk-slips__ways">
            <Button kind="primary" onPress={run.begin}>
              {words.begin}
            </Button>
            <Button onPress={onClose}>{words.close}</Button>
          </div>
        </>
      )}
    </Modal>
  );
}
