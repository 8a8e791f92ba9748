import { useState } from 'react';
import type { SessionState } from '../../../preload/contract/desk/session';
import { signInWords } from '../../text/desk/signIn';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { CodeForm } from './CodeForm';
import { SignInForm } from './SignInForm';
import { SignInShell } from './SignInShell';

interface SignInPageProps {
  state: Extract<SessionState, { kind: 'firstRun' | 'signedOut' }>;
  client: DeskClient;
  onState: (next: SessionState) => void;
}

/** Before anybody is signed in: passphrase, or one-time code; where nobody manages the desk yet, the first manager's account. */
export function SignInPage({ state, client, onState }: SignInPageProps) {
  const isFirstRun = state.kind === 'firstRun';
  const [hasCode, setHasCode] = useState(false);

  if (isFirstRun) {
    return (
      <SignInShell about={state} title={signInWords.firstTitle} lead={signInWords.firstLead}>
        <CodeForm key="first" client={client} isFirstRun onState={onState} />
      </SignInShell>
    );
  }
  return (
    <SignInShell
      about={state}
      title={hasCode ? signInWords.codeTitle : signInWords.title}
      lead={hasCode ? signInWords.codeLead : undefined}
    >
      {hasCode ? (
        <CodeForm key="code" client={client} isFirstRun={false} onState={onState} />
      ) : (
        <SignInForm client={client} onState={onState} />
      )}
      <div className="desk-signIn__other">
        <Button kind="quiet" onPress={() => setHasCode(!hasCode)}>
          {hasCode ? signInWords.havePassphrase : signInWords.haveCode}
        </Button>
        {hasCode ? null : <p className="desk-signIn__hint">{signInWords.haveCodeHint}</p>}
      </div>
    </SignInShell>
  );
}
