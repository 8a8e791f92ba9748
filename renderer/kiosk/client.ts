import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { KioskClient } from './kioskClient';

/** The kiosk contract over `port`: the only way out of this page. */
export function connect(port: MessagePort): KioskClient {
  const client: KioskClient = createORPCClient(new RPCLink({ port }));
  port.start();
  return client;
}
