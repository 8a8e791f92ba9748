import { useState } from 'react';
import { clockTimeSchema } from '../../../preload/contract/rules/dates';
import { machineWords as words } from '../../text/desk/machine';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';

/** Opens and closes the walk-in session of today. */
export function WalkIn({ client }: { client: DeskClient }) {
  const { ask, isBusy, failure } = useAsk();
  const [name, setName] = useState('');
  const [until, setUntil] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const time = clockTimeSchema.safeParse(until);
  const isReady = name.trim() !== '' && time.success;
  const open = async (): Promise<void> => {
    if (!time.success) return;
    const isDone = await ask(() => client.machine.openWalkIn({ name, until: time.data }));
    setSaid(isDone === null ? null : words.walkInOpened);
  };
  const close = async (): Promise<void> => {
    const isDone = await ask(() => client.machine.closeWalkIn({}));
    setSaid(isDone === null ? null : words.walkInClosed);
  };
  const why = failure?.code === 'NOT_NOW' ? (failure.data as { why: string }).why : '';
  return (
    <Section title={words.walkIn} lead={words.walkInLead}>
      <form
        className="desk-machine__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void open();
        }}
      >
        <TextField label={words.walkInName} value={name} onChange={setName} width="medium" maxLength={60} />
        <TextField label={words.walkInUntil} value={until} onChange={setUntil} type="time" width="short" />
        <Button isSubmit isDisabled={isBusy || !isReady}>
          {words.walkInOpen}
        </Button>
        <Button kind="quiet" isDisabled={isBusy} onPress={() => void close()}>
          {words.walkInClose}
        </Button>
      </form>
      {said ? <Notice kind="success">{said}</Notice> : null}
      <FailureNotice failure={failure} words={{ NOT_NOW: why }} />
    </Section>
  );
}
