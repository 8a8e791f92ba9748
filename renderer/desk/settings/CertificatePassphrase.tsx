import { useState } from 'react';
import { certificatePassphraseWords as words } from '../../text/desk/settingsMachine';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';

/** The passphrase of a PFX file goes to the machine and does not come back, so it is saved apart from what can be shown. */
export function CertificatePassphrase({ client }: { client: DeskClient }) {
  const { ask, isBusy, failure } = useAsk();
  const [typed, setTyped] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const send = async (passphrase: string | null): Promise<void> => {
    setSaid(null);
    const isDone = await ask(() => client.settings.setCertificatePassphrase({ passphrase }));
    if (isDone === null) return;
    setTyped('');
    setSaid(passphrase === null ? words.removed : words.saved);
  };
  return (
    <form
      className="desk-settings__card"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') void send(typed);
      }}
    >
      <h3 className="desk-settings__cardTitle">{words.title}</h3>
      <p className="desk-settings__effect">{words.effect}</p>
      <TextField
        label={words.title}
        isLabelHidden
        type="password"
        autoComplete="new-password"
        width="medium"
        maxLength={200}
        value={typed}
        onChange={setTyped}
      />
      <div className="desk-settings__buttons">
        <Button isSubmit isDisabled={isBusy || typed === ''}>
          {words.save}
        </Button>
        <Button kind="quiet" isDisabled={isBusy} onPress={() => void send(null)}>
          {words.remove}
        </Button>
      </div>
      <FailureNotice failure={failure} />
      {said === null ? null : <Notice kind="success">{said}</Notice>}
    </form>
  );
}
