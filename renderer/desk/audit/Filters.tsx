import { useState } from 'react';
import type { AuditFilter } from '../../../preload/contract/desk/audit';
import { auditWords } from '../../text/desk/audit';
import { Button } from '../parts/Button';
import { SelectField } from '../parts/SelectField';
import { TextField } from '../parts/TextField';
import { actionIn, actorIn } from './detail';
import { everything } from './useTrail';

interface FiltersProps {
  filter: AuditFilter;
  actors: readonly { id: string; name: string }[];
  actions: readonly string[];
  isBusy: boolean;
  onShow: (filter: AuditFilter) => void;
}

/** What to look for; nothing is asked until `Show`, since every asking is noted. */
export function Filters({ filter, actors, actions, isBusy, onShow }: FiltersProps) {
  const [wanted, setWanted] = useState(filter);
  const set = (name: keyof AuditFilter) => (text: string) =>
    setWanted({ ...wanted, [name]: text.trim() === '' ? null : text.trim() } as AuditFilter);
  return (
    <form
      className="desk-audit__filters"
      onSubmit={(event) => {
        event.preventDefault();
        onShow(wanted);
      }}
    >
      <TextField label={auditWords.from} type="date" width="short" value={wanted.from ?? ''} onChange={set('from')} />
      <TextField label={auditWords.to} type="date" width="short" value={wanted.to ?? ''} onChange={set('to')} />
      <SelectField
        label={auditWords.who}
        options={[
          { value: '', label: auditWords.anybody },
          ...actors.map(({ id, name }) => ({ value: id, label: actorIn(name) })),
        ]}
        value={wanted.actor ?? ''}
        onChange={set('actor')}
      />
      <SelectField
        label={auditWords.what}
        options={[
          { value: '', label: auditWords.anything },
          ...actions
            .map((action) => ({ value: action, label: actionIn(action) }))
            .toSorted((one, other) => one.label.localeCompare(other.label, 'en-GB')),
        ]}
        value={wanted.action ?? ''}
        onChange={set('action')}
      />
      <TextField
        label={auditWords.visit}
        width="short"
        maxLength={80}
        value={wanted.subjectId ?? ''}
        onChange={set('subjectId')}
      />
      <Button kind="primary" isSubmit isDisabled={isBusy}>
        {auditWords.show}
      </Button>
      <Button
        isDisabled={isBusy}
        onPress={() => {
          setWanted(everything);
          onShow(everything);
        }}
      >
        {auditWords.clear}
      </Button>
    </form>
  );
}
