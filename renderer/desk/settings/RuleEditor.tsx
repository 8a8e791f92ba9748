import { editorWords } from '../../text/desk/settings';
import { ruleWords } from '../../text/desk/settingsRules';
import type { RuleName, RuleWords } from '../../text/desk/settingsRules';
import { TextField } from '../parts/TextField';
import { dayWords } from './describe';
import type { Suggestions } from './editors/editorProps';
import { DaysEditor, HoursEditor, WeekEditor } from './editors/HoursEditor';
import { LinkEditor } from './editors/LinkEditor';
import { OwnQuestionEditor } from './editors/OwnQuestionEditor';
import { ChoiceEditor, DayEditor, NumberEditor, TextEditor, WindowEditor, YesNoEditor } from './editors/PlainEditors';
import { ReceptionEditor } from './editors/ReceptionEditor';
import { TableEditor } from './editors/TableEditor';
import { TextsEditor } from './editors/TextsEditor';
import { WalkInEditor } from './editors/WalkInEditor';
import { ruleTable } from './ruleTable';
import { asTable, asText } from './values';

interface RuleEditorProps {
  name: RuleName;
  value: unknown;
  /** What a new name of a table is set to at first: as the practice has it for everybody else. */
  rules: Readonly<Record<string, unknown>>;
  suggestions: Suggestions;
  onChange: (value: unknown) => void;
}

/** With what a rule is changed, by its kind. */
export function RuleEditor({ name, value, rules, suggestions, onChange }: RuleEditorProps) {
  const { title, unit }: RuleWords = ruleWords[name];
  const { editor } = ruleTable[name];
  const props = { title, value, onChange };
  switch (editor.kind) {
    case 'number':
      return <NumberEditor {...props} unit={unit} isOptional={editor.isOptional === true} />;
    case 'yesNo':
      return <YesNoEditor {...props} />;
    case 'text':
      return <TextEditor {...props} most={editor.most} isOptional={editor.isOptional} />;
    case 'link':
      return <LinkEditor {...props} />;
    case 'code':
      return <TextEditor {...props} most={editor.most} isOptional width="medium" />;
    case 'day':
      return <DayEditor {...props} />;
    case 'choice':
      return <ChoiceEditor {...props} of={editor.of} />;
    case 'window':
      return <WindowEditor {...props} />;
    case 'texts': {
      const names = editor.suggest === null ? [] : suggestions[editor.suggest];
      const hint = editor.suggest === null ? undefined : editorWords.namesHint[editor.suggest];
      return <TextsEditor {...props} label={editorWords.newText} hint={hint} most={editor.most} suggestions={names} />;
    }
    case 'emailEndings':
      return (
        <TextsEditor
          {...props}
          label={editorWords.newEnding}
          most={40}
          suggestions={[]}
          problemOf={(text) => (/^[@.]\S+$/.test(text) ? null : editorWords.badEnding)}
        />
      );
    case 'days':
      return (
        <TextsEditor
          {...props}
          label={editorWords.newDay}
          type="date"
          most={10}
          suggestions={[]}
          words={dayWords}
          isSorted
        />
      );
    case 'birthdays':
      return (
        <TextsEditor
          {...props}
          label={editorWords.newBirthday}
          hint={editorWords.birthdayHint}
          most={5}
          suggestions={[]}
          problemOf={(text) => (/^\d{2}-\d{2}$/.test(text) ? null : editorWords.badBirthday)}
          isSorted
        />
      );
    case 'windowTable':
      return (
        <TableEditor
          {...props}
          names={editor.names}
          suggestions={suggestions}
          first={rules['window']}
          renderCell={(row, item, change) => <WindowEditor title={row} value={item} onChange={change} />}
        />
      );
    case 'choiceTable': {
      const { of } = editor;
      const first = Object.keys(editorWords[of])[0] ?? '';
      return (
        <TableEditor
          {...props}
          names={editor.names}
          suggestions={suggestions}
          first={first}
          renderCell={(row, item, change) => <ChoiceEditor title={row} value={item} onChange={change} of={of} />}
        />
      );
    }
    case 'placeTable':
      return (
        <TableEditor
          {...props}
          names="clinicians"
          suggestions={suggestions}
          first={{ waitingArea: null, room: null }}
          renderCell={(row, item, change) => <PlaceEditor title={row} value={item} onChange={change} />}
        />
      );
    case 'textTable':
      return (
        <TableEditor
          {...props}
          names={editor.names}
          suggestions={suggestions}
          first=""
          renderCell={(row, item, change) => (
            <TextField
              label={`${editorWords.way}, ${row}`}
              isLabelHidden
              maxLength={editor.most}
              value={asText(item)}
              onChange={change}
            />
          )}
        />
      );
    case 'hours':
      return <HoursEditor {...props} />;
    case 'week':
      return <WeekEditor {...props} />;
    case 'closedWeek':
      return <DaysEditor {...props} />;
    case 'question':
      return <OwnQuestionEditor {...props} />;
    case 'reception':
      return <ReceptionEditor {...props} />;
    case 'walkIn':
      return <WalkInEditor {...props} />;
  }
}

/** Where a clinician's patients wait and where they go. */
function PlaceEditor({
  title,
  value,
  onChange,
}: {
  title: string;
  value: unknown;
  onChange: (value: unknown) => void;
}) {
  const place = asTable(value);
  const field = (name: 'waitingArea' | 'room') => (
    <TextField
      label={editorWords[name]}
      width="medium"
      maxLength={60}
      value={asText(place[name])}
      onChange={(text) => onChange({ ...place, [name]: text === '' ? null : text })}
    />
  );
  return (
    <div className="desk-settings__pair" role="group" aria-label={title}>
      {field('waitingArea')}
      {field('room')}
    </div>
  );
}
