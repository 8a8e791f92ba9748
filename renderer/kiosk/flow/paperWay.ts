import type { TicketEnd } from '../../../preload/contract/kiosk';

/**
 * The paper of an ending that holds a reference or a ticket. It is an extra: the ending stands without it, and its time runs on.
 * - `none`: there is nothing to print, or no printer that was well when the ending came
 * - `printing`: main has been asked; its answer counts only if it carries this `requestId`
 */
export type PaperWay =
  | { state: 'none' }
  | { state: 'offered' }
  | { state: 'printing'; requestId: number; waitedMilliseconds: number }
  | { state: TicketEnd };
