import { useState } from 'react';
import { downtimeWords as words, weakPassphraseWords } from '../../text/desk/downtime';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Modal } from '../parts/Modal';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';

interface PassphraseDialogProps {
  client: DeskClient;
  /** There is one already. */
  isChange: boolean;
  onDone: () => void;
  onClose: () => void;
}

/** What opens the file: typed twice, since nobody can look it up afterwards. */
export function PassphraseDialog({ client, isChange, onDone, onClose }: PassphraseDialogProps) {
  const { ask, isBusy, failure } = useAsk();
  const [typed, setTyped] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState<{ typed?: string; again?: string }>({});
  const weak = failure?.code === 'WEAK' ? weakPassphraseWords((failure.data as { problem: string }).problem) : null;
  const submit = async (): Promise<void> => {
    const isSame = typed.normalize('NFKC') === again.normalize('NFKC');
    const found = typed === '' ? { typed: words.noPassphrase } : isSame ? {} : { again: words.differs };
    setProblem(found);
    if (Object.keys(found).length > 0 || isBusy) return;
    if ((await ask(() => client.downtime.setPassphrase({ passphrase: typed }))) !== null) onDone();
  };
  return (
    <Modal title={words.setTitle} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        {weak === null ? <FailureNotice failure={failure} /> : null}
        <TextField
          label={words.passphrase}
          hint={words.passphraseHint}
          type="password"
          autoComplete="off"
          maxLength={200}
          value={typed}
          onChange={setTyped}
          problem={problem.typed ?? weak}
        />
        <TextField
          label={words.repeat}
          type="password"
          autoComplete="off"
          maxLength={200}
          value={again}
          onChange={setAgain}
          problem={problem.again}
        />
        {isChange ? <p>{words.changeNote}</p> : null}
        <div className="desk-modal__actions">
          <Button kind="primary" isSubmit isDisabled={isBusy}>
            {isBusy ? words.saving : words.save}
          </Button>
          <Button onPress={onClose}>{words.cancel}</Button>
        </div>
      </form>
    </Modal>
  );
}
