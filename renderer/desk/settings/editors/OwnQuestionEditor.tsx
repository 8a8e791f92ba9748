import { editorWords } from '../../../text/desk/settings';
import { Button } from '../../parts/Button';
import { TextField } from '../../parts/TextField';
import { asTable, asText } from '../values';
import type { EditorProps } from './editorProps';
import { TextsEditor } from './TextsEditor';

/** The practice's own question with its answers, or none. */
export function OwnQuestionEditor({ title, value, onChange }: EditorProps) {
  if (value === null) {
    return (
      <div>
        <p className="desk-settings__none">{editorWords.noQuestionSet}</p>
        <Button isSmall onPress={() => onChange({ text: '', choices: [] })}>
          {editorWords.askQuestion}
        </Button>
      </div>
    );
  }
  const question = asTable(value);
  return (
    <div className="desk-settings__stack" role="group" aria-label={title}>
      <TextField
        label={editorWords.questionText}
        maxLength={200}
        value={asText(question['text'])}
        onChange={(text) => onChange({ ...question, text })}
      />
      <TextsEditor
        title={editorWords.questionChoices}
        label={editorWords.questionChoices}
        value={question['choices']}
        most={60}
        suggestions={[]}
        onChange={(choices) => onChange({ ...question, choices })}
      />
      <Button isSmall onPress={() => onChange(null)}>
        {editorWords.noQuestion}
      </Button>
    </div>
  );
}
