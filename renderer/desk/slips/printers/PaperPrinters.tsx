import { useState } from 'react';
import type { CheckPage, PrintingSnapshot } from '../../../../preload/contract/desk/printing';
import { paperSizes } from '../../../../preload/contract/rules/paper';
import type { PaperSize } from '../../../../preload/contract/rules/paper';
import { printingWords as words } from '../../../text/desk/printing';
import { paperNames } from '../../../text/desk/slips';
import { Button } from '../../parts/Button';
import { DataTable } from '../../parts/DataTable';
import { FailureNotice } from '../../parts/FailureNotice';
import { Notice } from '../../parts/Notice';
import { useAsk } from '../../parts/useAsk';
import { problemsIn } from '../../settings/problems';
import type { TabProps } from '../../tabProps';
import { lastChosen } from '../lastChosen';
import { KioskPrinter } from './KioskPrinter';
import { PageOutcome } from './PageOutcome';
import { PrinterSelect } from './PrinterSelect';
import { changesIn, planOf } from './printerRows';
import type { PrinterPlan } from './printerRows';
import { usePagePrint } from './usePagePrint';

interface PaperPrintersProps extends TabProps {
  printing: PrintingSnapshot;
}

/** Which printer each paper comes out of, with a page to see that it is right; a manager changes it. */
export function PaperPrinters({ client, who, printing }: PaperPrintersProps) {
  const [draft, setDraft] = useState<PrinterPlan | null>(null);
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [isSaved, setSaved] = useState(false);
  const saving = useAsk();
  const page = usePagePrint();
  const saved = planOf(printing);
  const plan = draft ?? saved;
  const changes = changesIn(saved, plan);
  const isManager = who.roles.includes('manager');
  const printers = printing.printers ?? [];

  const change = (part: Partial<PrinterPlan>): void => {
    setSaved(false);
    setProblems([]);
    setDraft({ ...plan, ...part });
  };
  const discard = (): void => {
    setDraft(null);
    setProblems([]);
    saving.clear();
  };
  const save = async (): Promise<void> => {
    if (changes === null) return;
    const found = await saving.ask(async () => {
      try {
        await client.settings.changeMachine({ machine: changes });
        return [];
      } catch (error) {
        const sentences = problemsIn(error);
        if (sentences === null) throw error;
        return sentences;
      }
    });
    if (found === null) return;
    setProblems(found);
    if (found.length > 0) return;
    setDraft(null);
    setSaved(true);
  };
  const check = (kind: CheckPage['kind'], size: PaperSize, printer: string): void => {
    const wanted: CheckPage = kind === 'sample' ? { kind, system: lastChosen.system(), size } : { kind, size };
    void page.print(printer, () => client.printing.printCheck({ page: wanted, printer }));
  };
  return (
    <div className="desk-printing__papers">
      <h3 className="desk-printing__title">{words.papersTitle}</h3>
      <p>
        {words.papersLead} {isManager ? null : words.askManager}
      </p>
      <DataTable
        caption={words.papersTitle}
        isCaptionHidden
        rows={paperSizes}
        keyOf={(size) => size}
        empty={words.none}
        columns={[
          { key: 'paper', heading: words.paperColumns.paper, cell: (size) => paperNames[size] },
          {
            key: 'printer',
            heading: words.paperColumns.printer,
            cell: (size) =>
              isManager ? (
                <PrinterSelect
                  label={words.printerOf(paperNames[size])}
                  isLabelHidden
                  printers={printers}
                  value={plan.slipPrinters[size]}
                  onChange={(printer) => change({ slipPrinters: { ...plan.slipPrinters, [size]: printer } })}
                />
              ) : (
                <span className="desk-printing__name">{saved.slipPrinters[size] ?? words.none}</span>
              ),
          },
          {
            key: 'check',
            heading: words.paperColumns.check,
            cell: (size) => (
              <Checks
                size={size}
                printer={saved.slipPrinters[size]}
                isSaved={saved.slipPrinters[size] === plan.slipPrinters[size]}
                isBusy={page.isBusy}
                onCheck={check}
              />
            ),
          },
        ]}
      />
      <p className="desk-printing__quiet">{words.checkLead}</p>
      <PageOutcome page={page} />
      <KioskPrinter isManager={isManager} printers={printers} plan={plan} onChange={change} />
      {problems.length === 0 ? null : (
        <Notice kind="error" title={words.problems}>
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </Notice>
      )}
      <FailureNotice failure={saving.failure} />
      {isSaved && changes === null ? <Notice kind="success">{words.saved}</Notice> : null}
      {changes === null ? null : (
        <div className="desk-printing__ways">
          <strong role="status">{words.unsaved}</strong>
          <Button kind="primary" isDisabled={saving.isBusy} onPress={() => void save()}>
            {words.save}
          </Button>
          <Button onPress={discard}>{words.discard}</Button>
        </div>
      )}
    </div>
  );
}

interface ChecksProps {
  size: PaperSize;
  printer: string | null;
  isSaved: boolean;
  isBusy: boolean;
  onCheck: (kind: CheckPage['kind'], size: PaperSize, printer: string) => void;
}

function Checks({ size, printer, isSaved, isBusy, onCheck }: ChecksProps) {
  if (!isSaved) return <span className="desk-printing__quiet">{words.saveFirst}</span>;
  if (printer === null) return <span className="desk-printing__quiet">{words.noPrinterForPaper}</span>;
  const paper = paperNames[size];
  return (
    <div className="desk-printing__checks">
      <Button
        isSmall
        isDisabled={isBusy}
        label={words.sampleOf(paper)}
        onPress={() => onCheck('sample', size, printer)}
      >
        {words.sample}
      </Button>
      <Button
        isSmall
        isDisabled={isBusy}
        label={words.calibrationOf(paper)}
        onPress={() => onCheck('calibration', size, printer)}
      >
        {words.calibration}
      </Button>
    </div>
  );
}
