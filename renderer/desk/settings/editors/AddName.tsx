import { useId, useState } from 'react';
import { editorWords } from '../../../text/desk/settings';
import { Button } from '../../parts/Button';
import { describedBy, FieldFrame } from '../../parts/FieldFrame';

interface AddNameProps {
  label: string;
  hint?: string | undefined;
  suggestions: readonly string[];
  /** Those that are there already are not suggested, and not added twice. */
  taken: readonly string[];
  maxLength: number;
  type?: 'text' | 'date';
  /** Why a text cannot be added; null if it can. */
  problemOf?: (text: string) => string | null;
  onAdd: (name: string) => void;
}

/** A text typed or picked, to be added to a list or a table. */
export function AddName(props: AddNameProps) {
  const { label, hint, suggestions, taken, maxLength, type = 'text', problemOf, onAdd } = props;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const words = { label, hint, problem };
  const add = () => {
    const name = typed.trim();
    if (name === '') return;
    const isTaken = taken.some((one) => fold(one) === fold(name));
    const why = isTaken ? editorWords.nameTaken : (problemOf?.(name) ?? null);
    setProblem(why);
    if (why !== null) return;
    onAdd(name);
    setTyped('');
  };
  return (
    <div className="desk-settings__add">
      <FieldFrame id={id} words={words}>
        <input
          id={id}
          className="desk-input desk-input--medium"
          type={type}
          list={suggestions.length === 0 ? undefined : `${id}-list`}
          value={typed}
          maxLength={maxLength}
          autoComplete="off"
          spellCheck={false}
          aria-describedby={describedBy(id, words)}
          aria-invalid={problem === null ? undefined : true}
          onChange={(event) => {
            setTyped(event.target.value);
            setProblem(null);
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            add();
          }}
        />
      </FieldFrame>
      {suggestions.length === 0 ? null : (
        <datalist id={`${id}-list`}>
          {suggestions
            .filter((name) => !taken.some((one) => fold(one) === fold(name)))
            .map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
        </datalist>
      )}
      <Button isSmall onPress={add} label={`${editorWords.add}: ${label}`}>
        {editorWords.add}
      </Button>
    </div>
  );
}

/** Names are compared as main compares them: case and spacing make no other one. */
function fold(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}
