import { useCallback, useEffect, useState } from 'react';
import type { MachineState } from '../../../preload/contract/desk/machine';
import { machineWords as words } from '../../text/desk/machine';
import { FailureNotice } from '../parts/FailureNotice';
import { useAsk } from '../parts/useAsk';
import type { TabProps } from '../tabProps';
import { Addresses } from './Addresses';
import { Boards } from './Boards';
import { Ending } from './Ending';
import { KioskControls } from './KioskControls';
import { ThisMachine } from './ThisMachine';
import { WalkIn } from './WalkIn';

/** The machine page: how the kiosk stands, and what staff do to it. Looks again every few seconds while it is open. */
export function MachineTab({ client, who }: TabProps) {
  const { ask, failure } = useAsk();
  const [machine, setMachine] = useState<MachineState | null>(null);
  const look = useCallback(async () => {
    const found = await ask(() => client.machine.read({}));
    if (found !== null) setMachine(found);
  }, [ask, client]);
  useEffect(() => {
    queueMicrotask(() => void look());
    const timer = window.setInterval(() => void look(), lookEveryMilliseconds);
    return () => window.clearInterval(timer);
  }, [look]);
  const isManager = who.roles.includes('manager');
  return (
    <div className="desk-page desk-machine">
      <FailureNotice failure={failure} />
      {machine === null ? null : (
        <>
          <KioskControls client={client} machine={machine} onChange={look} />
          <WalkIn client={client} open={machine.walkIn} onChange={look} />
          <Boards client={client} addresses={machine.web.state === 'listening' ? machine.web.addresses : []} />
          <Addresses client={client} web={machine.web} isManager={isManager} onChange={look} />
          <ThisMachine machine={machine} />
          {isManager ? <Ending client={client} /> : null}
        </>
      )}
      <span className="desk-hidden" aria-live="polite">
        {machine === null ? '' : words.service[machine.service]}
      </span>
    </div>
  );
}

const lookEveryMilliseconds = 5_000;
