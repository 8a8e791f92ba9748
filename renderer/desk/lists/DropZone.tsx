import { useEffect, useRef, useState } from 'react';
import { listsWords } from '../../text/desk/lists';
import { Button } from '../parts/Button';

interface DropZoneProps {
  isBusy: boolean;
  /** What is asked for; else day lists. */
  words?: { drop: string; or: string; choose: string } | undefined;
  /** Only one file can be chosen; what is dropped may be more. */
  isForOne?: boolean | undefined;
  onFiles: (files: readonly File[]) => void;
}

/** Where lists are dropped, with a button for whoever uses the keyboard. A file that misses it by a little must not open in place of the desk. */
export function DropZone({ isBusy, words = listsWords.upload, isForOne = false, onFiles }: DropZoneProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const keepPage = (event: DragEvent): void => event.preventDefault();
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    return () => {
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, []);
  return (
    <div
      className={`desk-lists__drop${isOver ? ' desk-lists__drop--over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(!isBusy);
      }}
      onDragLeave={(event) => {
        // Leaving for something inside is no leaving.
        if (!(event.relatedTarget instanceof Node && event.currentTarget.contains(event.relatedTarget))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (!isBusy) onFiles([...event.dataTransfer.files]);
      }}
    >
      <p className="desk-lists__dropTitle">{words.drop}</p>
      <p className="desk-lists__quiet">{words.or}</p>
      <input
        ref={input}
        type="file"
        accept=".csv,.txt,text/csv"
        multiple={!isForOne}
        hidden
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])]);
          // The same file can be chosen once more, when it has been exported again.
          if (input.current !== null) input.current.value = '';
        }}
      />
      <Button kind="primary" isDisabled={isBusy} onPress={() => input.current?.click()}>
        {words.choose}
      </Button>
    </div>
  );
}
