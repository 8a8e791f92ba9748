import type { ContractRouterClient } from '@orpc/contract';
import type { DeskContract } from '../../preload/contract/desk';

/** The desk's contract as the page calls it, over HTTPS in a browser or over a message port in the kiosk machine's own window. */
export type DeskClient = ContractRouterClient<DeskContract>;
