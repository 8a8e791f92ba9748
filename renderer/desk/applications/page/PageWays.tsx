import { useState } from 'react';
import { identityWords } from '../../../text/desk/applicationsIdentity';
import { pageWords as words } from '../../../text/desk/applicationsPage';
import { Button } from '../../parts/Button';
import { FailureNotice } from '../../parts/FailureNotice';
import { Modal } from '../../parts/Modal';
import { Notice } from '../../parts/Notice';
import { useAsk } from '../../parts/useAsk';
import { RefuseDialog } from '../identity/RefuseDialog';
import { canDo } from '../acting/mayDo';
import { panelOf } from '../acting/panels';
import type { PanelProps } from '../acting/panelProps';
import { useAct } from '../acting/useAct';
import { downloadPdf, isBrowser } from './papers';
import { accountToClose } from './warningsOf';

/** What can be done with the application as a whole: its form, and the ways to end it. */
export function PageWays(props: PanelProps) {
  const { application, client, who } = props;
  const { ask, isBusy, failure } = useAsk();
  const [open, setOpen] = useState<'withdraw' | 'refuse' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const close = (): void => setOpen(null);
  async function getForm(): Promise<void> {
    if (!isBrowser()) {
      setSaid(words.formNeedsBrowser);
      return;
    }
    const file = await ask(() => client.applications.form({ applicationId: application.applicationId }));
    if (file === null) return;
    downloadPdf(file.fileName, file.pdf);
    setSaid(words.formSaved);
  }
  // While identity is being checked the way to refuse it stands there.
  const isRefuseHere = canDo(application, 'refuse', who.roles) && panelOf(application.next) !== 'identity';
  return (
    <div className="desk-application__ways">
      {application.kind === 'account' ? (
        <span className="desk-applications__small">{words.noForm}</span>
      ) : (
        <Button isSmall isDisabled={isBusy} onPress={() => void getForm()}>
          {words.form}
        </Button>
      )}
      {isRefuseHere ? (
        <Button kind="quiet" isSmall onPress={() => setOpen('refuse')}>
          {words.refuse}
        </Button>
      ) : null}
      {canDo(application, 'withdraw', who.roles) ? (
        <Button kind="quiet" isSmall onPress={() => setOpen('withdraw')}>
          {words.withdraw}
        </Button>
      ) : null}
      <span className="desk-application__said" role="status">
        {said}
      </span>
      <FailureNotice failure={failure} />
      {open === 'withdraw' ? <WithdrawDialog {...props} onClose={close} /> : null}
      {open === 'refuse' ? <RefuseDialog {...props} title={identityWords.refuseTitle} onClose={close} /> : null}
    </div>
  );
}

function WithdrawDialog(props: PanelProps & { onClose: () => void }) {
  const { application, client, onClose } = props;
  const { run, isBusy } = useAct(props);
  async function withdraw(): Promise<void> {
    await run((key) => client.applications.withdraw(key));
    onClose();
  }
  return (
    <Modal
      title={words.withdrawTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="warning" isDisabled={isBusy} onPress={() => void withdraw()}>
            {words.withdrawDo}
          </Button>
          <Button onPress={onClose}>{words.cancel}</Button>
        </>
      }
    >
      {application.account === null ? null : <Notice kind="warning">{accountToClose(application)}</Notice>}
      <p>{words.withdrawLead}</p>
    </Modal>
  );
}
