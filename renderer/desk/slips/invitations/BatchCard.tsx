import { useCallback, useState } from 'react';
import type { InvitationBatch, PrinterRow } from '../../../../preload/contract/desk/printing';
import { invitationWords as words, stoppedSentences, waitingSentences } from '../../../text/desk/invitations';
import { paperNames, printerTrouble, slipsWords } from '../../../text/desk/slips';
import { ConfirmDialog } from '../../applications/proxy/ConfirmDialog';
import type { DeskClient } from '../../deskClient';
import { Button } from '../../parts/Button';
import { FailureNotice } from '../../parts/FailureNotice';
import { Notice } from '../../parts/Notice';
import { useAsk } from '../../parts/useAsk';
import { PagePicture } from '../PagePicture';
import { PrinterField } from '../PrinterField';
import { StepTitle } from '../StepTitle';

/** What reading the list gave, at the desk that chose it. */
export interface BegunBatch {
  batchId: string;
  total: number;
  leftOut: readonly number[];
  /** PNG (base64). */
  picture: string;
}

interface BatchCardProps {
  client: DeskClient;
  batch: InvitationBatch;
  printers: readonly PrinterRow[] | null;
  /** The printer set for this paper. */
  setPrinter: string | null;
  /** Null: another desk chose the list, or this page was opened anew. */
  begun: BegunBatch | null;
}

/** A batch that can be printed, is printing, or has stopped: how far it is, and what can be done with it. */
export function BatchCard({ client, batch, printers, setPrinter, begun }: BatchCardProps) {
  const { batchId, state, by, size, total, printed } = batch;
  const [chosen, setChosen] = useState<string | null>(null);
  const [hasTried, setTried] = useState(false);
  const [isForgetting, setForgetting] = useState(false);
  const { ask, isBusy, failure } = useAsk();
  const picture = begun?.picture ?? null;
  const takePicture = useCallback(() => picture, [picture]);
  const printer = chosen ?? batch.printer ?? setPrinter ?? '';
  const isThere = printers?.some(({ name }) => name === printer) ?? false;
  const isAtWork = state === 'printing' || state === 'stopping';
  const row = printers?.find(({ name }) => name === batch.printer);
  const trouble = row === undefined ? null : printerTrouble(row);
  const print = (): void => {
    setTried(true);
    if (isThere) void ask(() => client.invitations.print({ batchId, printer }));
  };
  const forget = async (): Promise<void> => {
    await ask(() => client.invitations.forget({ batchId }));
    setForgetting(false);
  };
  return (
    <div className="desk-invitations">
      <StepTitle>{words.read(total)}</StepTitle>
      <p className="desk-printing__quiet">
        {words.begunBy(by)}, {paperNames[size]}
      </p>
      {begun === null || begun.leftOut.length === 0 ? null : (
        <Notice kind="warning">{words.leftOut(begun.leftOut)}</Notice>
      )}
      <Progress batch={batch} />
      <Waiting batch={batch} />
      {isAtWork && batch.waiting === null && trouble !== null ? <Notice kind="warning">{trouble}</Notice> : null}
      <Stopped batch={batch} />
      {state !== 'ready' || picture === null ? null : <PagePicture take={takePicture} label={words.picture} />}
      <FailureNotice failure={failure} words={words.failures} />
      {isAtWork ? null : (
        <PrinterField
          printers={printers}
          value={printer}
          problem={hasTried && !isThere ? slipsWords.printerMissing : null}
          onChange={setChosen}
        />
      )}
      <div className="desk-printing__ways">
        {isAtWork ? (
          <Button
            kind="primary"
            isDisabled={isBusy || state === 'stopping'}
            onPress={() => void ask(() => client.invitations.stop({ batchId }))}
          >
            {words.stop}
          </Button>
        ) : (
          <Button kind="primary" isDisabled={isBusy} onPress={print}>
            {printed === 0 ? words.printAll(total) : words.goOn(total - printed)}
          </Button>
        )}
        <Button onPress={() => setForgetting(true)}>{words.forget}</Button>
      </div>
      {isForgetting ? (
        <ConfirmDialog
          title={words.forgetTitle}
          action={words.forget}
          isBusy={isBusy}
          onConfirm={() => void forget()}
          onClose={() => setForgetting(false)}
        >
          <p>{words.forgetLead(batch)}</p>
        </ConfirmDialog>
      ) : null}
    </div>
  );
}

function Progress({ batch: { state, waiting, printed, total } }: { batch: InvitationBatch }) {
  return (
    <div className="desk-invitations__progress">
      <p>
        <strong>{words.progress(printed, total)}</strong>
      </p>
      <progress
        aria-label={words.progressBar}
        aria-valuetext={words.progress(printed, total)}
        value={printed}
        max={total}
      />
      <p role="status">{waiting !== null && state === 'printing' ? words.waiting : words.states[state]}</p>
    </div>
  );
}

/** What the printer wants before it prints the page that is on its way. */
function Waiting({ batch }: { batch: InvitationBatch }) {
  if (batch.waiting === null) return null;
  return (
    <Notice kind="warning" title={words.waitingTitle}>
      {waitingSentences(batch).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}

function Stopped({ batch }: { batch: InvitationBatch }) {
  const { state, reason, mayComeTwice } = batch;
  if (state !== 'stopped' || (reason === null && !mayComeTwice)) return null;
  const sentences = [...stoppedSentences(batch), ...(mayComeTwice ? [words.mayComeTwice] : [])];
  return (
    <Notice kind="warning" title={reason === null ? undefined : words.stoppedTitle}>
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Notice>
  );
}
