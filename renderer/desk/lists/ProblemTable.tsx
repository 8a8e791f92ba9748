import { listsWords } from '../../text/desk/lists';
import { DataTable } from '../parts/DataTable';

const words = listsWords.preview;

/** What was remarked of rows, by their line in the file. */
export function ProblemTable({ problems }: { problems: readonly { line: number; reason: string }[] }) {
  if (problems.length === 0) return null;
  return (
    // Reached by the keyboard, so that it can be scrolled by it.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="desk-lists__problems" role="region" tabIndex={0} aria-label={words.problems(problems.length)}>
      <DataTable
        caption={words.problems(problems.length)}
        columns={[
          { key: 'line', heading: words.line, align: 'end', cell: ({ line }) => line },
          { key: 'reason', heading: words.reason, cell: ({ reason }) => reason },
        ]}
        rows={problems}
        keyOf={({ line, reason }) => `${String(line)} ${reason}`}
        empty=""
      />
    </div>
  );
}
