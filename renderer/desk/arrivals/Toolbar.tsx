import type { DeskHead } from '../../../preload/contract/desk/arrivals';
import { arrivalsWords } from '../../text/desk/arrivals';
import { rowFilters } from '../flow/rows';
import type { RowFilter, RowView } from '../flow/rows';
import { Button } from '../parts/Button';
import { SelectField } from '../parts/SelectField';
import { TextField } from '../parts/TextField';

/** Id of the search field, for the key that leads to it. */
export const searchId = 'arrivals-search';

interface ToolbarProps {
  view: RowView;
  counts: Record<RowFilter, number>;
  clinicians: DeskHead['clinicians'];
  onView: (view: RowView) => void;
  onCheckIn: () => void;
  onKeys: () => void;
  /** From the search down into the table. */
  onDown: () => void;
}

/** Search, filters, and what is not about a row. */
export function Toolbar({ view, counts, clinicians, onView, onCheckIn, onKeys, onDown }: ToolbarProps) {
  return (
    <div className="desk-tools">
      <div className="desk-tools__filters" role="group" aria-label={arrivalsWords.filterLabel}>
        {rowFilters.map((filter) => (
          <button
            key={filter}
            type="button"
            className="desk-tools__filter"
            aria-pressed={view.filter === filter}
            onClick={() => onView({ ...view, filter })}
          >
            {arrivalsWords.filters[filter]} <b>{counts[filter]}</b>
          </button>
        ))}
      </div>
      <div className="desk-tools__search">
        <TextField
          inputId={searchId}
          label={arrivalsWords.search}
          isLabelHidden
          placeholder={arrivalsWords.searchHint}
          type="search"
          value={view.text}
          maxLength={80}
          onChange={(text) => onView({ ...view, text })}
          onKeyDown={(key) => {
            if (key === 'ArrowDown') onDown();
            if (key === 'Escape') onView({ ...view, text: '' });
          }}
        />
      </div>
      <SelectField
        label={arrivalsWords.clinician}
        isLabelHidden
        value={view.clinician ?? ''}
        onChange={(clinician) => onView({ ...view, clinician: clinician === '' ? null : clinician })}
        options={[
          { value: '', label: arrivalsWords.everyClinician },
          ...clinicians.map(({ name }) => ({ value: name, label: name })),
        ]}
      />
      <div className="desk-tools__do">
        <Button isSmall kind="primary" onPress={onCheckIn}>
          {arrivalsWords.checkInByHand}
        </Button>
        <Button isSmall title={arrivalsWords.keys} label={`? ${arrivalsWords.keys}`} onPress={onKeys}>
          ?
        </Button>
      </div>
    </div>
  );
}
