import { useState } from 'react';
import type { Who } from '../../../preload/contract/desk/session';
import { fieldProblems, refusals, signInWords } from '../../text/desk/signIn';
import { staffWords } from '../../text/desk/staff';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { useAsk, type AskFailure } from '../parts/useAsk';
import { isOfSession } from '../parts/session';
import { PassphraseField } from '../signIn/PassphraseField';
import { Problems } from '../signIn/Problems';
import { refusalOf } from '../signIn/refusal';
import { useProblems } from '../signIn/useProblems';
import { useFailureOnce } from './useFailureOnce';

/** Another passphrase in place of the current one. */
export function OwnPassphrase({ client, who }: { client: DeskClient; who: Who }) {
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [isDone, setDone] = useState(false);
  const problems = useProblems();
  const { ask, isBusy, failure } = useAsk();
  const told = (why: AskFailure): void => {
    if (!isOfSession(why.code)) {
      problems.tell(refusalOf(why, { field: 'current', message: refusals.passphraseNotRight }));
    }
  };
  useFailureOnce(failure, told);

  const submit = async (): Promise<void> => {
    setDone(false);
    const isWrong = problems.tell({
      ...(current === '' ? { current: fieldProblems.noPassphrase } : {}),
      ...(next === '' ? { passphrase: fieldProblems.noNewPassphrase } : {}),
    });
    if (isWrong || isBusy) return;
    if ((await ask(() => client.session.changePassphrase({ current, next }))) === null) return;
    setCurrent('');
    setNext('');
    setDone(true);
  };

  return (
    <Section title={staffWords.passphraseTitle}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <Problems problems={problems.list} />
        {isDone ? <Notice kind="success">{staffWords.passphraseChanged}</Notice> : null}
        {/* So that a keeper of passphrases knows whose it is to fill in. */}
        <input type="text" autoComplete="username" value={who.username} readOnly hidden />
        <PassphraseField
          label={staffWords.current}
          value={current}
          onChange={setCurrent}
          problem={problems.of('current')}
          inputId={problems.idOf('current')}
        />
        <PassphraseField
          label={signInWords.newPassphrase}
          hint={signInWords.newPassphraseHint}
          value={next}
          onChange={setNext}
          problem={problems.of('passphrase')}
          inputId={problems.idOf('passphrase')}
          isNew
        />
        <Button isSubmit isDisabled={isBusy}>
          {staffWords.changePassphrase}
        </Button>
      </form>
    </Section>
  );
}
