import { useRef, useState } from 'react';
import { handingWords } from '../../text/desk/settings';
import { Button } from '../parts/Button';
import { Modal } from '../parts/Modal';

interface CopyBoxProps {
  title: string;
  lead: string;
  text: string;
  onClose: () => void;
}

/** A text to be copied, where no file can be saved. */
export function CopyBox({ title, lead, text, onClose }: CopyBoxProps) {
  const box = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');
  const copy = () => {
    box.current?.select();
    // The newer way asks for a permission, and this window is given none.
    // oxlint-disable-next-line typescript/no-deprecated
    setSaid(document.execCommand('copy') ? handingWords.copied : handingWords.notCopied);
  };
  return (
    <Modal
      title={title}
      onClose={onClose}
      isWide
      actions={
        <>
          <Button kind="primary" onPress={copy}>
            {handingWords.copy}
          </Button>
          <span role="status">{said}</span>
        </>
      }
    >
      <p>{lead}</p>
      <textarea
        ref={box}
        className="desk-input desk-input--full desk-settings__copy"
        aria-label={handingWords.exportText}
        readOnly
        rows={14}
        value={text}
      />
    </Modal>
  );
}
