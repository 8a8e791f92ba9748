import type { DeskRow } from '../../../preload/contract/desk/arrivals';
import type { DeskClient } from '../deskClient';
import { openAppointments, unmarkedOf } from '../flow/actions';
import type { RowAction } from '../flow/actions';

/** Asks the machine to do it, on the row as this desk sees it: if it has changed meanwhile, the answer is `CHANGED` and nothing is done. */
export async function performAction(
  client: DeskClient,
  row: DeskRow,
  action: RowAction,
  room: string | null,
): Promise<unknown> {
  const { arrivals, calling } = client;
  const key = { visitId: row.visitId, version: row.version };
  switch (action) {
    case 'call':
    case 'quiet':
    case 'fetch':
      return calling.call({ ...key, kind: action, room });
    case 'cameIn':
    case 'again':
    case 'looked':
    case 'didNotAnswer':
    case 'cancel':
      return row.call === null ? null : calling[action]({ callId: row.call.callId });
    case 'checkIn':
      return arrivals.checkIn({ appointmentIds: openAppointments(row) });
    case 'theirs':
    case 'notTheirs':
      return arrivals.resolveDispute({ ...key, isTheirs: action === 'theirs' });
    case 'mark':
      return Promise.all(unmarkedOf(row).map((arrivalId) => client.worklist.mark({ arrivalId })));
    case 'seen':
    case 'left':
    case 'lookedAfter':
    case 'waitAgain':
      return arrivals[action](key);
  }
}
