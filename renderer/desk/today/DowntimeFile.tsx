import { useState } from 'react';
import type { DowntimeState } from '../../../preload/contract/desk/today';
import { downtimeWords as words } from '../../text/desk/downtime';
import type { DeskClient } from '../deskClient';
import { Button } from '../parts/Button';
import { Notice } from '../parts/Notice';
import { Section } from '../parts/Section';
import { PassphraseDialog } from './PassphraseDialog';
import { RemoveDialog } from './RemoveDialog';

interface DowntimeFileProps {
  client: DeskClient;
  state: DowntimeState;
  isManager: boolean;
  onChange: () => Promise<void>;
}

/** How the encrypted file stands; managers set what opens it. */
export function DowntimeFile({ client, state, isManager, onChange }: DowntimeFileProps) {
  const [open, setOpen] = useState<'passphrase' | 'remove' | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const done = (what: string) => {
    setOpen(null);
    setSaid(what);
    void onChange();
  };
  const ask = (what: 'passphrase' | 'remove') => () => {
    setSaid(null);
    setOpen(what);
  };
  const { hasPassphrase, writtenAt, file, problem } = state;
  return (
    <Section title={words.file} lead={words.fileLead}>
      {problem === null ? null : (
        <Notice kind="warning" title={words.notWritten}>
          {problem}
        </Notice>
      )}
      {said === null ? null : <Notice kind="success">{said}</Notice>}
      <p className="desk-today__file">
        {hasPassphrase ? (writtenAt === null ? words.writing : words.written(writtenAt, file)) : words.noFile}{' '}
        {hasPassphrase || isManager ? null : words.askManager}
      </p>
      {isManager ? (
        <div className="desk-today__buttons">
          <Button onPress={ask('passphrase')}>{hasPassphrase ? words.change : words.set}</Button>
          {hasPassphrase ? <Button onPress={ask('remove')}>{words.remove}</Button> : null}
        </div>
      ) : null}
      {open === 'passphrase' ? (
        <PassphraseDialog
          client={client}
          isChange={hasPassphrase}
          onDone={() => done(words.saved)}
          onClose={() => setOpen(null)}
        />
      ) : null}
      {open === 'remove' ? (
        <RemoveDialog client={client} onDone={() => done(words.removed)} onClose={() => setOpen(null)} />
      ) : null}
    </Section>
  );
}
