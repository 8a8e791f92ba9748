import { useState, type ReactNode } from 'react';
import type { StaffMember } from '../../../preload/contract/desk/staff';
import { staffWords } from '../../text/desk/staff';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Modal } from '../parts/Modal';
import type { HandedCode } from './CodeDialog';
import type { StaffDialogProps } from './useStaff';

/** Asks before a passphrase ends. */
export function ResetDialog(
  props: StaffDialogProps & { member: StaffMember; onCode: (handed: HandedCode) => void },
): ReactNode {
  const { client, member, ask, onCode } = props;
  const { staffId, username, displayName } = member;
  const reset = async (): Promise<void> => {
    const issued = await ask(() => client.staff.reset({ staffId }));
    if (issued !== null) onCode({ ...issued, username, displayName });
  };
  return (
    <Confirm
      {...props}
      title={staffWords.resetTitle(displayName)}
      lead={staffWords.resetLead}
      action={staffWords.resetDo}
      onConfirm={reset}
    />
  );
}

/** Asks before an account is closed. */
export function CloseDialog(props: StaffDialogProps & { member: StaffMember }): ReactNode {
  const { client, member, ask, onClose } = props;
  const { staffId, displayName, roles, clinician } = member;
  const close = async (): Promise<void> => {
    const answer = await ask(() => client.staff.change({ staffId, displayName, roles, clinician, isActive: false }));
    if (answer !== null) onClose();
  };
  return (
    <Confirm
      {...props}
      title={staffWords.closeTitle(displayName)}
      lead={staffWords.closeLead}
      action={staffWords.closeDo}
      onConfirm={close}
    />
  );
}

interface ConfirmProps extends Pick<StaffDialogProps, 'failure' | 'isBusy' | 'onClose'> {
  title: string;
  lead: string;
  action: string;
  onConfirm: () => Promise<void>;
}

function Confirm({ title, lead, action, failure, isBusy, onClose, onConfirm }: ConfirmProps) {
  const [hasAsked, setAsked] = useState(false);
  return (
    <Modal
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button
            kind="warning"
            isDisabled={isBusy}
            onPress={() => {
              setAsked(true);
              void onConfirm();
            }}
          >
            {action}
          </Button>
          <Button onPress={onClose}>{staffWords.cancel}</Button>
        </>
      }
    >
      {hasAsked ? <FailureNotice failure={failure} words={staffWords.failures} /> : null}
      <p>{lead}</p>
    </Modal>
  );
}
