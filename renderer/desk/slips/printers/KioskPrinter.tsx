import type { PrinterRow } from '../../../../preload/contract/desk/printing';
import { printingWords as words } from '../../../text/desk/printing';
import { paperNames } from '../../../text/desk/slips';
import { SelectField } from '../../parts/SelectField';
import { PrinterSelect } from './PrinterSelect';
import type { PrinterPlan } from './printerRows';

interface KioskPrinterProps {
  isManager: boolean;
  printers: readonly PrinterRow[];
  plan: PrinterPlan;
  onChange: (part: Partial<PrinterPlan>) => void;
}

/** The ticket printer beside the kiosk, where patients stand. */
export function KioskPrinter({ isManager, printers, plan, onChange }: KioskPrinterProps) {
  const { kioskPrinter, kioskPaper } = plan;
  return (
    <>
      <h3 className="desk-printing__title">{words.kioskTitle}</h3>
      <p>{words.kioskLead}</p>
      {isManager ? (
        <div className="desk-printing__pair">
          <PrinterSelect
            label={words.kioskPrinter}
            printers={printers}
            value={kioskPrinter}
            onChange={(printer) => onChange({ kioskPrinter: printer })}
          />
          <SelectField
            label={words.kioskPaper}
            options={rolls.map((roll) => ({ value: roll, label: paperNames[roll] }))}
            value={kioskPaper}
            isDisabled={kioskPrinter === null}
            onChange={(roll) => onChange({ kioskPaper: roll === 'roll58' ? 'roll58' : 'roll80' })}
          />
        </div>
      ) : (
        <p className="desk-printing__name">
          {kioskPrinter === null ? words.kioskNone : words.kioskIs(kioskPrinter, paperNames[kioskPaper])}
        </p>
      )}
    </>
  );
}

const rolls = ['roll80', 'roll58'] as const;
