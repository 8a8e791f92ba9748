import { editorWords } from '../../../text/desk/settings';
import { Button } from '../../parts/Button';
import { TextField } from '../../parts/TextField';
import { asTable, asText } from '../values';
import type { EditorProps } from './editorProps';

const londonDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/London' });

/** A walk-in session of one day, or none. */
export function WalkInEditor({ title, value, onChange }: EditorProps) {
  if (value === null) {
    return (
      <div>
        <p className="desk-settings__none">{editorWords.noSession}</p>
        <Button isSmall onPress={() => onChange({ day: londonDay.format(new Date()), name: '', until: '12:30' })}>
          {editorWords.openSession}
        </Button>
      </div>
    );
  }
  const session = asTable(value);
  const field = (name: 'name' | 'day' | 'until', label: string, type: 'text' | 'date' | 'time') => (
    <TextField
      label={label}
      type={type}
      width={type === 'text' ? 'medium' : 'short'}
      maxLength={60}
      value={asText(session[name])}
      onChange={(text) => onChange({ ...session, [name]: text })}
    />
  );
  return (
    <div className="desk-settings__stack" role="group" aria-label={title}>
      <div className="desk-settings__pair">
        {field('name', editorWords.sessionName, 'text')}
        {field('day', editorWords.sessionDay, 'date')}
        {field('until', editorWords.sessionUntil, 'time')}
      </div>
      <Button isSmall onPress={() => onChange(null)}>
        {editorWords.closeSession}
      </Button>
    </div>
  );
}
