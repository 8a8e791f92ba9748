import { InvitationsPanel } from './invitations/InvitationsPanel';
import { PrintersPanel } from './printers/PrintersPanel';
import type { TabProps } from '../tabProps';
import { SlipList } from './SlipList';
import { usePrinting } from './usePrinting';

/** Setup slips for whoever makes them, the printers, and invitations. */
export function SlipsTab({ client, who }: TabProps) {
  const printing = usePrinting(client);
  return (
    <div className="desk-page">
      {who.roles.includes('accountCreator') ? <SlipList client={client} printing={printing} /> : null}
      <PrintersPanel client={client} who={who} printing={printing} />
      <InvitationsPanel client={client} who={who} printing={printing} />
    </div>
  );
}
