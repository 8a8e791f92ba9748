import { useState } from 'react';
import type { PrintingSnapshot, PrintOutcome } from '../../../../preload/contract/desk/printing';
import type { PaperSize } from '../../../../preload/contract/rules/paper';
import { printingWords as words } from '../../../text/desk/printing';
import { paperNames } from '../../../text/desk/slips';
import { Button } from '../../parts/Button';
import { SelectField } from '../../parts/SelectField';
import { PageOutcome } from './PageOutcome';
import { papersToPrint } from './printerRows';
import { usePagePrint } from './usePagePrint';

interface PrintAtReceptionProps {
  /** Null: not known yet. */
  printing: PrintingSnapshot | null;
  /** The papers that it can be printed on. */
  sizes: readonly PaperSize[];
  /** What is printed, in the words on the button. */
  words: string;
  /** What the button is called where several stand on a page. */
  label?: string;
  failures?: Readonly<Record<string, string>>;
  print: (size: PaperSize, printer: string) => Promise<PrintOutcome>;
}

/** Prints something at the printer that the practice has set for its paper. */
export function PrintAtReception(props: PrintAtReceptionProps) {
  const { printing, sizes, words: named, label, failures, print } = props;
  const [size, setSize] = useState<PaperSize | null>(null);
  const page = usePagePrint();
  if (printing === null) return null;
  const papers = papersToPrint(printing, sizes);
  const chosen = papers.find((paper) => paper.size === size) ?? papers[0];
  if (chosen === undefined) return <p className="desk-printing__quiet">{words.notSet}</p>;
  return (
    <div className="desk-printing__here">
      {papers.length < 2 ? null : (
        <SelectField
          label={words.paper}
          options={papers.map((paper) => ({
            value: paper.size,
            label: words.atReceptionOn(paperNames[paper.size], paper.printer),
          }))}
          value={chosen.size}
          onChange={(next) => setSize(papers.find((paper) => paper.size === next)?.size ?? null)}
        />
      )}
      <Button
        isSmall
        label={label}
        isDisabled={page.isBusy}
        onPress={() => void page.print(chosen.printer, () => print(chosen.size, chosen.printer))}
      >
        {named}
      </Button>
      <PageOutcome page={page} words={failures} />
    </div>
  );
}
