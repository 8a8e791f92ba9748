import { useContext, useState } from 'react';
import { pinSchema, type Who } from '../../../preload/contract/desk/session';
import { fieldProblems, refusals } from '../../text/desk/signIn';
import { staffWords } from '../../text/desk/staff';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { isOfSession, SessionRefused } from '../parts/session';
import { TextField } from '../parts/TextField';
import { useAsk, type AskFailure } from '../parts/useAsk';
import { Problems } from '../signIn/Problems';
import { refusalOf } from '../signIn/refusal';
import { useProblems } from '../signIn/useProblems';
import { useFailureOnce } from './useFailureOnce';

/** A short way back into this one session. */
export function OwnPin({ client, who }: { client: DeskClient; who: Who }) {
  const [pin, setPin] = useState('');
  const [done, setDone] = useState<'set' | 'removed' | null>(null);
  const problems = useProblems();
  const { ask, isBusy, failure } = useAsk();
  /** Asks the machine how the session stands: the lock must know at once whether there is a PIN. */
  const lookAgain = useContext(SessionRefused);
  const told = (why: AskFailure): void => {
    if (!isOfSession(why.code)) problems.tell(refusalOf(why, { field: 'pin', message: refusals.pinNotRight }));
  };
  useFailureOnce(failure, told);

  const change = async (next: string | null): Promise<void> => {
    setDone(null);
    const isWrong = next !== null && !pinSchema.safeParse(next).success;
    if (problems.tell(isWrong ? { pin: fieldProblems.noPin } : {}) || isBusy) return;
    if ((await ask(() => client.session.setPin({ pin: next }))) === null) return;
    setPin('');
    setDone(next === null ? 'removed' : 'set');
    lookAgain();
  };

  return (
    <Section title={staffWords.pinTitle} lead={staffWords.pinLead}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void change(pin);
        }}
      >
        <Problems problems={problems.list} />
        {done === null ? null : (
          <Notice kind="success">{done === 'set' ? staffWords.pinSet : staffWords.pinRemoved}</Notice>
        )}
        {who.hasPin && done === null ? <p>{staffWords.pinIsSet}</p> : null}
        <TextField
          label={staffWords.pin}
          hint={staffWords.pinHint}
          type="password"
          value={pin}
          onChange={setPin}
          problem={problems.of('pin')}
          inputId={problems.idOf('pin')}
          width="short"
          inputMode="numeric"
          maxLength={8}
        />
        <div className="desk-staff__actions">
          <Button isSubmit isDisabled={isBusy}>
            {staffWords.setPin}
          </Button>
          {who.hasPin ? (
            <Button isDisabled={isBusy} onPress={() => void change(null)}>
              {staffWords.removePin}
            </Button>
          ) : null}
        </div>
      </form>
    </Section>
  );
}
