import { useState } from 'react';
import type { Preview } from '../../../preload/contract/desk/lists';
import { listsWords } from '../../text/desk/lists';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { SelectField } from '../parts/SelectField';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';
import { inGroups, samplesOf, withHeading } from './mappingFields';

type Seen = Extract<Preview, { kind: 'unknownHeadings' }>;

interface MappingWizardProps {
  client: DeskClient;
  seen: Seen;
  onSaved: () => void;
  onCancel: () => void;
}

const words = listsWords.mapping;

/** Which column is what, for a file whose headings nobody knows: said once, under a name, and known from then on. */
export function MappingWizard({ client, seen, onSaved, onCancel }: MappingWizardProps) {
  const { ask, isBusy, failure } = useAsk();
  const [mapping, setMapping] = useState<Record<string, string>>(seen.suggested);
  const [name, setName] = useState('');
  const [isNameMissing, setNameMissing] = useState(false);
  const { first, more } = inGroups(seen.fields);
  const choose = (field: string, heading: string): void => setMapping(withHeading(mapping, field, heading));
  const save = async (): Promise<void> => {
    setNameMissing(name.trim() === '');
    if (name.trim() === '' || isBusy) return;
    if ((await ask(() => client.lists.saveProfile({ name: name.trim(), mapping }))) !== null) onSaved();
  };
  const why = failure?.code === 'UNUSABLE' ? (failure.data as { why: string }).why : null;
  return (
    <form
      className="desk-lists__wizard"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Notice kind="info">{words.lead(seen.file)}</Notice>
      <FieldTable fields={first} seen={seen} mapping={mapping} onChoose={choose} />
      <details className="desk-lists__more">
        <summary>{words.more}</summary>
        <FieldTable fields={more} seen={seen} mapping={mapping} onChoose={choose} />
      </details>
      <TextField
        label={words.name}
        hint={words.nameHint}
        width="medium"
        maxLength={60}
        value={name}
        onChange={setName}
        problem={isNameMissing && name.trim() === '' ? words.nameMissing : null}
      />
      {why === null ? <FailureNotice failure={failure} /> : <Notice kind="error">{why}</Notice>}
      <div className="desk-lists__actions">
        <Button kind="primary" isSubmit isDisabled={isBusy}>
          {words.save}
        </Button>
        <Button onPress={onCancel}>{listsWords.upload.throwAway}</Button>
      </div>
    </form>
  );
}

interface FieldTableProps {
  fields: Seen['fields'];
  seen: Seen;
  mapping: Readonly<Record<string, string>>;
  onChoose: (field: string, heading: string) => void;
}

function FieldTable({ fields, seen, mapping, onChoose }: FieldTableProps) {
  const options = [
    { value: '', label: words.noColumn },
    ...seen.headings.map((heading) => ({ value: heading, label: heading })),
  ];
  return (
    <table className="desk-table desk-lists__fields">
      <thead>
        <tr>
          <th scope="col">{words.ours}</th>
          <th scope="col">{words.theirs}</th>
          <th scope="col">{words.samples}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ field, isNeeded }) => {
          const label = words.fields[field] ?? field;
          const heading = mapping[field] ?? '';
          const note = isNeeded ? words.needed : words.instead[field];
          const samples = samplesOf(seen, heading);
          return (
            <tr key={field}>
              <th scope="row">
                {label}
                {note === undefined ? null : <span className="desk-lists__quiet"> {note}</span>}
              </th>
              <td>
                <SelectField
                  label={words.columnFor(label)}
                  isLabelHidden
                  options={options}
                  value={heading}
                  onChange={(next) => onChoose(field, next)}
                />
              </td>
              <td className="desk-lists__samples">{samples.length === 0 ? words.none : samples.join(' · ')}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
