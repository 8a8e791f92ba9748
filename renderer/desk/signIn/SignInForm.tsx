import { useState } from 'react';
import type { SessionState } from '../../../preload/contract/desk/session';
import { fieldProblems, refusals, signInWords } from '../../text/desk/signIn';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { PassphraseField } from './PassphraseField';
import { Problems } from './Problems';
import { refusalOf } from './refusal';
import { useFocusOn } from './useFocusOn';
import { useProblems } from './useProblems';
import { useSend } from './useSend';

interface SignInFormProps {
  client: DeskClient;
  onState: (state: SessionState) => void;
}

/** Username and passphrase. What was typed stays when it is not right. */
export function SignInForm({ client, onState }: SignInFormProps) {
  const [username, setUsername] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const problems = useProblems();
  const { send, isBusy } = useSend();
  useFocusOn(problems.idOf('username'));

  const submit = (): void => {
    const isWrong = problems.tell({
      ...(username.trim() === '' ? { username: fieldProblems.noUsername } : {}),
      ...(passphrase === '' ? { passphrase: fieldProblems.noPassphrase } : {}),
    });
    if (isWrong) return;
    send(
      () => client.session.signIn({ username, passphrase }),
      onState,
      (failure) => problems.tell(refusalOf(failure, { field: 'username', message: refusals.notRecognised })),
    );
  };

  return (
    <form
      className="desk-signIn__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Problems problems={problems.list} />
      <TextField
        label={signInWords.username}
        value={username}
        onChange={setUsername}
        problem={problems.of('username')}
        inputId={problems.idOf('username')}
        autoComplete="username"
        maxLength={80}
      />
      <PassphraseField
        label={signInWords.passphrase}
        value={passphrase}
        onChange={setPassphrase}
        problem={problems.of('passphrase')}
        inputId={problems.idOf('passphrase')}
      />
      <Button kind="primary" isSubmit isDisabled={isBusy}>
        {signInWords.signIn}
      </Button>
    </form>
  );
}
