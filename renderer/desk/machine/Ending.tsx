import { useState } from 'react';
import { machineWords as words } from '../../text/desk/machine';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Modal } from '../parts/Modal';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { useAsk } from '../parts/useAsk';

/** Restart and close, each asked for twice. */
export function Ending({ client }: { client: DeskClient }) {
  const { ask, failure } = useAsk();
  const [asked, setAsked] = useState<'restart' | 'close' | null>(null);
  const [isEnding, setIsEnding] = useState(false);
  const end = async (how: 'restart' | 'close'): Promise<void> => {
    setAsked(null);
    const isDone = await ask(() => client.machine[how]({}));
    setIsEnding(isDone !== null);
  };
  return (
    <Section
      title={words.end}
      lead={words.endLead}
      actions={
        <>
          <Button onPress={() => setAsked('restart')}>{words.restart}</Button>
          <Button onPress={() => setAsked('close')}>{words.close}</Button>
        </>
      }
    >
      {isEnding ? <Notice kind="info">{words.ending}</Notice> : null}
      <FailureNotice failure={failure} />
      {asked === null ? null : (
        <Modal
          title={words[asked]}
          onClose={() => setAsked(null)}
          actions={
            <>
              <Button kind="warning" onPress={() => void end(asked)}>
                {words[asked]}
              </Button>
              <Button onPress={() => setAsked(null)}>{words.cancel}</Button>
            </>
          }
        >
          <p>{asked === 'restart' ? words.restartQuestion : words.closeQuestion}</p>
        </Modal>
      )}
    </Section>
  );
}
