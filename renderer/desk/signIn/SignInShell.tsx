import type { ReactNode } from 'react';
import type { SessionState } from '../../../preload/contract/desk/session';
import { signInWords } from '../../text/desk/signIn';

interface SignInShellProps {
  about: Pick<SessionState, 'practice' | 'mode'>;
  title: string;
  lead?: string | undefined;
  children: ReactNode;
}

/** The page around a form of signing in: whose desk it is, and what it is for. */
export function SignInShell({ about, title, lead, children }: SignInShellProps) {
  const mode = signInWords.modes[about.mode];
  return (
    <main className="desk-signIn">
      <div className="desk-signIn__card">
        <p className="desk-signIn__practice">
          {about.practice}
          {mode === null ? null : <strong className="desk-signIn__mode">{mode}</strong>}
        </p>
        <h1 className="desk-signIn__title">{title}</h1>
        {lead === undefined ? null : <p className="desk-signIn__lead">{lead}</p>}
        {children}
      </div>
    </main>
  );
}
