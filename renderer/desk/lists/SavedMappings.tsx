import { useState } from 'react';
import type { ListsState } from '../../../preload/contract/desk/lists';
import { listsWords } from '../../text/desk/lists';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { DataTable } from '../parts/DataTable';
import { FailureNotice } from '../parts/FailureNotice';
import { Modal } from '../parts/Modal';
import { Section } from '../parts/Section';
import { useAsk } from '../parts/useAsk';

interface SavedMappingsProps {
  client: DeskClient;
  profiles: ListsState['profiles'];
  onChange: () => Promise<void>;
}

const words = listsWords.profiles;

/** Headings that staff have described, to look at and to forget. */
export function SavedMappings({ client, profiles, onChange }: SavedMappingsProps) {
  const { ask, isBusy, failure, clear } = useAsk();
  const [asked, setAsked] = useState<string | null>(null);
  const close = (): void => {
    setAsked(null);
    clear();
  };
  const forget = async (name: string): Promise<void> => {
    if ((await ask(() => client.lists.deleteProfile({ name }))) === null) return;
    close();
    await onChange();
  };
  return (
    <Section title={words.title} lead={words.lead}>
      <DataTable
        caption={words.title}
        isCaptionHidden
        columns={columnsFor(setAsked)}
        rows={profiles}
        keyOf={({ name }) => name}
        empty=""
      />
      {asked === null ? null : (
        <Modal
          title={words.confirmTitle(asked)}
          onClose={close}
          actions={
            <>
              <Button kind="warning" isDisabled={isBusy} onPress={() => void forget(asked)}>
                {words.forget}
              </Button>
              <Button onPress={close}>{words.keep}</Button>
            </>
          }
        >
          <p>{words.confirm}</p>
          <FailureNotice failure={failure} />
        </Modal>
      )}
    </Section>
  );
}

type Profile = ListsState['profiles'][number];

function columnsFor(forget: (name: string) => void) {
  return [
    { key: 'name', heading: words.name, cell: ({ name }: Profile) => name },
    { key: 'columns', heading: words.columns, cell: ({ mapping }: Profile) => Object.values(mapping).join(', ') },
    {
      key: 'forget',
      heading: words.action,
      align: 'end' as const,
      cell: ({ name }: Profile) => (
        <Button kind="quiet" isSmall label={words.forgetOf(name)} onPress={() => forget(name)}>
          {words.forget}
        </Button>
      ),
    },
  ];
}
