import { editorWords } from '../../../text/desk/settings';
import { Button } from '../../parts/Button';
import { TextField } from '../../parts/TextField';
import { asHours, asTable, weekdays } from '../values';
import type { EditorProps } from './editorProps';

/** Hours of one day, each from a time to a later one. */
export function HoursEditor({ title, value, onChange }: EditorProps) {
  const hours = asHours(value);
  const change = (index: number, part: 'from' | 'to', time: string) =>
    onChange(hours.map((one, other) => (other === index ? { ...one, [part]: time } : one)));
  return (
    <div className="desk-settings__hours" role="group" aria-label={title}>
      {hours.length === 0 ? <span className="desk-settings__none">{editorWords.none}</span> : null}
      {hours.map(({ from, to }, index) => (
        // Hours have no name of their own: their place is who they are.
        // oxlint-disable-next-line react/no-array-index-key
        <div key={index} className="desk-settings__span">
          <TextField
            label={`${editorWords.from}, ${title}`}
            isLabelHidden
            type="time"
            width="short"
            value={from}
            onChange={(time) => change(index, 'from', time)}
          />
          <span aria-hidden="true">–</span>
          <TextField
            label={`${editorWords.until}, ${title}`}
            isLabelHidden
            type="time"
            width="short"
            value={to}
            onChange={(time) => change(index, 'to', time)}
          />
          <Button
            kind="quiet"
            isSmall
            label={`${editorWords.remove}: ${from} – ${to}, ${title}`}
            onPress={() => onChange(hours.filter((_, other) => other !== index))}
          >
            {editorWords.remove}
          </Button>
        </div>
      ))}
      <Button
        isSmall
        kind="quiet"
        label={editorWords.addHoursOf(title)}
        onPress={() => onChange([...hours, { from: hours.at(-1)?.to ?? '08:00', to: '18:30' }])}
      >
        {editorWords.addHours}
      </Button>
    </div>
  );
}

/** Opening hours by weekday, or none at all. */
export function WeekEditor({ value, onChange }: EditorProps) {
  if (value === null) {
    return (
      <div>
        <p className="desk-settings__none">{editorWords.neverClosed}</p>
        <Button isSmall onPress={() => onChange(usualWeek())}>
          {editorWords.setHours}
        </Button>
      </div>
    );
  }
  return (
    <div>
      <DaysEditor value={value} onChange={onChange} />
      <Button isSmall onPress={() => onChange(null)}>
        {editorWords.noHours}
      </Button>
    </div>
  );
}

/** Hours of every day of the week. */
export function DaysEditor({ value, onChange }: Pick<EditorProps, 'value' | 'onChange'>) {
  const week = asTable(value);
  return weekdays.map((day) => (
    <div key={day} className="desk-settings__day">
      <span className="desk-settings__name">{editorWords.weekdays[day]}</span>
      <HoursEditor
        title={editorWords.weekdays[day]}
        value={week[day]}
        onChange={(hours) => onChange({ ...week, [day]: hours })}
      />
    </div>
  ));
}

/** Core hours of general practice in England; the weekend closed. */
function usualWeek(): Record<string, unknown> {
  return Object.fromEntries(weekdays.map((day, index) => [day, index < 5 ? [{ from: '08:00', to: '18:30' }] : []]));
}
