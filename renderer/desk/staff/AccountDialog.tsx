import { useState } from 'react';
import { roles as allRoles, type Role } from '../../../preload/contract/desk/roles';
import { usernameSchema } from '../../../preload/contract/desk/session';
import type { StaffMember } from '../../../preload/contract/desk/staff';
import { roleWords, staffWords } from '../../text/desk/staff';
import { Button } from '../parts/Button';
import { CheckField } from '../parts/CheckField';
import { FailureNotice } from '../parts/FailureNotice';
import { Modal } from '../parts/Modal';
import { SelectField } from '../parts/SelectField';
import { TextField } from '../parts/TextField';
import type { HandedCode } from './CodeDialog';
import type { StaffDialogProps } from './useStaff';

interface AccountDialogProps extends StaffDialogProps {
  /** Whose account is changed; null: a new one. */
  member: StaffMember | null;
  clinicians: readonly string[];
  onCode: (handed: HandedCode) => void;
}

/** Name, roles and room page of an account; for a new one its username too. */
export function AccountDialog(props: AccountDialogProps) {
  const { client, member, clinicians, onClose, ask, failure, isBusy, onCode } = props;
  const [username, setUsername] = useState('');
  const [displayName, setDisplayName] = useState(member?.displayName ?? '');
  const [roles, setRoles] = useState<readonly Role[]>(member?.roles ?? ['receptionist']);
  const [clinician, setClinician] = useState(member?.clinician ?? '');
  const [isSent, setSent] = useState(false);
  const [hasAsked, setAsked] = useState(false);

  const isUsernameWrong = member === null && !usernameSchema.safeParse(username).success;
  const isNameWrong = displayName.trim() === '';
  const hasNoRole = roles.length === 0;
  const wish = { displayName, roles: [...roles], clinician: clinician === '' ? null : clinician };

  const save = async (): Promise<void> => {
    setSent(true);
    if (isBusy || isUsernameWrong || isNameWrong || hasNoRole) return;
    setAsked(true);
    if (member !== null) {
      const { staffId, isActive } = member;
      if ((await ask(() => client.staff.change({ staffId, isActive, ...wish }))) !== null) onClose();
      return;
    }
    const issued = await ask(() => client.staff.add({ username, ...wish }));
    if (issued !== null) onCode({ ...issued, username: username.trim().toLowerCase(), displayName });
  };

  return (
    <Modal
      title={member === null ? staffWords.addTitle : staffWords.changeTitle(member.displayName)}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button kind="primary" isDisabled={isBusy} onPress={() => void save()}>
            {member === null ? staffWords.addAndCode : staffWords.save}
          </Button>
          <Button onPress={onClose}>{staffWords.cancel}</Button>
        </>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {hasAsked ? <FailureNotice failure={failure} words={staffWords.failures} /> : null}
        {member === null ? (
          <TextField
            label={staffWords.username}
            hint={staffWords.usernameHint}
            value={username}
            onChange={setUsername}
            problem={isSent && isUsernameWrong ? staffWords.badUsername : undefined}
            width="medium"
            maxLength={40}
          />
        ) : null}
        <TextField
          label={staffWords.displayName}
          hint={staffWords.displayNameHint}
          value={displayName}
          onChange={setDisplayName}
          problem={isSent && isNameWrong ? staffWords.noName : undefined}
          maxLength={80}
        />
        <RoleFields roles={roles} onChange={setRoles} problem={isSent && hasNoRole ? staffWords.noRole : null} />
        {roles.includes('clinician') ? (
          <SelectField
            label={staffWords.clinician}
            hint={staffWords.clinicianHint}
            options={clinicianOptions(clinicians, member?.clinician ?? null)}
            value={clinician}
            onChange={setClinician}
          />
        ) : null}
        {/* Enter sends the form although its button stands outside of it. */}
        <input type="submit" hidden />
      </form>
    </Modal>
  );
}

interface RoleFieldsProps {
  roles: readonly Role[];
  onChange: (roles: readonly Role[]) => void;
  problem: string | null;
}

function RoleFields({ roles, onChange, problem }: RoleFieldsProps) {
  return (
    <fieldset className="desk-staff__roleFields">
      <legend>{staffWords.roles}</legend>
      {problem === null ? null : (
        <p className="desk-field__problem" role="alert">
          {problem}
        </p>
      )}
      <div className="desk-staff__roleList">
        {allRoles.map((role) => (
          <CheckField
            key={role}
            label={roleWords[role].name}
            hint={roleWords[role].explained}
            isChecked={roles.includes(role)}
            onChange={(isChecked) =>
              onChange(allRoles.filter((one) => (one === role ? isChecked : roles.includes(one))))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}

/** What was chosen before stays a choice, even if no list names it any more. */
function clinicianOptions(clinicians: readonly string[], chosen: string | null) {
  const names = chosen === null || clinicians.includes(chosen) ? clinicians : [chosen, ...clinicians];
  return [{ value: '', label: staffWords.noClinician }, ...names.map((name) => ({ value: name, label: name }))];
}
