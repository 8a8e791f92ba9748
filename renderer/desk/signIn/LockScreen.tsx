import { useState } from 'react';
import { pinSchema, type SessionState } from '../../../preload/contract/desk/session';
import { fieldProblems, refusals, signInWords } from '../../text/desk/signIn';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import type { AskFailure } from '../parts/failure';
import { TextField } from '../parts/TextField';
import { PassphraseField } from './PassphraseField';
import { Problems } from './Problems';
import { refusalOf } from './refusal';
import { SignInShell } from './SignInShell';
import { useFocusOn } from './useFocusOn';
import { useProblems } from './useProblems';
import { useSend } from './useSend';

interface LockScreenProps {
  state: Extract<SessionState, { kind: 'locked' }>;
  client: DeskClient;
  onState: (next: SessionState) => void;
}

/** Covers a locked desk: says whose it is, and nothing else of what is behind it. */
export function LockScreen({ state, client, onState }: LockScreenProps) {
  const { who } = state;
  const [wantsPassphrase, setWantsPassphrase] = useState(false);
  const [pin, setPin] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const problems = useProblems();
  const { send, isBusy } = useSend();
  const byPin = who.hasPin && !wantsPassphrase;
  useFocusOn(problems.idOf(byPin ? 'pin' : 'passphrase'));

  const refused = async (failure: AskFailure): Promise<void> => {
    // The session has ended meanwhile, or has had three wrong PINs: the machine says how it stands now.
    if (failure.code === 'SIGNED_OUT' || (byPin && failure.code === 'NOT_RECOGNISED')) {
      const now = await client.session.state({}).catch(() => null);
      // Still called open where the machine could not be told of the lock: a wrong PIN must not be what uncovers the page.
      if (now !== null) onState(now.kind === 'open' ? { ...state, who: now.who } : now);
    }
    setPin('');
    const message = byPin ? refusals.pinNotRight : refusals.passphraseNotRight;
    problems.tell(refusalOf(failure, { field: byPin ? 'pin' : 'passphrase', message }));
  };
  const submit = (): void => {
    const isWrong = problems.tell(
      byPin
        ? pinSchema.safeParse(pin).success
          ? {}
          : { pin: fieldProblems.noPin }
        : passphrase === ''
          ? { passphrase: fieldProblems.noPassphrase }
          : {},
    );
    if (isWrong) return;
    send(
      () => client.session.unlock(byPin ? { pin } : { passphrase }),
      onState,
      (failure) => void refused(failure),
    );
  };
  const signOut = (): void => {
    send(
      async () => {
        await client.session.signOut({});
        return client.session.state({});
      },
      onState,
      (failure) => problems.tell(refusalOf(failure, { field: 'passphrase', message: refusals.passphraseNotRight })),
    );
  };

  return (
    <div className="desk-signIn__cover">
      <SignInShell about={state} title={signInWords.lockedTitle} lead={signInWords.lockedLead}>
        <p className="desk-signIn__who">{who.displayName}</p>
        <form
          className="desk-signIn__form"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Problems problems={problems.list} />
          {/* So that a keeper of passphrases knows whose it is to fill in. */}
          <input type="text" autoComplete="username" value={who.username} readOnly hidden />
          {byPin ? (
            <TextField
              key="pin"
              label={signInWords.pin}
              type="password"
              value={pin}
              onChange={setPin}
              problem={problems.of('pin')}
              inputId={problems.idOf('pin')}
              width="short"
              inputMode="numeric"
              maxLength={8}
            />
          ) : (
            <PassphraseField
              key="passphrase"
              label={signInWords.passphrase}
              value={passphrase}
              onChange={setPassphrase}
              problem={problems.of('passphrase')}
              inputId={problems.idOf('passphrase')}
            />
          )}
          <Button kind="primary" isSubmit isDisabled={isBusy}>
            {signInWords.unlock}
          </Button>
        </form>
        <div className="desk-signIn__other">
          {who.hasPin ? (
            <Button
              kind="quiet"
              onPress={() => {
                problems.tell({});
                setWantsPassphrase(!wantsPassphrase);
              }}
            >
              {byPin ? signInWords.withPassphrase : signInWords.withPin}
            </Button>
          ) : null}
          <p className="desk-signIn__hint">
            {signInWords.notYou}. {signInWords.signOutLost}
          </p>
          <Button kind="secondary" isDisabled={isBusy} onPress={signOut}>
            {signInWords.signOut}
          </Button>
        </div>
      </SignInShell>
    </div>
  );
}
