import type { Who } from '../../../preload/contract/desk/session';
import type { DeskClient } from '../deskClient';
import { OwnPassphrase } from './OwnPassphrase';
import { OwnPin } from './OwnPin';

/** What somebody signs in and unlocks with. Opened from their name in the header. */
export function OwnAccount({ client, who }: { client: DeskClient; who: Who }) {
  return (
    <div className="desk-staff__own">
      <OwnPin client={client} who={who} />
      <OwnPassphrase client={client} who={who} />
    </div>
  );
}
