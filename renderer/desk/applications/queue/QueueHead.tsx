import { useId, useState } from 'react';
import type { ReactNode } from 'react';
import type { ApplicationsSnapshot } from '../../../../preload/contract/desk/applications';
import { readReference } from '../../../../preload/contract/rules/reference';
import type { Reference } from '../../../../preload/contract/rules/reference';
import type { Role } from '../../../../preload/contract/desk/roles';
import { applicationsWords as words, signUpOf } from '../../../text/desk/applications';
import { Icon } from '../../../ui/Icon';
import type { DeskClient } from '../../deskClient';
import { Button } from '../../parts/Button';
import { FailureNotice } from '../../parts/FailureNotice';
import { useAsk } from '../../parts/useAsk';

interface QueueHeadProps {
  client: DeskClient;
  signUp: ApplicationsSnapshot['signUp'];
  roles: readonly Role[];
  /** What was said of the latest reference: it is nobody's. */
  problem: string | null;
  onFind: (reference: Reference) => void;
  onProblem: (problem: string | null) => void;
  /** Ways to what stands beside the queue. */
  children?: ReactNode;
}

const mayPause: readonly Role[] = ['receptionist', 'verifier', 'authoriser'];

/** Id of the field a scanner writes to, for whoever looks for it. */
export const referenceId = 'applications-reference';

/** Whether patients can apply now, and the one field that opens an application. */
export function QueueHead({ client, signUp, roles, problem, onFind, onProblem, children }: QueueHeadProps) {
  const { ask, isBusy, failure } = useAsk();
  const [typed, setTyped] = useState('');
  const id = useId();
  const isPaused = signUp.state === 'paused';
  const canChange = signUp.state !== 'off' && roles.some((role) => mayPause.includes(role));
  function find(): void {
    const reference = readReference(typed);
    if (reference === null) {
      onProblem(words.referenceWrong);
      return;
    }
    setTyped('');
    onFind(reference);
  }
  return (
    <div className="desk-applications__head">
      <h2 className="desk-hidden">{words.title}</h2>
      <form
        className="desk-applications__reference"
        onSubmit={(event) => {
          event.preventDefault();
          find();
        }}
      >
        <label className="desk-applications__label" htmlFor={referenceId}>
          {words.reference}
        </label>
        <input
          id={referenceId}
          className="desk-input desk-input--short"
          value={typed}
          placeholder={words.referenceHint}
          maxLength={40}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-invalid={problem === null ? undefined : true}
          aria-describedby={problem === null ? undefined : id}
          onChange={(event) => {
            setTyped(event.target.value);
            onProblem(null);
          }}
        />
        <Button isSmall kind="primary" isSubmit>
          {words.referenceOpen}
        </Button>
        <span className="desk-applications__problem" id={id} role="alert">
          {problem}
        </span>
      </form>
      <div className="desk-applications__signUp">
        {children}
        <span
          className={`desk-applications__state${signUp.state === 'open' ? ' desk-applications__state--open' : ''}${isPaused ? ' desk-applications__state--paused' : ''}`}
        >
          <Icon name={signUp.state === 'open' ? 'tick' : 'clock'} />
          {signUpOf(signUp)}
        </span>
        {canChange ? (
          <Button
            isSmall
            isDisabled={isBusy}
            onPress={() => void ask(() => client.applications.setPaused({ isPaused: !isPaused }))}
          >
            {isPaused ? words.resume : words.pause}
          </Button>
        ) : null}
      </div>
      <FailureNotice failure={failure} />
    </div>
  );
}
