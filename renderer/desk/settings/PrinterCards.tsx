import type { ReactNode } from 'react';
import { paperSizes } from '../../../preload/contract/rules/paper';
import { machineWords } from '../../text/desk/settingsMachine';
import type { MachineName } from '../../text/desk/settingsMachine';
import { printingWords } from '../../text/desk/printing';
import { paperNames } from '../../text/desk/slips';
import type { DeskClient } from '../deskClient';
import { SelectField } from '../parts/SelectField';
import { PrinterSelect } from '../slips/printers/PrinterSelect';
import { usePrinting } from '../slips/usePrinting';
import { asTable, asText } from './values';

interface PrinterCardsProps {
  client: DeskClient;
  shown: Readonly<Record<MachineName, unknown>>;
  renderCard: (name: MachineName, editor: ReactNode) => ReactNode;
  onChange: (name: MachineName, value: unknown) => void;
}

/** The printers of this machine: for each paper, and beside the kiosk. */
export function PrinterCards({ client, shown, renderCard, onChange }: PrinterCardsProps) {
  const printing = usePrinting(client);
  const printers = printing?.printers ?? [];
  const behindReception = asTable(shown.slipPrinters);
  const nameOf = (value: unknown): string | null => (asText(value) === '' ? null : asText(value));
  return (
    <>
      {renderCard(
        'slipPrinters',
        <div className="desk-settings__stack">
          {paperSizes.map((size) => (
            <PrinterSelect
              key={size}
              label={paperNames[size]}
              printers={printers}
              value={nameOf(behindReception[size])}
              onChange={(printer) => onChange('slipPrinters', { ...behindReception, [size]: printer })}
            />
          ))}
        </div>,
      )}
      {renderCard(
        'kioskPrinter',
        <PrinterSelect
          label={machineWords.kioskPrinter.title}
          isLabelHidden
          printers={printers}
          value={nameOf(shown.kioskPrinter)}
          onChange={(printer) => onChange('kioskPrinter', printer)}
        />,
      )}
      {renderCard(
        'kioskPaper',
        <SelectField
          label={printingWords.kioskPaper}
          isLabelHidden
          options={rolls.map((roll) => ({ value: roll, label: paperNames[roll] }))}
          value={asText(shown.kioskPaper)}
          onChange={(roll) => onChange('kioskPaper', roll)}
        />,
      )}
    </>
  );
}

const rolls = ['roll80', 'roll58'] as const;
