import type { PrinterRow } from '../../../preload/contract/desk/printing';
import { printerLabel, printerTrouble, slipsWords as words } from '../../text/desk/slips';
import { Notice } from '../parts/Notice';
import { SelectField } from '../parts/SelectField';

interface PrinterFieldProps {
  /** Null: no printing system answers. */
  printers: readonly PrinterRow[] | null;
  /** Empty: none is chosen. */
  value: string;
  problem: string | null;
  onChange: (printer: string) => void;
}

/** Where a slip is to come out, and what stands in the way of it there. */
export function PrinterField({ printers, value, problem, onChange }: PrinterFieldProps) {
  if (printers === null || printers.length === 0) return <Notice kind="warning">{words.noPrinters}</Notice>;
  const chosen = printers.find(({ name }) => name === value);
  const trouble = chosen === undefined ? null : printerTrouble(chosen);
  return (
    <>
      <SelectField
        label={words.printer}
        hint={words.behindReception}
        problem={problem}
        options={[
          ...(chosen === undefined ? [{ value: '', label: words.choosePrinter }] : []),
          ...printers.map((printer) => ({ value: printer.name, label: printerLabel(printer) })),
        ]}
        value={chosen?.name ?? ''}
        onChange={onChange}
      />
      {trouble === null ? null : <Notice kind="warning">{trouble}</Notice>}
    </>
  );
}
