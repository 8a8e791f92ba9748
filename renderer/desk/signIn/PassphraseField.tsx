import { useState } from 'react';
import { signInWords } from '../../text/desk/signIn';
import { CheckField } from '../parts/CheckField';
import { TextField } from '../parts/TextField';

interface PassphraseFieldProps {
  label: string;
  hint?: string | undefined;
  value: string;
  onChange: (value: string) => void;
  problem?: string | undefined;
  inputId: string;
  /** A new one is being chosen, not the known one given. */
  isNew?: boolean | undefined;
}

/** A passphrase, hidden unless whoever types it wants to see it: long ones are easily mistyped. */
export function PassphraseField({ isNew = false, ...field }: PassphraseFieldProps) {
  const [isShown, setShown] = useState(false);
  return (
    <div className="desk-signIn__passphrase">
      <TextField
        {...field}
        type={isShown ? 'text' : 'password'}
        autoComplete={isNew ? 'new-password' : 'current-password'}
        maxLength={200}
      />
      <CheckField label={signInWords.show} isChecked={isShown} onChange={setShown} />
    </div>
  );
}
