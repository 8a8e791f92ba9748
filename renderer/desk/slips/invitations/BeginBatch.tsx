import { useState } from 'react';
import type { PrintingSnapshot } from '../../../../preload/contract/desk/printing';
import { paperSizes } from '../../../../preload/contract/rules/paper';
import type { PaperSize } from '../../../../preload/contract/rules/paper';
import { invitationRefusalOf, invitationWords as words } from '../../../text/desk/invitations';
import { paperNames, slipsWords } from '../../../text/desk/slips';
import type { DeskClient } from '../../deskClient';
import { DropZone } from '../../lists/DropZone';
import { UnreadableFile } from '../../lists/sendFile';
import { FailureNotice } from '../../parts/FailureNotice';
import { Notice } from '../../parts/Notice';
import { SelectField } from '../../parts/SelectField';
import { useAsk } from '../../parts/useAsk';
import { firstPaper } from '../details';
import type { BegunBatch } from './BatchCard';
import { choiceProblem, listInBase64 } from './batchFile';

interface BeginBatchProps {
  client: DeskClient;
  printing: PrintingSnapshot;
  onBegun: (batch: BegunBatch) => void;
}

/** A list of people is chosen, and read: nothing is printed yet. */
export function BeginBatch({ client, printing, onBegun }: BeginBatchProps) {
  const [size, setSize] = useState<PaperSize | null>(null);
  const [reading, setReading] = useState<string | null>(null);
  const [problem, setProblem] = useState<'oneFile' | 'tooLarge' | 'notRead' | null>(null);
  const { ask, isBusy, failure, clear } = useAsk();
  const paper = size ?? firstPaper(printing.chosen);

  const take = async (files: readonly File[]): Promise<void> => {
    const [file] = files;
    if (isBusy || file === undefined) return;
    clear();
    const found = choiceProblem(files);
    setProblem(found);
    if (found !== null) return;
    setReading(file.name);
    const begun = await ask(async () => {
      try {
        return await client.invitations.begin({ file: await listInBase64(file), size: paper });
      } catch (error) {
        if (!(error instanceof UnreadableFile)) throw error;
        setProblem('notRead');
        return null;
      }
    });
    setReading(null);
    if (begun !== null) onBegun(begun);
  };
  const said = failure === null ? null : invitationRefusalOf(failure.code, failure.data);
  return (
    <div className="desk-invitations__begin">
      <div className="desk-invitations__before">
        <h3 className="desk-printing__title">{words.beforeTitle}</h3>
        <ul>
          {words.before.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
      <SelectField
        label={words.size}
        options={paperSizes.map((one) => ({
          value: one,
          label: printing.chosen[one] === null ? slipsWords.noPrinterFor(paperNames[one]) : paperNames[one],
        }))}
        value={paper}
        isDisabled={isBusy}
        onChange={(chosen) => setSize(paperSizes.find((one) => one === chosen) ?? null)}
      />
      <DropZone isBusy={isBusy} words={words.drop} isForOne onFiles={(files) => void take(files)} />
      <p role="status">{reading === null ? '' : words.reading(reading)}</p>
      {problem === null ? null : <Notice kind="error">{words[problem]}</Notice>}
      <FailureNotice
        failure={failure}
        words={failure === null || said === null ? words.failures : { ...words.failures, [failure.code]: said }}
      />
    </div>
  );
}
