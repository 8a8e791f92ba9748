import { editorWords } from '../../../text/desk/settings';
import { Button } from '../../parts/Button';
import { asTexts } from '../values';
import { AddName } from './AddName';
import type { EditorProps } from './editorProps';

interface TextsEditorProps extends EditorProps {
  /** Characters of each. */
  most: number;
  suggestions: readonly string[];
  label: string;
  hint?: string | undefined;
  type?: 'text' | 'date';
  problemOf?: (text: string) => string | null;
  /** How one is shown. */
  words?: (text: string) => string;
  isSorted?: boolean;
}

/** A list of texts or of days: each can be taken out, others added. */
export function TextsEditor(props: TextsEditorProps) {
  const { title, value, onChange, most, suggestions, label, hint, type, problemOf, isSorted = false } = props;
  const texts = asTexts(value);
  const words = props.words ?? ((text: string) => text);
  return (
    <div>
      {texts.length === 0 ? (
        <p className="desk-settings__none">{editorWords.none}</p>
      ) : (
        <ul className="desk-settings__chips" aria-label={title}>
          {texts.map((text, index) => (
            <li key={text} className="desk-settings__chip">
              <span>{words(text)}</span>
              <Button
                kind="quiet"
                isSmall
                label={editorWords.removeOf(words(text))}
                onPress={() => onChange(texts.filter((_, other) => other !== index))}
              >
                {editorWords.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddName
        label={label}
        hint={hint}
        suggestions={suggestions}
        taken={texts}
        maxLength={most}
        {...(type === undefined ? {} : { type })}
        {...(problemOf === undefined ? {} : { problemOf })}
        onAdd={(text) => onChange(isSorted ? [...texts, text].toSorted() : [...texts, text])}
      />
    </div>
  );
}
