import { editorWords } from '../../../text/desk/settings';
import { CheckField } from '../../parts/CheckField';
import { TextField } from '../../parts/TextField';
import { asList, asTable, asText } from '../values';
import type { EditorProps } from './editorProps';

/** The choices of "What do you need?", each with its words and what it does. All are always there; what is not wanted is not offered. */
export function ReceptionEditor({ value, onChange }: EditorProps) {
  const choices = asList(value).map(asTable);
  const kinds: Readonly<Record<string, string>> = editorWords.reception;
  return (
    <div className="desk-settings__stack">
      {choices.map((choice, index) => {
        const name = kinds[asText(choice['kind'])] ?? asText(choice['kind']);
        const set = (field: string, next: unknown) =>
          onChange(choices.map((one, other) => (other === index ? { ...one, [field]: next } : one)));
        const check = (field: 'isOffered' | 'givesTicket' | 'raisesAlert') => (
          <CheckField
            label={editorWords[field]}
            isChecked={choice[field] === true}
            onChange={(isChecked) => set(field, isChecked)}
          />
        );
        return (
          <fieldset key={asText(choice['kind'])} className="desk-settings__choice">
            <legend className="desk-settings__name">{name}</legend>
            <div className="desk-settings__checks">
              {check('isOffered')}
              {check('givesTicket')}
              {check('raisesAlert')}
            </div>
            {choice['isOffered'] === true ? (
              <div className="desk-settings__pair">
                <TextField
                  label={editorWords.label}
                  hint={editorWords.labelHint}
                  maxLength={60}
                  value={asText(choice['label'])}
                  onChange={(text) => set('label', text === '' ? null : text)}
                />
                <TextField
                  label={editorWords.choiceWords}
                  hint={editorWords.labelHint}
                  maxLength={200}
                  value={asText(choice['words'])}
                  onChange={(text) => set('words', text === '' ? null : text)}
                />
              </div>
            ) : null}
          </fieldset>
        );
      })}
    </div>
  );
}
