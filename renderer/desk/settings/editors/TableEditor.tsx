import type { ReactNode } from 'react';
import { editorWords } from '../../../text/desk/settings';
import { Button } from '../../parts/Button';
import type { NamesFrom } from '../ruleTable';
import { asTable } from '../values';
import { AddName } from './AddName';
import type { EditorProps, Suggestions } from './editorProps';

interface TableEditorProps extends EditorProps {
  names: NamesFrom;
  suggestions: Suggestions;
  /** What a name is set to at first. */
  first: unknown;
  renderCell: (name: string, value: unknown, onChange: (value: unknown) => void) => ReactNode;
}

/** A table of names and what is set for each; names are picked from today's lists or typed. */
export function TableEditor({ title, value, onChange, names, suggestions, first, renderCell }: TableEditorProps) {
  const rows = Object.entries(asTable(value));
  return (
    <div>
      {rows.length === 0 ? (
        <p className="desk-settings__none">{editorWords.none}</p>
      ) : (
        <ul className="desk-settings__rows" aria-label={title}>
          {rows.map(([name, item]) => (
            <li key={name} className="desk-settings__row">
              <span className="desk-settings__name">{name}</span>
              <div className="desk-settings__cell">
                {renderCell(name, item, (next) => onChange(Object.fromEntries(withItem(rows, name, next))))}
              </div>
              <Button
                kind="quiet"
                isSmall
                label={editorWords.removeOf(name)}
                onPress={() => onChange(Object.fromEntries(rows.filter(([other]) => other !== name)))}
              >
                {editorWords.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <AddName
        label={editorWords.newName(editorWords.names[names])}
        hint={editorWords.namesHint[names]}
        suggestions={suggestions[names]}
        taken={rows.map(([name]) => name)}
        maxLength={100}
        onAdd={(name) => onChange(Object.fromEntries([...rows, [name, first]]))}
      />
    </div>
  );
}

function withItem(rows: readonly [string, unknown][], name: string, next: unknown): [string, unknown][] {
  return rows.map(([other, item]) => [other, other === name ? next : item]);
}
