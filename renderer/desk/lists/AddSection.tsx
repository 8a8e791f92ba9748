import { useCallback, useEffect, useState } from 'react';
import type { ListsState } from '../../../preload/contract/desk/lists';
import { listsWords } from '../../text/desk/lists';
import type { DeskClient } from '../deskClient';
import { FailureNotice } from '../parts/FailureNotice';
import { Section } from '../parts/Section';
import { useAsk } from '../parts/useAsk';
import { AddedRows, type AddedRow } from './AddedRows';
import { AddForm } from './AddForm';

interface AddSectionProps {
  client: DeskClient;
  state: ListsState | null;
  onChange: () => Promise<void>;
}

const words = listsWords.add;

/** Somebody who has only just booked, by hand; and whom the desks have added today. */
export function AddSection({ client, state, onChange }: AddSectionProps) {
  const { ask, failure } = useAsk();
  const [rows, setRows] = useState<readonly AddedRow[]>([]);
  const read = useCallback(async () => {
    const added = await ask(() => client.lists.added({}));
    if (added !== null) setRows(added);
  }, [ask, client]);
  // With every look at the lists: another desk may have added somebody, or a list may hold them by now.
  useEffect(() => {
    if (state !== null) queueMicrotask(() => void read());
  }, [read, state]);
  const changed = async (): Promise<void> => {
    await Promise.all([read(), onChange()]);
  };
  return (
    <Section title={words.title} lead={words.lead}>
      <AddForm client={client} today={state?.day ?? null} clinicians={state?.clinicians ?? []} onAdded={changed} />
      <FailureNotice failure={failure} />
      <AddedRows client={client} rows={rows} onChange={changed} />
    </Section>
  );
}
