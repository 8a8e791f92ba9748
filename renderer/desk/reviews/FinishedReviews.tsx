import type { ProxyReview } from '../../../preload/contract/desk/applications';
import { fullNameOf } from '../../text/desk/applications';
import { doneWords, reviewWords as words } from '../../text/desk/proxy';
import { DataTable } from '../parts/DataTable';

/** What reviews ended in, behind a switch. */
export function FinishedReviews({ reviews }: { reviews: readonly ProxyReview[] }) {
  const { columns } = words;
  const name = words.finished(reviews.length);
  return (
    <details className="desk-today__table">
      <summary>{name}</summary>
      <DataTable
        caption={name}
        isCaptionHidden
        rows={reviews}
        keyOf={({ reviewId }) => reviewId}
        empty={words.empty}
        columns={[
          { key: 'patient', heading: columns.patient, cell: ({ patient }) => fullNameOf(patient) },
          { key: 'who', heading: columns.who, cell: ({ asker }) => fullNameOf(asker) },
          { key: 'review', heading: columns.review, cell: ({ kind }) => words.kinds[kind] },
          {
            key: 'outcome',
            heading: columns.outcome,
            cell: ({ done }) => (done ? words.outcomes[done.outcome] : null),
          },
          { key: 'done', heading: columns.done, cell: ({ done }) => (done ? doneWords(done) : null) },
        ]}
      />
    </details>
  );
}
