import type { ApplicationRow, NextStep } from '../../../../preload/contract/desk/applications';
import type { Role } from '../../../../preload/contract/desk/roles';
import { applicationsWords as words, stepNames } from '../../../text/desk/applications';
import { SelectField } from '../../parts/SelectField';
import { TextField } from '../../parts/TextField';
import { isForRoles, nextSteps } from '../acting/panels';
import type { QueueView } from './queueRows';

interface QueueToolsProps {
  rows: readonly ApplicationRow[];
  view: QueueView;
  roles: readonly Role[];
  onView: (view: QueueView) => void;
}

const filters = ['all', 'mine'] as const;

/** Filters of the open applications: what I can do, by next step, by name or reference. */
export function QueueTools({ rows, view, roles, onView }: QueueToolsProps) {
  const counts = { all: rows.length, mine: rows.filter(({ next }) => isForRoles(next, roles)).length };
  const steps = nextSteps.filter((step) => step === view.step || rows.some(({ next }) => next === step));
  return (
    <div className="desk-tools">
      <div className="desk-tools__filters" role="group" aria-label={words.filterLabel}>
        {filters.map((filter) => (
          <button
            key={filter}
            type="button"
            className="desk-tools__filter"
            aria-pressed={view.filter === filter}
            onClick={() => onView({ ...view, filter })}
          >
            {words.filters[filter]} <b>{counts[filter]}</b>
          </button>
        ))}
      </div>
      <SelectField
        label={words.step}
        isLabelHidden
        value={view.step ?? ''}
        onChange={(step) => onView({ ...view, step: readStep(step) })}
        options={[
          { value: '', label: words.everyStep },
          ...steps.map((step) => ({ value: step, label: stepNames[step] })),
        ]}
      />
      <div className="desk-tools__search">
        <TextField
          label={words.search}
          isLabelHidden
          placeholder={words.searchHint}
          type="search"
          value={view.text}
          maxLength={80}
          onChange={(text) => onView({ ...view, text })}
          onKeyDown={(key) => {
            if (key === 'Escape') onView({ ...view, text: '' });
          }}
        />
      </div>
    </div>
  );
}

function readStep(value: string): NextStep | null {
  return nextSteps.find((step) => step === value) ?? null;
}
