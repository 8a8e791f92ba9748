import { useState } from 'react';
import type { MachineState } from '../../../preload/contract/desk/machine';
import { clockTimeSchema } from '../../../preload/contract/rules/dates';
import { machineWords as words } from '../../text/desk/machine';
import { startOf } from '../../text/desk/times';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { TextField } from '../parts/TextField';
import { useAsk } from '../parts/useAsk';

interface WalkInProps {
  client: DeskClient;
  /** The session that is open. */
  open: MachineState['walkIn'];
  onChange: () => Promise<void>;
}

/** Opens and closes the walk-in session of today. */
export function WalkIn({ client, open, onChange }: WalkInProps) {
  const { ask, isBusy, failure } = useAsk();
  const [name, setName] = useState('');
  const [until, setUntil] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const time = clockTimeSchema.safeParse(until);
  const isReady = name.trim() !== '' && time.success;
  const begin = async (): Promise<void> => {
    if (!time.success) return;
    const isDone = await ask(() => client.machine.openWalkIn({ name, until: time.data }));
    setSaid(isDone === null ? null : words.walkInOpened);
    await onChange();
  };
  const close = async (): Promise<void> => {
    const isDone = await ask(() => client.machine.closeWalkIn({}));
    setSaid(isDone === null ? null : words.walkInClosed);
    await onChange();
  };
  const why = failure?.code === 'NOT_NOW' ? (failure.data as { why: string }).why : '';
  return (
    <Section title={words.walkIn} lead={words.walkInLead}>
      {open === null ? null : (
        <p className="desk-machine__open">
          <strong>{words.walkInIsOpen(open.name, startOf(open.until))}</strong>
          <Button isSmall isDisabled={isBusy} onPress={() => void close()}>
            {words.walkInClose}
          </Button>
        </p>
      )}
      <form
        className="desk-machine__form"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void begin();
        }}
      >
        <TextField label={words.walkInName} value={name} onChange={setName} width="medium" maxLength={60} />
        <TextField label={words.walkInUntil} value={until} onChange={setUntil} type="time" width="short" />
        <Button isSubmit isDisabled={isBusy || !isReady}>
          {words.walkInOpen}
        </Button>
      </form>
      {said ? <Notice kind="success">{said}</Notice> : null}
      <FailureNotice failure={failure} words={{ NOT_NOW: why }} />
    </Section>
  );
}
