import { useState } from 'react';
import type { ListsState } from '../../../preload/contract/desk/lists';
import { listsWords } from '../../text/desk/lists';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Modal } from '../parts/Modal';
import { useAsk } from '../parts/useAsk';

interface UndoImportProps {
  client: DeskClient;
  undo: ListsState['undo'];
  onUndone: () => Promise<void>;
}

const words = listsWords.undo;

/** Takes the last import back, after a question. What was shown is what is taken back: not a list that comes meanwhile. */
export function UndoImport({ client, undo, onUndone }: UndoImportProps) {
  const { ask, isBusy, failure, clear } = useAsk();
  const [asked, setAsked] = useState<ListsState['undo']>(null);
  const close = (): void => {
    setAsked(null);
    clear();
  };
  const take = async (importedAt: string): Promise<void> => {
    const done = await ask(() => client.lists.undo({ importedAt }));
    await onUndone();
    if (done !== null) close();
  };
  return (
    <>
      {undo === null ? null : (
        <Button isSmall onPress={() => setAsked(undo)}>
          {words.press}
        </Button>
      )}
      {asked === null ? null : (
        <Modal
          title={words.title}
          onClose={close}
          actions={
            <>
              <Button kind="warning" isDisabled={isBusy} onPress={() => void take(asked.importedAt)}>
                {words.yes}
              </Button>
              <Button onPress={close}>{words.no}</Button>
            </>
          }
        >
          <p>{words.explain(asked.importedAt, asked.backTo)}</p>
          <p>{words.keep}</p>
          <FailureNotice failure={failure} words={{ NOTHING_TO_UNDO: words.nothing }} />
        </Modal>
      )}
    </>
  );
}
