import { handingWords } from '../../text/desk/settings';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';

interface SignOffDialogProps {
  way: 'signedOff' | 'takenBack';
  isBusy: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Says what signing off does to check-in before it is done: it is the one setting that closes a kiosk without a desk. */
export function SignOffDialog({ way, isBusy, onConfirm, onClose }: SignOffDialogProps) {
  const isSigningOff = way === 'signedOff';
  const sentences = isSigningOff ? handingWords.signOff : handingWords.signOffTakenBack;
  return (
    <Modal
      title={isSigningOff ? handingWords.signOffTitle : handingWords.signOffNoTitle}
      onClose={onClose}
      actions={
        <>
          <Button kind="warning" isDisabled={isBusy} onPress={onConfirm}>
            {isSigningOff ? handingWords.signOffYes : handingWords.signOffNo}
          </Button>
          <Button onPress={onClose}>{handingWords.cancel}</Button>
        </>
      }
    >
      {sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </Modal>
  );
}
