import { useState } from 'react';
import type { StaffMember } from '../../../preload/contract/desk/staff';
import { staffWords } from '../../text/desk/staff';
import { Button } from '../parts/Button';
import { FailureNotice } from '../parts/FailureNotice';
import { Section } from '../parts/Section';
import type { TabProps } from '../tabProps';
import { AccountDialog } from './AccountDialog';
import { AccountsTable } from './AccountsTable';
import { CloseDialog, ResetDialog } from './ConfirmDialogs';
import { CodeDialog, type HandedCode } from './CodeDialog';
import { SessionsTable } from './SessionsTable';
import { useStaff } from './useStaff';

type Open =
  { kind: 'add' } | { kind: 'change' | 'reset' | 'close'; member: StaffMember } | { kind: 'code'; handed: HandedCode };

/** Accounts of staff and where they are signed in: for managers. */
export function StaffTab({ client, who }: TabProps) {
  const { listed, failure, ask, isBusy } = useStaff(client);
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);

  const reopen = ({ staffId, displayName, roles, clinician }: StaffMember): void => {
    void ask(() => client.staff.change({ staffId, displayName, roles, clinician, isActive: true }));
  };

  return (
    <div className="desk-page desk-staff">
      <FailureNotice failure={failure} words={staffWords.failures} />
      <Section
        title={staffWords.accounts}
        lead={staffWords.accountsLead}
        actions={
          <Button kind="primary" isDisabled={listed === null} onPress={() => setOpen({ kind: 'add' })}>
            {staffWords.add}
          </Button>
        }
      >
        {listed === null ? null : (
          <AccountsTable
            staff={listed.staff}
            ownId={who.staffId}
            isBusy={isBusy}
            onChange={(member) => setOpen({ kind: 'change', member })}
            onReset={(member) => setOpen({ kind: 'reset', member })}
            onClose={(member) => setOpen({ kind: 'close', member })}
            onReopen={reopen}
          />
        )}
      </Section>
      <Section title={staffWords.sessions} lead={staffWords.sessionsLead}>
        {listed === null ? null : (
          <SessionsTable
            sessions={listed.sessions}
            staff={listed.staff}
            isBusy={isBusy}
            onEnd={(sessionId) => void ask(() => client.staff.endSession({ sessionId }))}
          />
        )}
      </Section>

      {listed !== null && (open?.kind === 'add' || open?.kind === 'change') ? (
        <AccountDialog
          client={client}
          member={open.kind === 'change' ? open.member : null}
          clinicians={listed.clinicians}
          onClose={close}
          ask={ask}
          failure={failure}
          isBusy={isBusy}
          onCode={(handed) => setOpen({ kind: 'code', handed })}
        />
      ) : null}
      {open?.kind === 'reset' ? (
        <ResetDialog
          client={client}
          member={open.member}
          onClose={close}
          ask={ask}
          failure={failure}
          isBusy={isBusy}
          onCode={(handed) => setOpen({ kind: 'code', handed })}
        />
      ) : null}
      {open?.kind === 'close' ? (
        <CloseDialog client={client} member={open.member} onClose={close} ask={ask} failure={failure} isBusy={isBusy} />
      ) : null}
      {open?.kind === 'code' ? <CodeDialog handed={open.handed} onClose={close} /> : null}
    </div>
  );
}
