import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import type { DeskClient } from '../deskClient';
import type { RoomAction } from './roomRows';

/**
 * Asks the machine to do it, on the row as this page sees it: if somebody changed it meanwhile the answer is `CHANGED`, and nothing is done.
 * @param room where to; null: the clinician's own by the rules.
 */
export async function performRoomAction(
  { calling }: DeskClient,
  row: DeskRow,
  action: RoomAction,
  room: string | null,
): Promise<unknown> {
  switch (action) {
    case 'call':
    case 'quiet':
    case 'fetch':
      return calling.call({ visitId: row.visitId, version: row.version, kind: action, room });
    case 'cameIn':
    case 'again':
    case 'looked':
    case 'didNotAnswer':
    case 'cancel':
      return row.call === null ? null : calling[action]({ callId: row.call.callId });
  }
}
