import { editorWords } from '../../../text/desk/settings';
import { CheckField } from '../../parts/CheckField';
import { SelectField } from '../../parts/SelectField';
import { TextField } from '../../parts/TextField';
import type { Choice } from '../ruleTable';
import { asTable, asText, numberFrom, shownNumber } from '../values';
import type { EditorProps } from './editorProps';

/** A number with what it counts. */
export function NumberEditor(props: EditorProps & { unit?: string | undefined; isOptional: boolean }) {
  const { title, value, onChange, unit, isOptional } = props;
  return (
    <div className="desk-settings__number">
      <TextField
        label={unit === undefined ? title : `${title} (${unit})`}
        isLabelHidden
        hint={isOptional ? editorWords.optional : undefined}
        width="short"
        inputMode="numeric"
        maxLength={9}
        value={shownNumber(value)}
        onChange={(typed) => onChange(isOptional && typed === '' ? null : numberFrom(typed))}
      />
      {unit === undefined ? null : <span aria-hidden="true">{unit}</span>}
    </div>
  );
}

export function YesNoEditor({ title, value, onChange }: EditorProps) {
  return <CheckField label={title} isChecked={value === true} onChange={onChange} />;
}

/** One line; empty is none where none may be. */
export function TextEditor(props: EditorProps & { most: number; isOptional: boolean; width?: 'medium' }) {
  const { title, value, onChange, most, isOptional, width } = props;
  return (
    <TextField
      label={title}
      isLabelHidden
      hint={isOptional ? editorWords.optional : undefined}
      width={width}
      maxLength={most}
      value={asText(value)}
      onChange={(text) => onChange(isOptional && text === '' ? null : text)}
    />
  );
}

/** A day, or none. */
export function DayEditor({ title, value, onChange }: EditorProps) {
  return (
    <TextField
      label={title}
      isLabelHidden
      type="date"
      width="short"
      hint={editorWords.optional}
      value={asText(value)}
      onChange={(day) => onChange(day === '' ? null : day)}
    />
  );
}

export function ChoiceEditor({ title, value, onChange, of }: EditorProps & { of: Choice }) {
  const words: Readonly<Record<string, string>> = editorWords[of];
  return (
    <SelectField
      label={title}
      isLabelHidden
      options={Object.entries(words).map(([choice, label]) => ({ value: choice, label }))}
      value={asText(value)}
      onChange={onChange}
    />
  );
}

/** Minutes early and late. */
export function WindowEditor({ title, value, onChange }: EditorProps) {
  const window = asTable(value);
  const field = (name: 'earlyMinutes' | 'lateMinutes') => (
    <TextField
      label={editorWords[name]}
      width="short"
      inputMode="numeric"
      maxLength={9}
      value={shownNumber(window[name])}
      onChange={(typed) => onChange({ ...window, [name]: numberFrom(typed) })}
    />
  );
  return (
    <div className="desk-settings__pair" role="group" aria-label={title}>
      {field('earlyMinutes')}
      {field('lateMinutes')}
    </div>
  );
}
