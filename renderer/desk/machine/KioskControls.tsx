import { useState } from 'react';
import type { MachineState } from '../../../preload/contract/desk/machine';
import { machineWords as words } from '../../text/desk/machine';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { useAsk } from '../parts/useAsk';

interface KioskControlsProps {
  client: DeskClient;
  machine: MachineState;
  onChange: () => Promise<void>;
}

/** Out of service, cleaning, and the test of the sound. */
export function KioskControls({ client, machine, onChange }: KioskControlsProps) {
  const { ask, isBusy, failure } = useAsk();
  const [said, setSaid] = useState<string | null>(null);
  const act = async (work: () => Promise<string | null>): Promise<void> => {
    setSaid(null);
    const sentence = await ask(work);
    if (sentence !== null) setSaid(sentence);
    await onChange();
  };
  const isOut = machine.service === 'outOfService';
  return (
    <Section title={words.kiosk} lead={words.kioskLead}>
      <p className="desk-machine__service" data-state={machine.service}>
        {words.service[machine.service]}
      </p>
      <div className="desk-machine__buttons">
        <Button
          kind={isOut ? 'primary' : 'secondary'}
          isDisabled={isBusy}
          onPress={() =>
            void act(async () => {
              await (isOut ? client.machine.inService({}) : client.machine.outOfService({}));
              return '';
            })
          }
        >
          {isOut ? words.inService : words.outOfService}
        </Button>
        <Button
          isDisabled={isBusy || machine.role !== 'kiosk'}
          onPress={() =>
            void act(async () => {
              await client.machine.cleaning({});
              return words.cleaningStarted;
            })
          }
        >
          {words.cleaning}
        </Button>
        <Button
          isDisabled={isBusy}
          onPress={() =>
            void act(async () => {
              const { spoke } = await client.machine.testSound({});
              return spoke ? words.sounded : words.soundedOnly;
            })
          }
        >
          {words.testSound}
        </Button>
      </div>
      {said ? <Notice kind="success">{said}</Notice> : null}
      <FailureNotice failure={failure} words={{ NO_KIOSK: words.noKiosk }} />
    </Section>
  );
}
