import { useState } from 'react';
import type { MachineState } from '../../../preload/contract/desk/machine';
import { machineWords as words } from '../../text/desk/machine';
import { dayOf } from '../../text/desk/times';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Modal } from '../parts/Modal';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { useAsk } from '../parts/useAsk';

type Web = MachineState['web'];

interface AddressesProps {
  client: DeskClient;
  web: Web;
  isManager: boolean;
  onChange: () => Promise<void>;
}

/** Where other computers find desk and board, and by what they know that it is this machine. */
export function Addresses({ client, web, isManager, onChange }: AddressesProps) {
  return (
    <Section title={words.address} lead={words.addressLead}>
      <WebWords web={web} />
      {isManager && web.state === 'listening' && web.certificate.source === 'ownAuthority' ? (
        <Authority client={client} onChange={onChange} />
      ) : null}
    </Section>
  );
}

function WebWords({ web }: { web: Web }) {
  if ('reason' in web) return <Notice kind="warning">{web.reason}</Notice>;
  if (web.state !== 'listening') return <p>{words[web.state]}</p>;
  const { addresses, certificate } = web;
  return (
    <>
      {certificate.isToBeTrustedAnew ? <Notice kind="warning">{words.trustAnew}</Notice> : null}
      <dl className="desk-machine__facts">
        <dt>{words.desk}</dt>
        <dd>{addresses.map((address) => `${address}/desk`).join('\n')}</dd>
        <dt>{words.certificateTitle}</dt>
        <dd>
          {words.certificate[certificate.source]}, {words.until(dayOf(certificate.expiresAt))}
        </dd>
        <dt>{words.fingerprint}</dt>
        <dd>
          <span className="desk-machine__fingerprint">{certificate.fingerprint}</span>
          <span className="desk-machine__hint">{words.fingerprintHint}</span>
        </dd>
      </dl>
    </>
  );
}

function Authority({ client, onChange }: { client: DeskClient; onChange: () => Promise<void> }) {
  const { ask, isBusy, failure } = useAsk();
  const [pem, setPem] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [isRenewed, setIsRenewed] = useState(false);
  const renew = async (): Promise<void> => {
    setIsAsking(false);
    const isDone = await ask(() => client.machine.renewAuthority({}));
    setIsRenewed(isDone !== null);
    await onChange();
  };
  const show = async (): Promise<void> => {
    const found = await ask(() => client.machine.authority({}));
    if (found !== null) setPem(found.pem);
  };
  return (
    <>
      <div className="desk-machine__buttons">
        <Button isDisabled={isBusy} onPress={() => void show()}>
          {words.showAuthority}
        </Button>
        <Button kind="quiet" isDisabled={isBusy} onPress={() => setIsAsking(true)}>
          {words.renewAuthority}
        </Button>
      </div>
      {isRenewed ? <Notice kind="success">{words.renewed}</Notice> : null}
      <FailureNotice failure={failure} />
      {pem === null ? null : (
        <Modal title={words.showAuthority} onClose={() => setPem(null)} isWide>
          <p>{words.authorityHint}</p>
          <textarea className="desk-machine__pem" readOnly rows={14} value={pem} aria-label={words.showAuthority} />
        </Modal>
      )}
      {isAsking ? (
        <Modal
          title={words.renewAuthority}
          onClose={() => setIsAsking(false)}
          actions={
            <>
              <Button kind="warning" onPress={() => void renew()}>
                {words.renewAuthority}
              </Button>
              <Button onPress={() => setIsAsking(false)}>{words.cancel}</Button>
            </>
          }
        >
          <p>{words.renewWarning}</p>
        </Modal>
      ) : null}
    </>
  );
}
