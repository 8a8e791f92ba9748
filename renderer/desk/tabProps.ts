import type { Who } from '../../preload/contract/desk/session';
import type { DeskClient } from './deskClient';

/** What every tab is given. A tab asks for its own data; the frame owns the session and the live arrivals. */
export interface TabProps {
  client: DeskClient;
  who: Who;
}
