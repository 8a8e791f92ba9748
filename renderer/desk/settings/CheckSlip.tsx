import { useCallback, useState } from 'react';
import type { PrintingSnapshot } from '../../../preload/contract/desk/printing';
import { paperSizes } from '../../../preload/contract/rules/paper';
import type { PaperSize } from '../../../preload/contract/rules/paper';
import { slipSystems } from '../../../preload/contract/rules/slipValues';
import type { SlipSystem } from '../../../preload/contract/rules/slipValues';
import { checkSlipWords as words } from '../../text/desk/settings';
import { paperNames, slipRefusalOf, slipSystemNames } from '../../text/desk/slips';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { SelectField } from '../parts/SelectField';
import { useAsk } from '../parts/useAsk';
import { PagePicture } from '../slips/PagePicture';
import { firstPaper } from '../slips/details';
import { PageOutcome } from '../slips/printers/PageOutcome';
import { usePagePrint } from '../slips/printers/usePagePrint';
import { usePrinting } from '../slips/usePrinting';

interface CheckSlipProps {
  client: DeskClient;
  /** Something on the page is not saved, and so not on the slip. */
  hasChanges: boolean;
}

/** A sample of the slip, as a picture and from the printer, and what a scanner reads from its code. */
export function CheckSlip({ client, hasChanges }: CheckSlipProps) {
  const printing = usePrinting(client);
  const [system, setSystem] = useState<SlipSystem>('emis');
  const [size, setSize] = useState<PaperSize | null>(null);
  const [seen, setSeen] = useState<{ picture: string; reads: string | null; system: SlipSystem } | null>(null);
  const looking = useAsk();
  const page = usePagePrint();
  const paper = size ?? (printing === null ? 'a4' : firstPaper(printing.chosen));
  const printer = printing?.chosen[paper] ?? null;
  const picture = seen?.picture ?? null;
  const takePicture = useCallback(() => picture, [picture]);
  const { failure } = looking;
  const notMade = failure?.code === 'NOT_MADE' ? slipRefusalOf(failure.code, failure.data) : null;

  const look = async (): Promise<void> => {
    if (looking.isBusy) return;
    setSeen(null);
    const found = await looking.ask(() => client.printing.look({ page: { kind: 'sample', system, size: paper } }));
    if (found !== null) setSeen({ ...found, system });
  };
  const print = (name: string): void => {
    const sample = { kind: 'sample', system, size: paper } as const;
    void page.print(name, () => client.printing.printCheck({ page: sample, printer: name }));
  };
  return (
    <div className="desk-settings__card desk-checkSlip">
      <h3 className="desk-settings__cardTitle">{words.title}</h3>
      <p className="desk-settings__effect">{words.effect}</p>
      {hasChanges ? <p className="desk-settings__problem">{words.unsaved}</p> : null}
      <div className="desk-settings__editor desk-settings__pair">
        <SelectField
          label={words.system}
          options={slipSystems.map((one) => ({ value: one, label: slipSystemNames[one].name }))}
          value={system}
          onChange={(chosen) => {
            setSystem(slipSystems.find((one) => one === chosen) ?? 'emis');
            setSeen(null);
          }}
        />
        <SelectField
          label={words.paper}
          options={paperSizes.map((one) => ({ value: one, label: paperNames[one] }))}
          value={paper}
          onChange={(chosen) => {
            setSize(paperSizes.find((one) => one === chosen) ?? null);
            setSeen(null);
          }}
        />
      </div>
      <div className="desk-settings__buttons">
        <Button isDisabled={looking.isBusy} onPress={() => void look()}>
          {words.show}
        </Button>
        {printer === null ? null : (
          <Button isDisabled={page.isBusy} onPress={() => print(printer)}>
            {words.print}
          </Button>
        )}
      </div>
      {printing !== null && printer === null ? <p className="desk-settings__none">{words.noPrinter}</p> : null}
      <p role="status">{looking.isBusy ? words.showing : ''}</p>
      <FailureNotice failure={failure} words={notMade === null ? {} : { NOT_MADE: notMade }} />
      <PageOutcome page={page} />
      {seen === null ? null : (
        <div className="desk-checkSlip__seen">
          <p role="status">
            <Reads reads={seen.reads} link={linkOf(printing, seen.system)} />
          </p>
          <PagePicture take={takePicture} label={words.picture} isLarge />
        </div>
      )}
    </div>
  );
}

function Reads({ reads, link }: { reads: string | null; link: string | null }) {
  if (reads === null) return words.readsNothing;
  return (
    <>
      {words.reads} <span className="desk-link__reads">{reads}</span>
      <br />
      {link === null ? null : reads === link ? words.isRight : words.isOther}
    </>
  );
}

function linkOf(printing: PrintingSnapshot | null, system: SlipSystem): string | null {
  return printing === null ? null : printing.links[system];
}
