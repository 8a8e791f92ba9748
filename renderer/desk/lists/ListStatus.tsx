import type { ReactNode } from 'react';
import type { ListsState } from '../../../preload/contract/desk/lists';
import { listsWords } from '../../text/desk/lists';
import { minutesBetween, timeOf } from '../../text/desk/times';
import type { DeskClient } from '../deskClient';
import { DataTable } from '../parts/DataTable';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { UndoImport } from './UndoImport';

interface ListStatusProps {
  client: DeskClient;
  state: ListsState | null;
  onChange: () => Promise<void>;
}

const words = listsWords.status;

/** How old today's list is, how long it is, and whether the kiosk finds people on it. */
export function ListStatus({ client, state, onChange }: ListStatusProps) {
  return (
    <Section
      title={words.title}
      actions={state === null ? null : <UndoImport client={client} undo={state.undo} onUndone={onChange} />}
    >
      {state === null ? <p>{words.loading}</p> : <Figures state={state} />}
      {state !== null && state.lists.length > 1 ? <Sources lists={state.lists} /> : null}
    </Section>
  );
}

function Figures({ state }: { state: ListsState }) {
  const { lists, at, notFoundSince, addedByHand } = state;
  // The oldest list speaks for all: a patient on it may have been moved since.
  const [oldest] = lists;
  if (oldest === undefined) return <Notice kind="warning">{words.none}</Notice>;
  const loaded = lists.reduce((sum, list) => sum + list.loaded, 0);
  const bad = lists.reduce((sum, list) => sum + list.bad, 0);
  return (
    <dl className="desk-lists__figures">
      <Figure name={words.asOf} value={timeOf(oldest.asOf)}>
        {words.old(minutesBetween(oldest.asOf, at))}
        {lists.length === 1 ? ` · ${listsWords.source(oldest.source)}` : ''}
      </Figure>
      <Figure name={words.appointments} value={loaded.toLocaleString('en-GB')}>
        {[addedByHand > 0 ? words.addedByHand(addedByHand) : '', bad > 0 ? words.bad(bad) : '']
          .filter((one) => one !== '')
          .join(', ')}
      </Figure>
      <Figure name={words.notFound} value={String(notFoundSince)}>
        {words.notFoundHint}
      </Figure>
    </dl>
  );
}

function Figure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div className="desk-lists__figure">
      <dt>{name}</dt>
      <dd>
        <strong>{value}</strong>
        <span>{children}</span>
      </dd>
    </div>
  );
}

function Sources({ lists }: { lists: ListsState['lists'] }) {
  return (
    <DataTable
      caption={words.sources}
      columns={[
        { key: 'source', heading: words.source, cell: ({ source }) => listsWords.source(source) },
        { key: 'asOf', heading: words.asOf, cell: ({ asOf }) => timeOf(asOf) },
        {
          key: 'since',
          heading: words.loadedAt,
          cell: ({ switchedInAt }) => (switchedInAt === null ? '' : timeOf(switchedInAt)),
        },
        {
          key: 'loaded',
          heading: words.appointments,
          align: 'end',
          cell: ({ loaded }) => loaded.toLocaleString('en-GB'),
        },
      ]}
      rows={lists}
      keyOf={({ source }) => source}
      empty={words.none}
    />
  );
}
