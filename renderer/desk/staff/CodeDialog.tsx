import type { IssuedCode } from '../../../preload/contract/desk/staff';
import { staffWords } from '../../text/desk/staff';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';

/** A code on its way from a manager to somebody. */
export interface HandedCode extends IssuedCode {
  username: string;
  displayName: string;
}

/** Shows a one-time code, large, this once. */
export function CodeDialog({ handed, onClose }: { handed: HandedCode; onClose: () => void }) {
  const { code, expiresAt, username, displayName } = handed;
  return (
    <Modal
      title={staffWords.codeTitle(displayName)}
      onClose={onClose}
      actions={
        <Button kind="primary" onPress={onClose}>
          {staffWords.codeDone}
        </Button>
      }
    >
      <p>{staffWords.codeLead}</p>
      <p className="desk-staff__code">{code}</p>
      <p className="desk-staff__name">{staffWords.codeUse(username)}</p>
      <p>{staffWords.codeUntil(expiresAt)}</p>
    </Modal>
  );
}
