import type { ApplicationRow } from '../../../../preload/contract/desk/applications';
import { applicationsWords as words, endedNames, kindOf, personOf } from '../../../text/desk/applications';
import { whenOf } from '../../../text/desk/applicationsPage';
import { Button } from '../../parts/Button';
import { DataTable } from '../../parts/DataTable';

interface EndedRowsProps {
  rows: readonly ApplicationRow[];
  onOpen: (applicationId: string) => void;
}

/** Applications that ended in the last days, folded away. */
export function EndedRows({ rows, onOpen }: EndedRowsProps) {
  if (rows.length === 0) return null;
  return (
    <details className="desk-applications__ended">
      <summary>{words.ended(rows.length)}</summary>
      <DataTable
        caption={words.endedTable}
        isCaptionHidden
        rows={rows}
        keyOf={({ applicationId }) => applicationId}
        empty=""
        columns={[
          {
            key: 'reference',
            heading: words.columns.reference,
            cell: (row) => (
              <Button
                kind="quiet"
                isSmall
                label={words.open(row.reference, personOf(row))}
                onPress={() => onOpen(row.applicationId)}
              >
                {row.reference}
              </Button>
            ),
          },
          { key: 'name', heading: words.columns.name, cell: personOf },
          { key: 'kind', heading: words.columns.kind, cell: kindOf },
          {
            key: 'ended',
            heading: words.endedAs,
            cell: ({ ended }) => (ended === null ? null : endedNames[ended]),
          },
          {
            key: 'at',
            heading: words.endedAt,
            cell: ({ endedAt }) => (endedAt === null ? null : whenOf(endedAt)),
          },
        ]}
      />
    </details>
  );
}
