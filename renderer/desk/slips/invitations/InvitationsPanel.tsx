import { useState } from 'react';
import type { PrintingSnapshot } from '../../../../preload/contract/desk/printing';
import { invitationWords as words } from '../../../text/desk/invitations';
import { printingWords } from '../../../text/desk/printing';
import { Notice } from '../../parts/Notice';
import { Section } from '../../parts/Section';
import type { TabProps } from '../../tabProps';
import { slipPrinters } from '../details';
import { BatchCard } from './BatchCard';
import type { BegunBatch } from './BatchCard';
import { BeginBatch } from './BeginBatch';

interface InvitationsPanelProps extends TabProps {
  /** Null: not known yet. */
  printing: PrintingSnapshot | null;
}

/** Invitations for a list of people. Whoever may print them sees a batch that is under way, at every desk. */
export function InvitationsPanel({ client, who, printing }: InvitationsPanelProps) {
  const [begun, setBegun] = useState<BegunBatch | null>(null);
  if (!who.roles.some((role) => role === 'receptionist' || role === 'manager')) return null;
  const batch = printing?.batch ?? null;
  return (
    <Section title={words.title} lead={words.lead}>
      {printing === null ? <p role="status">{printingWords.loading}</p> : null}
      {batch === null || batch.state === 'finished' ? (
        <>
          {batch === null ? null : <Notice kind="success">{words.finished(batch.total)}</Notice>}
          {printing === null ? null : <BeginBatch client={client} printing={printing} onBegun={setBegun} />}
        </>
      ) : (
        <BatchCard
          key={batch.batchId}
          client={client}
          batch={batch}
          printers={printing === null ? null : slipPrinters(printing)}
          setPrinter={printing?.chosen[batch.size] ?? null}
          begun={begun?.batchId === batch.batchId ? begun : null}
        />
      )}
    </Section>
  );
}
