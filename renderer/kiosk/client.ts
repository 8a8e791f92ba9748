import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { KioskContract } from '../../preload/contract/kiosk';

export type KioskClient = ContractRouterClient<KioskContract>;

/** The kiosk contract over `port`: the only way out of this page. */
export function connect(port: MessagePort): KioskClient {
  const client: KioskClient = createORPCClient(new RPCLink({ port }));
  port.start();
  return client;
}
