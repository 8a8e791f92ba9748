import { useState } from 'react';
import { usernameSchema, type SessionState } from '../../../preload/contract/desk/session';
import { fieldProblems, passphraseProblems, refusals, signInWords } from '../../text/desk/signIn';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { TextField } from '../parts/TextField';
import { PassphraseField } from './PassphraseField';
import { Problems } from './Problems';
import { refusalOf } from './refusal';
import { useFocusOn } from './useFocusOn';
import { useProblems, type FieldProblems } from './useProblems';
import { useSend } from './useSend';

/** What a code has at least, however it is spaced, and what a passphrase has (the machine checks both again). */
const shortest = { code: 8, passphrase: 12 } as const;

interface CodeFormProps {
  client: DeskClient;
  /** Nobody manages this desk yet: whoever has the code chooses username and name. */
  isFirstRun: boolean;
  onState: (state: SessionState) => void;
}

/** A one-time code in exchange for a passphrase of one's own. */
export function CodeForm({ client, isFirstRun, onState }: CodeFormProps) {
  const [code, setCode] = useState('');
  const [username, setUsername] = useState('');
  const [name, setName] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const problems = useProblems();
  const { send, isBusy } = useSend();
  useFocusOn(problems.idOf('code'));

  const wrong = (): FieldProblems => ({
    ...(code.trim().length < shortest.code ? { code: fieldProblems.noCode } : {}),
    ...(username.trim() === ''
      ? { username: fieldProblems.noUsername }
      : usernameSchema.safeParse(username).success
        ? {}
        : { username: fieldProblems.badUsername }),
    ...(isFirstRun && name.trim() === '' ? { displayName: fieldProblems.noName } : {}),
    ...(passphrase === ''
      ? { passphrase: fieldProblems.noNewPassphrase }
      : passphrase.length < shortest.passphrase
        ? { passphrase: passphraseProblems.tooShort }
        : {}),
  });
  const submit = (): void => {
    if (problems.tell(wrong())) return;
    const displayName = isFirstRun ? name : null;
    send(
      // oxlint-disable-next-line react/hooks -- a procedure of the contract, no hook
      () => client.session.useCode({ code, username, displayName, passphrase }),
      onState,
      (failure) => problems.tell(refusalOf(failure, { field: 'code', message: refusals.codeNotRecognised })),
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
        label={signInWords.code}
        hint={signInWords.codeHint}
        value={code}
        onChange={setCode}
        problem={problems.of('code')}
        inputId={problems.idOf('code')}
        autoComplete="one-time-code"
        width="medium"
        maxLength={20}
      />
      <TextField
        label={signInWords.username}
        hint={isFirstRun ? signInWords.usernameHint : undefined}
        value={username}
        onChange={setUsername}
        problem={problems.of('username')}
        inputId={problems.idOf('username')}
        autoComplete="username"
        maxLength={40}
      />
      {isFirstRun ? (
        <TextField
          label={signInWords.displayName}
          hint={signInWords.displayNameHint}
          value={name}
          onChange={setName}
          problem={problems.of('displayName')}
          inputId={problems.idOf('displayName')}
          autoComplete="name"
          maxLength={80}
        />
      ) : null}
      <PassphraseField
        label={signInWords.newPassphrase}
        hint={signInWords.newPassphraseHint}
        value={passphrase}
        onChange={setPassphrase}
        problem={problems.of('passphrase')}
        inputId={problems.idOf('passphrase')}
        isNew
      />
      <Button kind="primary" isSubmit isDisabled={isBusy}>
        {isFirstRun ? signInWords.startFirst : signInWords.start}
      </Button>
    </form>
  );
}
