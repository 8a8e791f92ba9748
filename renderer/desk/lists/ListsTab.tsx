import { FailureNotice } from '../parts/FailureNotice';
import type { TabProps } from '../tabProps';
import { AddSection } from './AddSection';
import { ListStatus } from './ListStatus';
import { SavedMappings } from './SavedMappings';
import { UploadSection } from './UploadSection';
import { useListsState } from './useListsState';
import { WatchedFolder } from './WatchedFolder';

/** Today's lists: how they stand, a newer one by hand, and whoever has only just booked. */
export function ListsTab({ client }: TabProps) {
  const { state, failure, again } = useListsState(client);
  return (
    <div className="desk-page desk-lists">
      <FailureNotice failure={failure} />
      <ListStatus client={client} state={state} onChange={again} />
      <div className="desk-lists__columns">
        <div>
          <UploadSection client={client} onUsed={again} />
          <WatchedFolder state={state} />
          {state === null || state.profiles.length === 0 ? null : (
            <SavedMappings client={client} profiles={state.profiles} onChange={again} />
          )}
        </div>
        <AddSection client={client} state={state} onChange={again} />
      </div>
    </div>
  );
}
