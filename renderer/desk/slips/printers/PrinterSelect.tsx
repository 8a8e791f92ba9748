import type { PrinterRow } from '../../../../preload/contract/desk/printing';
import { printingWords as words } from '../../../text/desk/printing';
import { printerLabel } from '../../../text/desk/slips';
import { SelectField } from '../../parts/SelectField';

interface PrinterSelectProps {
  label: string;
  isLabelHidden?: boolean;
  printers: readonly PrinterRow[];
  /** Null: none. One that is not there any more stays chosen until somebody changes it. */
  value: string | null;
  onChange: (printer: string | null) => void;
}

/** A printer of the kiosk machine, or none. */
export function PrinterSelect({ label, isLabelHidden, printers, value, onChange }: PrinterSelectProps) {
  const isThere = value === null || printers.some(({ name }) => name === value);
  return (
    <SelectField
      label={label}
      isLabelHidden={isLabelHidden}
      options={[
        { value: '', label: words.none },
        ...printers.map((printer) => ({ value: printer.name, label: printerLabel(printer) })),
        ...(isThere ? [] : [{ value, label: words.notThere(value) }]),
      ]}
      value={value ?? ''}
      onChange={(name) => onChange(name === '' ? null : name)}
    />
  );
}
