import type { ListsState } from '../../../preload/contract/desk/lists';
import { listsWords } from '../../text/desk/lists';
import { timeOf } from '../../text/desk/times';
import { DataTable } from '../parts/DataTable';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';

const words = listsWords.watched;

type Result = NonNullable<ListsState['watched']>['results'][number];

const columns = [
  { key: 'at', heading: words.at, cell: ({ at }: Result) => timeOf(at) },
  { key: 'file', heading: words.file, cell: fileCell },
  { key: 'outcome', heading: words.outcome, cell: outcomeCell },
];

/** How the watched folder stands, and what became of the files that came. */
export function WatchedFolder({ state }: { state: ListsState | null }) {
  if (state === null) return null;
  const { watched } = state;
  if (watched === null) {
    return (
      <Section title={words.title}>
        <p className="desk-lists__quiet">{words.none}</p>
      </Section>
    );
  }
  return (
    <Section title={words.title}>
      <p className="desk-lists__folder">
        <code>{watched.folder}</code>
        <span className="desk-lists__quiet">
          {watched.lookedAt === null ? words.notYet : words.lookedAt(timeOf(watched.lookedAt))}
        </span>
      </p>
      {watched.problem === null ? (
        <p className="desk-lists__quiet">{words.works}</p>
      ) : (
        <Notice kind="warning">{watched.problem}</Notice>
      )}
      <DataTable
        caption={words.results}
        isCaptionHidden
        columns={columns}
        rows={watched.results}
        keyOf={({ at, file }) => `${at} ${file}`}
        empty={words.nothing}
      />
    </Section>
  );
}

function fileCell({ file }: Result) {
  return <span className="desk-lists__name">{file}</span>;
}

function outcomeCell({ isUsed, reason }: Result) {
  return (
    <>
      <strong>{isUsed ? words.used : words.failed}</strong>
      {reason === null ? null : <span className="desk-lists__reason">{reason}</span>}
    </>
  );
}
