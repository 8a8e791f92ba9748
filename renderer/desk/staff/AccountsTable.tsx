import type { StaffMember } from '../../../preload/contract/desk/staff';
import { roleWords, staffWords } from '../../text/desk/staff';
import { Button } from '../parts/Button';
import { DataTable } from '../parts/DataTable';

interface AccountsTableProps {
  staff: readonly StaffMember[];
  ownId: string;
  isBusy: boolean;
  onChange: (member: StaffMember) => void;
  onReset: (member: StaffMember) => void;
  onClose: (member: StaffMember) => void;
  onReopen: (member: StaffMember) => void;
}

/** Every account: those that are open first. */
export function AccountsTable(props: AccountsTableProps) {
  const { staff } = props;
  const rows = [...staff.filter(({ isActive }) => isActive), ...staff.filter(({ isActive }) => !isActive)];
  return (
    <DataTable
      caption={staffWords.accounts}
      isCaptionHidden
      empty={staffWords.noAccounts}
      rows={rows}
      keyOf={({ staffId }) => staffId}
      columns={columnsOf(props)}
    />
  );
}

function columnsOf(props: AccountsTableProps) {
  const words = staffWords.columns;
  return [
    {
      key: 'name',
      heading: words.name,
      cell: ({ staffId, displayName, username }: StaffMember) => (
        <div className="desk-staff__name">
          <strong>{displayName}</strong> {staffId === props.ownId ? <span>({staffWords.you})</span> : null}
          <div className="desk-staff__username">{username}</div>
        </div>
      ),
    },
    { key: 'roles', heading: words.roles, cell: (member: StaffMember) => <Roles member={member} /> },
    { key: 'state', heading: words.state, cell: (member: StaffMember) => <State member={member} /> },
    {
      key: 'lastSignedIn',
      heading: words.lastSignedIn,
      cell: ({ lastSignedInAt }: StaffMember) =>
        lastSignedInAt === null ? staffWords.never : staffWords.when(lastSignedInAt),
    },
    {
      key: 'actions',
      heading: words.actions,
      cell: (member: StaffMember) => <Actions {...props} member={member} />,
    },
  ];
}

function Roles({ member }: { member: StaffMember }) {
  return (
    <div className="desk-staff__roles">
      {member.roles.map((role) => roleWords[role].name).join(', ')}
      {member.clinician === null ? null : <div>{staffWords.room(member.clinician)}</div>}
    </div>
  );
}

function State({ member }: { member: StaffMember }) {
  const { states } = staffWords;
  return (
    <>
      {member.isActive ? (member.isInvited ? states.invited : states.active) : states.closed}
      {member.isActive && member.lockedUntil !== null ? <div>{staffWords.lockedUntil(member.lockedUntil)}</div> : null}
    </>
  );
}

function Actions({ member, ownId, isBusy, ...on }: AccountsTableProps & { member: StaffMember }) {
  const button = (words: string, onPress: (member: StaffMember) => void) => (
    <Button
      isSmall
      isDisabled={isBusy}
      label={staffWords.labelOf(words, member.displayName)}
      onPress={() => onPress(member)}
    >
      {words}
    </Button>
  );
  if (!member.isActive) return button(staffWords.reopen, on.onReopen);
  return (
    <div className="desk-staff__actions">
      {button(staffWords.change, on.onChange)}
      {/* One's own passphrase is changed in one's own account, without losing the session. */}
      {member.staffId === ownId ? null : button(staffWords.newCode, on.onReset)}
      {member.staffId === ownId ? null : button(staffWords.close, on.onClose)}
    </div>
  );
}
